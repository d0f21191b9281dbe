import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyToGlass, type Press, type Pressed } from '../../server/live/key-to-glass.js'

const pressed = (press: Press, revision: number, at: number, questionId = `câu ${revision}`): Pressed => ({
  press,
  revision,
  at,
  questionId,
  version: 2,
})
const glass = (revision: number, shown: [id: string, place: string][], more = {}) => ({
  screenId: 'panel',
  joinedAt: 0,
  revision,
  painted: shown.map(([questionId, place]) => ({ questionId, version: 2, place })),
  ...more,
})

describe('the time from key to glass', () => {
  it('is from the press until the screen says that it paints it, once for each screen', () => {
    const time = new KeyToGlass()
    time.pressed(pressed('approve', 5, 1000))
    const said = glass(5, [['câu 5', 'next']])
    expect(time.painted(said, 1080)).toEqual({ press: 'approve', took: 80 })
    expect(time.painted(said, 1200)).toBeUndefined()
    expect(time.painted({ ...said, screenId: 'speaker' }, 1300)).toEqual({ press: 'approve', took: 300 })
  })

  it('says nothing of a screen that was away: it is told everything at once when it comes back', () => {
    const time = new KeyToGlass()
    time.pressed(pressed('take', 5, 1000))
    for (const joinedAt of [5, 6])
      expect(time.painted(glass(6, [['câu 5', 'now']], { joinedAt }), 4000)).toBeUndefined()
    expect(time.painted(glass(5, [['câu 5', 'now']], { joinedAt: 5 }), 4000)).toBeUndefined()
    expect(time.painted(glass(5, [['câu 5', 'now']], { joinedAt: 4 }), 4000)).toMatchObject({ took: 3000 })
  })

  it('is not that of an approval that had no room, and finds some later for another reason', () => {
    const time = new KeyToGlass()
    time.pressed(pressed('approve', 5, 1000))
    expect(time.painted(glass(5, []), 1050)).toBeUndefined()
    expect(time.painted(glass(9, [['câu 5', 'next']]), 6000)).toBeUndefined()
  })

  it('is that of a take even on a slow screen that painted something later', () => {
    const time = new KeyToGlass()
    time.pressed(pressed('take', 5, 1000))
    const later: [string, string][] = [['câu 5', 'now']]
    expect(time.painted(glass(7, [['câu 5', 'next']]), 1900)).toBeUndefined()
    expect(time.painted(glass(7, later), 2000)).toEqual({ press: 'take', took: 1000 })
    time.pressed(pressed('take', 8, 3000))
    expect(time.painted(glass(9, later), 3100)).toBeUndefined()
  })

  it('ends with the blank: nobody paints, so nobody is slow', () => {
    const time = new KeyToGlass()
    time.pressed(pressed('take', 5, 1000))
    time.hidden()
    expect(time.painted(glass(6, [['câu 5', 'now']]), 9000)).toBeUndefined()
  })

  it('is never negative, never counted twice, and keeps little, whatever is said in whatever order', () => {
    const presses = fc.array(fc.constantFrom<Press>('approve', 'take'), { maxLength: 400 })
    const said = fc.array(
      fc.record({ revision: fc.nat(420), screen: fc.nat(3), joinedAt: fc.nat(420), place: fc.boolean() }),
    )
    fc.assert(
      fc.property(presses, said, (made, heard) => {
        const time = new KeyToGlass()
        for (const [index, press] of made.entries()) time.pressed(pressed(press, index + 1, index))
        const everything = made.flatMap((_, index) => [`câu ${index + 1}`])
        const counted = heard.map(({ revision, screen, joinedAt, place }) => {
          const shown = everything.map((id): [string, string] => [id, place ? 'now' : 'list'])
          const seen = time.painted(
            { ...glass(revision, shown), screenId: String(screen), joinedAt },
            made.length,
          )
          return seen && `${screen} ${seen.took}`
        })
        const once = counted.filter(seen => seen !== undefined)
        expect(new Set(once).size).toBe(once.length)
        expect(once.every(seen => Number(seen.split(' ')[1]) >= 0)).toBe(true)
        expect(once.every(seen => Number(seen.split(' ')[1]) < 256)).toBe(true)
      }),
    )
  })
})
