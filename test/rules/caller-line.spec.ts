import { describe, expect, it } from 'vitest'
import { callerLine } from '../../server/callers/domain/caller-line.js'
import { mustForget, withoutIdentity } from '../../server/callers/domain/caller.js'
import { caller } from '../support/scenes.js'

const PLACE = { code: '31117', text: 'Phường Tân An' }
const choices = <T>(value: T) => [null, value]

/** Every caller there can be, with the line as the house would say it. */
const every = [true, false].flatMap(mayReadName =>
  choices('Anh').flatMap(honorific =>
    choices('Nguyễn Thanh Hải').flatMap(name =>
      choices('Hợp tác xã Cái Răng').flatMap(organisation =>
        choices(PLACE).map(place => ({ mayReadName, honorific, name, organisation, place })),
      ),
    ),
  ),
)

function said({ mayReadName, honorific, name, organisation, place }: (typeof every)[number]): string {
  const nobody = place ? 'một khán giả ở phường Tân An' : 'một khán giả'
  if (!mayReadName || !(name || organisation)) return nobody
  const behind = place ? ' – phường Tân An' : ''
  if (!name) return `Hợp tác xã Cái Răng${behind}`
  return `${honorific ?? 'Ông/Bà'} ${name}${organisation ? ' (Hợp tác xã Cái Răng)' : ''}${behind}`
}

describe('the line under a question', () => {
  it('is said rightly in every combination of leave, name, organisation and place', () => {
    expect(every).toHaveLength(32)
    for (const one of every) expect(callerLine(caller(one))).toBe(said(one))
  })

  it('counts those who asked the same', () => {
    for (const one of every) {
      expect(callerLine(caller(one), 6)).toBe(`${said(one)} và 6 người cùng hỏi`)
      expect(callerLine(caller(one), 0)).toBe(said(one))
    }
    expect(callerLine(null, 1)).toBe('một khán giả và 1 người cùng hỏi')
  })

  it('never has the phone in it, nor a name without leave', () => {
    const phone = { typed: '0939.000.112', e164: '+84939000112' }
    for (const one of every) {
      const line = callerLine(caller({ ...one, phone, mayKeep: true, mayForward: true }), 2)
      expect(line).not.toMatch(one.mayReadName ? /939/ : /939|Hải|Cái Răng|Anh/)
    }
  })

  it('writes the unit of a place small, and a name that begins alike as it is', () => {
    for (const [place, said] of [
      ['Xã Phong Điền', 'một khán giả ở xã Phong Điền'],
      ['Thành phố Cần Thơ', 'một khán giả ở thành phố Cần Thơ'],
      ['Xãm Lớn', 'một khán giả ở Xãm Lớn'],
      ['khu vực 3, phường Cái Khế', 'một khán giả ở khu vực 3, phường Cái Khế'],
    ] as const)
      expect(callerLine(caller({ place: { text: place } }))).toBe(said)
  })
})

describe('closing the books', () => {
  it('forgets a caller who gave neither leave to keep nor leave to pass on', () => {
    const leaves = [true, false].flatMap(mayKeep =>
      [true, false].map(mayForward => ({ mayKeep, mayForward })),
    )
    for (const leave of leaves) expect(mustForget(caller(leave))).toBe(!leave.mayKeep && !leave.mayForward)
  })

  it('leaves the honorific and the place, for the count', () => {
    const told = caller({
      honorific: 'Bà',
      name: 'Năm',
      organisation: 'Hội',
      phone: { typed: '113' },
      place: PLACE,
      mayReadName: true,
    })
    expect(withoutIdentity(told)).toEqual(caller({ honorific: 'Bà', place: PLACE, mayReadName: true }))
  })
})
