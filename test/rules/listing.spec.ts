import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskQuestion } from '../../client/src/questions/columns.js'
import { archiveText, isWanted, listed, matches } from '../../client/src/secretary/listing.js'
import { caller } from '../support/slips.js'

const question = (but: object = {}) =>
  ({
    id: 'a',
    number: 12,
    state: 'pending',
    callerLine: 'Anh Nguyễn Thanh Hải – Phường Tân An',
    verbatim: 'Sổ đỏ ghi địa chỉ quận cũ, hoà giải ở đâu?',
    wording: null,
    note: 'gọi lại sau 17 giờ',
    topicId: 't1',
    line: 'l1',
    askers: [],
    caller: {
      ...caller(),
      organisation: null,
      phone: { typed: '0939.000.112' },
      place: { text: 'Phường Tân An' },
    },
    ...but,
  }) as unknown as DeskQuestion

const everything = { typed: '', state: null, topicId: null, line: null }

describe('the list of the secretary', () => {
  it('has the returned ones on top, the oldest first, then the newest call, and nothing diverted', () => {
    const states = ['pending', 'returned', 'answered', 'returned', 'diverted']
    const some = states.map((state, index) => question({ number: index + 1, state }))
    expect(listed(some).map(one => one.number)).toEqual([2, 4, 3, 1])
  })

  it('finds a question by number, caller, place, words and note, tones or none', () => {
    for (const typed of [
      '12',
      'câu 12',
      'cau 12',
      'hai',
      'Hải Nguyễn',
      'tan an',
      'so do',
      'SỔ ĐỎ',
      'hòa giải',
      '17 giờ',
      ' ',
    ])
      expect({ typed, found: matches(question(), typed) }).toEqual({ typed, found: true })
    for (const typed of ['13', 'hai xyz', 'sổ hồng', '2'])
      expect({ typed, found: matches(question(), typed) }).toEqual({ typed, found: false })
  })

  it('finds a phone number whole or in part, however its digits are written on either side', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '.', '-', ') '), { minLength: 10, maxLength: 10 })
    const written = (digits: string, between: string[]) =>
      [...digits].map((digit, at) => digit + between[at]).join('')
    const heads = fc.constantFrom('0', '+84', '84', '0084')
    fc.assert(
      fc.property(heads, heads, gaps, gaps, fc.nat(6), (kept, asked, keptGaps, askedGaps, from) => {
        const phone = { typed: kept + written('939000112', keptGaps) }
        const one = question({ caller: { ...caller(), phone } })
        const whole = asked + written('939000112', askedGaps)
        expect({ whole, found: matches(one, whole) }).toEqual({ whole, found: true })
        const part = '0939000112'.slice(from, from + 4)
        expect({ part, found: matches(one, part) }).toEqual({ part, found: true })
      }),
    )
    expect(matches(question(), '0939 000 113')).toBe(false)
    expect(matches(question(), 'hải 0939 000 112')).toBe(true)
  })

  it('is narrowed by state, topic, line and words together', () => {
    const all = { typed: 'so do', state: 'pending', topicId: 't1', line: 'l1' } as const
    expect(isWanted(question(), everything)).toBe(true)
    expect(isWanted(question(), all)).toBe(true)
    for (const but of [{ state: 'answered' }, { topicId: 't2' }, { line: null }, { verbatim: 'khác' }])
      expect({ but, wanted: isWanted(question(but), all) }).toEqual({ but, wanted: false })
  })

  it('asks the archive for a phone number by its digits and for words as they are', () => {
    expect(archiveText('+84 939 000 112 Sổ Đỏ')).toBe('939000112 so do')
    expect(archiveText('0939.000.112')).toBe('939000112')
    expect(archiveText('câu 12')).toBe('cau 12')
  })
})
