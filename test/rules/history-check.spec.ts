import { describe, expect, it } from 'vitest'
import { type Act, type LedgerLine, type Picture, type Run, violationsIn } from '../support/history-check.js'

const line = (
  revision: number,
  commandId: string,
  move: string,
  targetId: string,
  from: string | null,
  to: string,
) => ({ revision, commandId, type: `question.${move}`, targetId, from, to }) satisfies LedgerLine
const done = (id: string, move: string, targetId: string, revision: number): Act[] => [
  { kind: 'invoke', id, type: `question.${move}`, targetId },
  { kind: 'ok', id, revision },
]
const shown = (...questions: [string, string, number][]) =>
  questions.map(([id, state, version]) => ({ id, state, version }))

/** Two questions are logged and approved; one is taken, then the other; a refusal and two that nobody was told of. */
const good = (): Run => ({
  acts: [
    ...done('1', 'logged', 'a', 1),
    ...done('2', 'logged', 'b', 2),
    ...done('3', 'approved', 'a', 3),
    { kind: 'invoke', id: '4', type: 'question.approved', targetId: 'b' },
    { kind: 'invoke', id: 'refused', type: 'question.approved', targetId: 'b' },
    { kind: 'fail', id: 'refused' },
    { kind: 'info', id: '4' },
    ...done('5', 'taken', 'a', 5),
    { kind: 'invoke', id: 'nowhere', type: 'question.withdrawn', targetId: 'b' },
    { kind: 'info', id: 'nowhere' },
    ...done('6', 'taken', 'b', 6),
  ],
  ledger: [
    line(1, '1', 'logged', 'a', null, 'pending'),
    line(2, '2', 'logged', 'b', null, 'pending'),
    line(3, '3', 'approved', 'a', 'pending', 'approved'),
    line(4, '4', 'approved', 'b', 'pending', 'approved'),
    line(5, '5', 'taken', 'a', 'approved', 'on_air'),
    line(6, '6', 'taken', 'b', 'approved', 'on_air'),
  ],
  questions: shown(['a', 'answered', 4], ['b', 'on_air', 3]),
  displays: [
    [
      { revision: 2, shown: [] },
      { revision: 4, shown: shown(['a', 'approved', 2], ['b', 'approved', 2]) },
      { revision: 4, shown: shown(['b', 'approved', 2], ['a', 'approved', 2]) },
      { revision: 6, shown: shown(['b', 'on_air', 3]) },
    ],
  ],
})

/** The good run with one thing changed. */
const changed = (change: (run: { -readonly [K in keyof Run]: any }) => void): string[] => {
  const run = good()
  change(run)
  return violationsIn(run)
}
const display = (run: { displays: any }): Picture[] => run.displays[0]

describe('the check of a history', () => {
  it('finds nothing where everything is as it must be', () => {
    expect(violationsIn(good())).toEqual([])
  })

  it.each<[string, RegExp, (run: any) => void]>([
    [
      'an acknowledged command that is lost',
      /^5 was acknowledged, and is lost$/,
      run => run.ledger.splice(4, 1, { ...line(5, '', 'taken', 'a', 'approved', 'on_air'), commandId: null }),
    ],
    [
      'a refused command that stands',
      /^refused was refused, and stands$/,
      run => (run.ledger[3].commandId = 'refused'),
    ],
    ['a command that was done twice', /^3 was done 2 times$/, run => (run.ledger[3].commandId = '3')],
    ['what nobody asked for', /^nobody asked for ghost$/, run => (run.ledger[3].commandId = 'ghost')],
    ['another revision than was told', /^3 stands otherwise/, run => (run.acts[5].revision = 4)],
    ['another target than was asked for', /^5 stands otherwise/, run => (run.acts[10].targetId = 'b')],
    [
      'what was done before it was asked for',
      /^2 stands before what was done/,
      run => run.acts.push(...run.acts.splice(2, 2)),
    ],
    ['a revision that is missing', /^revision 4 is missing$/, run => run.ledger.splice(3, 1)],
    [
      'an entry that continues something else',
      /begins at returned, where pending was$/,
      run => (run.ledger[2].from = 'returned'),
    ],
    [
      'a row that the ledger does not lead to',
      /^b is approved 3, and on_air 3/,
      run => (run.questions[1].state = 'approved'),
    ],
    ['a row of another version', /^a is answered 9, and answered 4/, run => (run.questions[0].version = 9)],
    [
      'a row without an entry',
      /^c is not in the ledger$/,
      run => run.questions.push(...shown(['c', 'pending', 1])),
    ],
    ['a row that is gone', /^a is undefined undefined/, run => run.questions.shift()],
    [
      'a display that goes back',
      /^display 0 went back from 4 to 2$/,
      run => display(run).splice(3, 0, display(run)[0]!),
    ],
    [
      'a display that shows what was withdrawn',
      /^display 0 showed at 6 what was not so$/,
      run => (display(run)[3] = { revision: 6, shown: shown(['a', 'approved', 2], ['b', 'on_air', 3]) }),
    ],
    [
      'a display that lacks a question',
      /^display 0 showed at 4/,
      run => (display(run)[1] = { revision: 4, shown: shown(['a', 'approved', 2]) }),
    ],
    [
      'a display that shows an older version',
      /^display 0 showed at 6/,
      run => (display(run)[3] = { revision: 6, shown: shown(['b', 'on_air', 2]) }),
    ],
    ['a display that stays behind', /^display 0 ended at 4 of 6$/, run => display(run).pop()],
    [
      'a display that shows the future',
      /^display 0 showed at 2/,
      run => (display(run)[0] = { revision: 2, shown: shown(['a', 'approved', 2]) }),
    ],
  ])('finds %s', (_what, sentence, change) => {
    expect(changed(change)).toContainEqual(expect.stringMatching(sentence))
  })
})
