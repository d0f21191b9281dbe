import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScreenKind } from '../../protocol/screen.js'
import {
  type Message,
  isFor,
  isForDesk,
  seenBy,
  stands,
  standsOn,
  untilOn,
} from '../../server/messages/domain/message.js'

const SCREENS = ['a', 'b', 'c']
const BEGAN = Date.parse('2026-11-21T02:00:00Z')
const moment = (seconds: number) => new Date(BEGAN + seconds * 1000)

const message: fc.Arbitrary<Message> = fc.record({
  id: fc.constant('m'),
  programId: fc.constant('p'),
  text: fc.string(),
  to: fc.oneof(
    fc.constantFrom('all' as const, 'moderators' as const, 'producers' as const),
    fc.uniqueArray(fc.constantFrom(...SCREENS), { minLength: 1 }),
  ),
  by: fc.constant({ id: 'x', name: 'Đạo diễn' }),
  at: fc.constant(moment(0)),
  until: fc.option(fc.integer({ min: 1, max: 3600 }).map(moment)),
  seen: fc.constant([]),
  revision: fc.constant(1),
  gone: fc.boolean(),
})
const screen = fc.record({
  id: fc.constantFrom(...SCREENS),
  kind: fc.constantFrom(...ScreenKind.options),
})
const now = fc.integer({ min: 0, max: 7200 }).map(moment)

describe('a message', () => {
  it('is never for an overlay, and for no other screen unless for all or by name', () => {
    fc.assert(
      fc.property(message, screen, (said, { id, kind }) => {
        const named = said.to === 'all' || (Array.isArray(said.to) && said.to.includes(id))
        expect(isFor(said, { id, kind })).toBe(kind !== 'overlay' && named)
      }),
    )
  })

  it('is for the desk whose name it bears, and a message to screens is for none', () => {
    fc.assert(
      fc.property(
        message,
        fc.subarray(['secretary', 'moderator', 'producer', 'admin'] as const),
        (said, roles) => {
          const desk =
            said.to === 'moderators' ? 'moderator' : said.to === 'producers' ? 'producer' : undefined
          expect(isForDesk(said, roles)).toBe(desk !== undefined && roles.includes(desk))
        },
      ),
    )
  })

  it('stands until its moment and not at it, and not once it is gone', () => {
    fc.assert(
      fc.property(message, now, (said, at) => {
        expect(stands(said, at)).toBe(!said.gone && (said.until === null || at < said.until))
      }),
    )
  })

  it('without an end stands a minute on a panel, and elsewhere as long as at the desks', () => {
    fc.assert(
      fc.property(message, screen, now, (said, glass, at) => {
        const vanished = glass.kind === 'panel' && said.until === null && at >= moment(60)
        expect(standsOn(said, glass, at)).toBe(isFor(said, glass) && stands(said, at) && !vanished)
      }),
    )
    const endless = { at: moment(0), until: null } as Message
    expect(untilOn(endless, { kind: 'panel' })).toEqual(moment(60))
    expect(untilOn(endless, { kind: 'host' })).toBeNull()
  })

  it('was seen by each once, in the order in which they said so', () => {
    fc.assert(
      fc.property(message, fc.array(fc.constantFrom(...SCREENS)), (said, ids) => {
        const seen = ids.reduce((before, id, index) => seenBy(before, { id, name: id }, moment(index)), said)
        expect(seen.seen.map(({ by }) => by.id)).toEqual([...new Set(ids)])
        for (const { by, at } of seen.seen) expect(at).toBe(moment(ids.indexOf(by.id)).toISOString())
      }),
    )
  })
})
