import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { AnswerText } from '../questions/AnswerText.js'
import { Fact } from '../questions/Fact.js'
import { seenOf } from '../questions/answer-draft.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Askers } from './Askers.js'
import { CallerWords } from './CallerWords.js'
import classes from './List.module.css'
import { QuestionPast } from './QuestionPast.js'
import { RowActions } from './RowActions.js'
import { nameIn } from './row-words.js'
import type { RowActs } from './useRowActs.js'

type Props = { question: DeskQuestion; acts: RowActs }

/** Everything that was taken down and decided about a question, to be read. */
export function QuestionDetails({ question, acts }: Props) {
  const { t } = useTranslation()
  const state = useLiveState()
  const { topics, agencies, lines } = state.program as Program
  const speakers = [...state.speakers.values()]
  const { caller, answer, askers } = question
  const seated = (ids: (string | null)[]) =>
    speakers
      .filter(one => ids.includes(one.id))
      .map(one => `${one.honorific} ${one.name}`.trim())
      .join(', ')
  return (
    <div className={classes.details}>
      <RowActions question={question} acts={acts} />
      <dl className={classes.facts}>
        <Fact label={t('secretary.verbatim')}>{question.verbatim}</Fact>
        <Fact label={t('moderator.wording')}>{question.wording}</Fact>
        <Fact label={t('list.caller')}>{caller && <CallerWords caller={caller} />}</Fact>
        <Fact label={t('secretary.line')}>{nameIn(lines, question.line)}</Fact>
        <Fact label={t('secretary.nature')}>{t(`nature.${question.nature}`)}</Fact>
        <Fact label={t('secretary.topic')}>{nameIn(topics, question.topicId)}</Fact>
        <Fact label={t('list.agency')}>{nameIn(agencies, question.agencyId)}</Fact>
        <Fact label={t('secretary.note')}>{question.note}</Fact>
        <Fact label={t('moderator.lead')}>{seated([question.leadSpeakerId])}</Fact>
        <Fact label={t('moderator.supporting')}>{seated(question.supportingSpeakerIds)}</Fact>
        <Fact label={t('moderator.askers', { count: askers.length })}>
          {askers.length > 0 && <Askers question={question} />}
        </Fact>
        <Fact label={t('answer.answer')}>{answer && <AnswerText answer={answer} speakers={speakers} />}</Fact>
      </dl>
      <QuestionPast key={`${question.version} ${seenOf(answer)}`} questionId={question.id} />
    </div>
  )
}
