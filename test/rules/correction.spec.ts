import { describe, expect, it } from 'vitest'
import { changes, opened } from '../../client/src/secretary/correction.js'
import { numbered } from '../support/desk-questions.js'
import { LINE, TOPIC } from '../support/scenes.js'

const question = numbered(7, {
  note: 'Gọi lại',
  topicId: TOPIC,
  caller: {
    honorific: 'Chị',
    name: 'Lan',
    organisation: null,
    phone: { typed: '0939000112' },
    place: null,
    mayReadName: true,
    mayKeep: false,
    mayForward: false,
  },
})

describe('a correction', () => {
  it('of nothing sends nothing', () => {
    expect(changes(opened(question))).toBeNull()
  })

  it('sends what this hand has changed and nothing else, so that it undoes nobody’s', () => {
    expect(changes({ ...opened(question), verbatim: 'Hẻm 12 ngập' })).toEqual({ verbatim: 'Hẻm 12 ngập' })
    expect(changes({ ...opened(question), nature: 'report', priority: 'high', direct: true })).toEqual({
      nature: 'report',
      priority: 'high',
      direct: true,
    })
    expect(changes({ ...opened(question), line: LINE.id })).toEqual({ line: LINE.id })
  })

  it('empties what was emptied', () => {
    expect(changes({ ...opened(question), note: ' ', topicId: null })).toEqual({ note: null, topicId: null })
  })

  it('sends the caller whole', () => {
    const correction = opened(question)
    const caller = { ...correction.caller, name: 'Lan Anh' }
    expect(changes({ ...correction, caller })).toEqual({
      caller: {
        honorific: 'Chị',
        name: 'Lan Anh',
        phone: '0939000112',
        mayReadName: true,
        mayKeep: false,
        mayForward: false,
      },
    })
  })
})
