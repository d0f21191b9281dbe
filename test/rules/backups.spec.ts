import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, backupsIn, expired, journalName } from '../../server/backup/domain/backup-names.js'
import { readJournal, unknownSince } from '../../server/backup/domain/erasures.js'
import { NUMBERS_LEFT_OUT, REVISIONS_LEFT_OUT, howToGoOn } from '../../server/backup/domain/going-on.js'

const HOUSE = '0a1b2c3d-0000-4000-8000-000000000001'
const OTHER = 'ffffffff-0000-4000-8000-000000000002'
const NOW = new Date('2026-11-21T02:31:00.000Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const moments = fc.array(fc.double({ min: 0, max: 400, noNaN: true }).map(daysAgo), {
  minLength: 1,
  maxLength: 30,
})

describe('old backups', () => {
  it('are told by their names, to the millisecond', () => {
    fc.assert(
      fc.property(moments, times => {
        const found = backupsIn(
          times.map(at => backupName(HOUSE, at)),
          HOUSE,
        )
        expect(found.map(({ at }) => at.getTime())).toEqual(
          times.map(at => at.getTime()).toSorted((a, b) => a - b),
        )
      }),
    )
  })

  it('go after so many days, but never the newest, another house’s, or a file that is none', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (times, keepDays) => {
        const mine = times.map(at => backupName(HOUSE, at))
        const others = [backupName(OTHER, daysAgo(399)), 'ghi-chu.txt', `${mine[0]}.part`]
        const gone = expired([...others, ...mine], HOUSE, NOW, keepDays)
        const newest = times.toSorted((a, b) => a.getTime() - b.getTime()).at(-1)!
        const old = times.filter(at => at < daysAgo(keepDays) && at !== newest)
        expect(gone.toSorted()).toEqual(old.map(at => backupName(HOUSE, at)).toSorted())
      }),
    )
  })

  it('take along the days of the journal that no backup left could need', () => {
    const names = [45, 31, 29, 1].map(days => backupName(HOUSE, daysAgo(days)))
    const days = [46, 40, 30, 29, 28].map(days => journalName(HOUSE, daysAgo(days)))
    const gone = expired([...names, ...days], HOUSE, NOW, 30)
    expect(gone).toEqual([...names.slice(0, 2), ...days.slice(0, 3)])
  })
})

describe('the journal of what was erased', () => {
  const erased = (number: number, at: string) => ({
    at,
    type: 'question.diverted',
    programId: HOUSE,
    targetId: OTHER.replace('2', String(number)),
    commandId: null,
    number,
    by: { id: HOUSE, name: 'duyet1' },
  })
  const until = (moment: string, revision: number) =>
    JSON.stringify({ until: moment, heads: [{ id: HOUSE, revision, nextNumber: revision }] })

  it('is the same in whatever order several servers wrote it, and in spite of a line cut short', () => {
    const lines = [
      JSON.stringify({ erased: erased(3, '2026-11-21T02:10:00.000Z') }),
      JSON.stringify({ erased: erased(4, '2026-11-21T02:20:00.000Z') }),
      JSON.stringify({ erased: erased(3, '2026-11-21T02:10:00.000Z') }),
      until('2026-11-21T02:21:00.000Z', 40),
      until('2026-11-21T02:11:00.000Z', 30),
      '',
      '{"erased":{"at":"2026-11-2',
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), shuffled => {
        const journal = readJournal(shuffled)
        expect(journal.erasures.map(({ number }) => number)).toEqual([3, 4])
        expect(journal.until).toBe('2026-11-21T02:21:00.000Z')
        expect(journal.heads.get(HOUSE)).toMatchObject({ revision: 40, nextNumber: 40 })
      }),
    )
  })

  it('says since when nothing is known: from its last word, or from the backup where it is lost or older', () => {
    const taken = '2026-11-21T02:00:00.000Z'
    const now = NOW.toISOString()
    expect(unknownSince(taken, readJournal([]), now)).toEqual([{ from: taken, to: now }])
    const older = readJournal([until('2026-11-21T01:59:00.000Z', 1)])
    expect(unknownSince(taken, older, now)).toEqual([{ from: taken, to: now }])
    const lost = { unknown: { from: '2026-11-21T02:05:00.000Z', to: '2026-11-21T02:06:00.000Z' } }
    const before = { unknown: { from: '2026-11-20T02:05:00.000Z', to: '2026-11-20T02:06:00.000Z' } }
    const journal = readJournal([
      JSON.stringify(lost),
      JSON.stringify(before),
      until('2026-11-21T02:30:00.000Z', 9),
    ])
    const rest = { from: '2026-11-21T02:30:00.000Z', to: now }
    expect(unknownSince(taken, journal, now)).toEqual([lost.unknown, rest])
  })
})

describe('a programme that comes back', () => {
  const kept = { id: HOUSE, phase: 'live' as const, revision: 200, nextNumber: 41 }

  it('goes on behind everything that was shown and said before it was lost', () => {
    expect(howToGoOn(kept, undefined)).toEqual({
      revision: 200 + REVISIONS_LEFT_OUT,
      nextNumber: 41 + NUMBERS_LEFT_OUT,
    })
    expect(howToGoOn(kept, { id: HOUSE, revision: 260, nextNumber: 47 })).toEqual({
      revision: 260 + REVISIONS_LEFT_OUT,
      nextNumber: 47 + NUMBERS_LEFT_OUT,
    })
  })

  it('keeps its numbers where none are given out', () => {
    expect(howToGoOn({ ...kept, phase: 'draft', nextNumber: 1 }, undefined).nextNumber).toBe(1)
    expect(howToGoOn({ ...kept, phase: 'closed' }, undefined).nextNumber).toBe(41)
  })
})
