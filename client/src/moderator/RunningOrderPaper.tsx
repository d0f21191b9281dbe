import { useTranslation } from 'react-i18next'
import { maskPrivateNumbers } from '#protocol/private-numbers.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { PaperHead } from './PaperHead.js'
import { useDesk } from './moderator-desk.js'

type Props = { now: DeskQuestion | undefined; approved: readonly DeskQuestion[] }

/** The running order on paper, for the day the screens fail: what screens may show, and nothing else of a question. */
export function RunningOrderPaper({ now, approved }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <PaperHead title={t('printed.order')} />
      <table>
        <thead>
          <tr>
            {(['place', 'number', 'wording', 'caller', 'topic', 'answers'] as const).map(column => (
              <th key={column} scope="col">
                {t(`printed.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {now && <Row question={now} place={t('moderator.now')} />}
          {approved.map((question, index) => (
            <Row key={question.id} question={question} place={String(index + 1)} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ question, place }: { question: DeskQuestion; place: string }) {
  const { program } = useDesk()
  const { speakers } = useLiveState()
  const answers = [question.leadSpeakerId, ...question.supportingSpeakerIds].flatMap(
    id => speakers.get(id ?? '') ?? [],
  )
  const hotlines = program.lines.map(({ name }) => name)
  return (
    <tr>
      <th scope="row">{place}</th>
      <td>{question.number}</td>
      <td>{question.wording}</td>
      <td>{maskPrivateNumbers(question.callerLine, hotlines)}</td>
      <td>{program.topics.find(({ id }) => id === question.topicId)?.name}</td>
      <td>{answers.map(({ honorific, name }) => `${honorific} ${name}`.trim()).join(', ')}</td>
    </tr>
  )
}
