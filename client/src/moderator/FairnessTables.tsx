import { useTranslation } from 'react-i18next'
import { maskPrivateNumbers } from '#protocol/private-numbers.js'
import { useLiveState } from '../live/LiveProgram.js'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import { OUTCOMES, rejections, tallied } from '../questions/fairness.js'
import { clockTime } from '../text/times.js'
import classes from './FairnessTables.module.css'
import { useDesk } from './moderator-desk.js'

type Questions = ReadonlyMap<string, DeskQuestion>
const VIEWS = ['topic', 'place', 'line', 'speaker'] as const

/** What became of the questions by topic, place, line and speaker, and every rejection with its reason. */
export function FairnessTables() {
  const questions = useLiveState().questions as Questions
  const nameOf = useNames()
  return (
    <div className={classes.tables}>
      {VIEWS.map(view => (
        <Counts key={view} view={view} questions={questions} keyOf={nameOf[view]} />
      ))}
      <Register questions={questions} />
    </div>
  )
}

/** How a question is called in each of the tables. */
function useNames(): Record<(typeof VIEWS)[number], (question: DeskQuestion) => string | undefined> {
  const { t } = useTranslation()
  const { program, speakers } = useDesk()
  return {
    topic: ({ topicId }) => program.topics.find(({ id }) => id === topicId)?.name,
    place: ({ caller }) => caller?.place?.text,
    line: ({ line }) => program.lines.find(({ id, code }) => id === line || code === line)?.name,
    speaker: ({ leadSpeakerId }) => {
      const speaker = speakers.find(({ id }) => id === leadSpeakerId)
      return speaker && `${t('question.seat', { seat: speaker.seat })} · ${speaker.name}`
    },
  }
}

type CountsProps = {
  view: (typeof VIEWS)[number]
  questions: Questions
  keyOf: (question: DeskQuestion) => string | undefined
}

function Counts({ view, questions, keyOf }: CountsProps) {
  const { t } = useTranslation()
  return (
    <table>
      <caption>{t(`fairness.by.${view}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`fairness.view.${view}`)}</th>
          <th scope="col">{t('fairness.logged')}</th>
          {OUTCOMES.map(outcome => (
            <th key={outcome} scope="col">
              {t(`fairness.outcome.${outcome}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tallied(questions, keyOf).map(tally => (
          <tr key={tally.key}>
            <th scope="row">{tally.key ?? t('fairness.none')}</th>
            <td>{tally.logged}</td>
            {OUTCOMES.map(outcome => (
              <td key={outcome}>{tally[outcome]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Register({ questions }: { questions: Questions }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const rejected = rejections(questions)
  const reasonOf = ({ reason }: DeskQuestion) =>
    [program.reasons.find(({ code }) => code === reason?.code)?.name ?? reason?.code, reason?.text]
      .filter(Boolean)
      .join(' – ')
  if (rejected.length === 0) return <p>{t('fairness.noRejections')}</p>
  return (
    <table className={classes.register}>
      <caption>{t('fairness.register')}</caption>
      <thead>
        <tr>
          {(['number', 'text', 'reason', 'by', 'at'] as const).map(column => (
            <th key={column} scope="col">
              {t(`fairness.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rejected.map(question => (
          <tr key={question.id}>
            <th scope="row">{question.number}</th>
            <td>{maskPrivateNumbers(textOf(question))}</td>
            <td>{reasonOf(question)}</td>
            <td>{question.decidedBy?.name}</td>
            <td>{question.decidedAt && clockTime(question.decidedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
