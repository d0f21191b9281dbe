import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worthAsking } from '../../client/src/questions/similar.js'
import { NO_CALLER } from '../../client/src/secretary/caller.js'
import { lengthFaults, slipFaults } from '../../client/src/secretary/slip-faults.js'
import { lookedUp, toLookUp } from '../../client/src/secretary/earlier-calls.js'
import { logOf } from '../../client/src/secretary/slip.js'
import { tooMany, wireName, wireText } from '../../client/src/text/wire-text.js'
import { LookUpCaller } from '../../protocol/caller-lookup.js'
import { LogQuestion } from '../../protocol/question.js'
import { FindSimilar } from '../../protocol/similar.js'
import { TextLimit, requiredName, requiredText } from '../../protocol/text.js'
import { keptSlip } from '../support/kept-slip.js'

/** Anything a keyboard, a clipboard or a broken program may bring. */
const typed = fc.string({ unit: 'binary', maxLength: 60 })
const broken = fc
  .array(
    fc.oneof(
      typed,
      fc.constantFrom('\u0000', '\u001b', '\r\n', '\ud83d', '\udc4d', '\u202e', 'a\u0302\u0301'),
    ),
  )
  .map(parts => parts.join(''))

describe('a text on its way up', () => {
  it('is taken by the server as it is, whatever was typed, or is empty', () => {
    fc.assert(
      fc.property(broken, text => {
        const [words, name] = [wireText(text), wireName(text)]
        if (words) expect(requiredText(TextLimit.verbatim).parse(words)).toBe(words)
        if (name && !tooMany(name, TextLimit.name)) expect(requiredName().parse(name)).toBe(name)
      }),
    )
  })

  it('loses no letter, emoji or line', () => {
    const text = 'Dòng một 👍🏽\n\tdòng hai: Ẫ Ễ Ợ <b>không</b>'
    expect(wireText(`  ${text.normalize('NFD')}\r\n`)).toBe(text.normalize('NFC'))
  })

  it('is counted as the server counts: characters, composed, without the edges', () => {
    expect(tooMany(wireText('👍'.repeat(5000)), 5000)).toBe(0)
    expect(tooMany(wireText('ế'.normalize('NFD').repeat(5000)), 5000)).toBe(0)
    expect(tooMany(wireText(` ${'a'.repeat(20_000)} `), 5000)).toBe(15_000)
  })
})

describe('what is asked about a slip while it is typed', () => {
  const number = fc
    .array(
      fc.oneof(
        fc.constantFrom('0939000112', '0292 3', '.', '+84', '٣٤', '９', '\u202e', '\u0000', 'số'),
        typed,
      ),
    )
    .map(parts => parts.join(''))
  const long = fc.constantFrom('sổ đỏ ', 'ễ '.normalize('NFD'), '👍 hai ').map(part => part.repeat(1500))

  it('is understood by the server, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(broken, long), number, (text, phone) => {
        const asked = worthAsking(text, phone)
        if (asked) expect(FindSimilar.safeParse(asked)).toEqual({ success: true, data: asked })
        const programId = '00000000-0000-4000-8000-000000000001'
        if (toLookUp(phone, true))
          expect(LookUpCaller.safeParse({ programId, phone: lookedUp(phone) }).success).toBe(true)
      }),
    )
  })

  it('is as much of a text that is too long as fits, without what nobody sees', () => {
    const text = `\u0000${'sổ đỏ '.repeat(1500)}`.normalize('NFD')
    expect(worthAsking(text, '')?.text).toBe('sổ đỏ '.repeat(1500).slice(0, 5000).trim())
    expect(worthAsking('', '0'.repeat(41))).toBeNull()
  })
})

describe('a slip that cannot go up', () => {
  const faults = (but: Parameters<typeof keptSlip>[0]) =>
    slipFaults(keptSlip(but), Date.parse('2026-11-21T02:30:00Z')).map(({ field, kind, over }) =>
      [field, kind, over].join(' '),
    )

  it('says which field, why and by how much, and is itself untouched', () => {
    expect(faults({ verbatim: ' \u0000\n ' })).toEqual(['verbatim empty 0'])
    expect(faults({ verbatim: 'a'.repeat(20_000) })).toEqual(['verbatim long 15000'])
    const caller = { ...NO_CALLER, phone: 'x'.repeat(41), name: 'y'.repeat(130), place: 'z'.repeat(121) }
    expect(faults({ caller })).toEqual(['phone long 1', 'name long 10', 'place long 1'])
  })

  it('from paper needs its number, and a time that has come', () => {
    const paper = (number: string, day: string, time: string) => faults({ paper: { number, day, time } })
    expect(paper('501', '21/11/2026', '9:30')).toEqual([])
    expect(paper('501', '21/11/2026', '0905')).toEqual([])
    expect(paper('', '21/11/2026', '9h')).toEqual(['paperNumber notANumber 0', 'paperTime notATime 0'])
    expect(paper('0', '21/11/2026', '09:31')).toEqual(['paperNumber notANumber 0', 'paperTime future 0'])
    expect(paper('501', '31/02/2026', '09:30')).toEqual(['paperTime notATime 0'])
    expect(paper('501', '21/11/2026', '24:10')).toEqual(['paperTime notATime 0'])
  })

  it('is the only one that the server’s schema would refuse for its texts', () => {
    fc.assert(
      fc.property(broken, broken, broken, (verbatim, name, note) => {
        const id = '00000000-0000-4000-8000-000000000001'
        const slip = keptSlip({
          id,
          verbatim,
          note,
          caller: { ...NO_CALLER, name, phone: name, place: note },
        })
        expect(LogQuestion.safeParse(logOf(slip)).success).toBe(slipFaults(slip, 0).length === 0)
      }),
    )
  })

  it('from paper goes up with the number and the moment written on it', () => {
    const slip = keptSlip({ paper: { number: '502', day: '21/11/2026', time: '09:05' } })
    expect(logOf(slip)).toMatchObject({ paper: { number: 502 }, takenAt: '2026-11-21T02:05:00.000Z' })
    expect(lengthFaults(slip)).toEqual([])
  })
})
