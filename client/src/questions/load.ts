import type { Speaker } from '#protocol/program.js'
import type { DeskQuestion } from './columns.js'
import { answerLength } from './pace.js'

/** What lies before a speaker and what lies behind: approved and on air, answered, and milliseconds of answering. */
export type Load = { speakerId: string | null; waiting: number; answered: number; time: number }

/** Who answered: as written down, else who was to lead. */
const answerers = ({ answer, leadSpeakerId }: DeskQuestion): readonly (string | null)[] =>
  answer?.speakerIds.length ? answer.speakerIds : [leadSpeakerId]

/** The load of every speaker in the panel's order, and last of what nobody is chosen for yet. */
export function loads(questions: readonly DeskQuestion[], speakers: readonly Pick<Speaker, 'id'>[]): Load[] {
  const all = new Map<string | null, Load>(
    [...speakers.map(({ id }) => id), null].map(id => [
      id,
      { speakerId: id, waiting: 0, answered: 0, time: 0 },
    ]),
  )
  const of = (id: string | null) => all.get(id) ?? all.get(null)!
  for (const question of questions) {
    if (question.state === 'approved' || question.state === 'on_air') of(question.leadSpeakerId).waiting += 1
    if (question.state !== 'answered') continue
    for (const id of answerers(question)) {
      const load = of(id)
      load.answered += 1
      load.time += answerLength(question)
    }
  }
  return [...all.values()]
}
