import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Speaker } from '#protocol/program.js'
import type { ScreenQuestion } from '#protocol/question.js'
import { FittedText } from '../ui/FittedText.js'
import classes from './QuestionFace.module.css'
import { seatWords } from './shown.js'

/** What of a question is drawn. A desk that shows what the screens show makes it from its own view. */
export type FaceQuestion = Pick<
  ScreenQuestion,
  'id' | 'number' | 'version' | 'topic' | 'text' | 'callerLine' | 'leadSpeakerId' | 'supportingSpeakerIds'
>

type Props = {
  question: FaceQuestion
  variant: 'now' | 'next'
  speakers: ReadonlyMap<string, Speaker>
  /** At the right of the first line: the clocks. */
  aside?: ReactNode
  /** Between the first line and the text: a sentence to be said. */
  lead?: ReactNode
  /** Under everything: the buttons of a seat. */
  foot?: ReactNode
}

/** One question as it stands on a screen, large. The one place that draws it; to be put on a `Stage`. */
export function QuestionFace({ question, variant, speakers, aside, lead, foot }: Props) {
  const { t } = useTranslation()
  return (
    <article
      className={variant === 'next' ? `${classes.face} ${classes.next}` : classes.face}
      data-place={variant}
      data-question={question.id}
      data-version={question.version}
    >
      <header className={classes.head}>
        <span className={classes.mark}>
          <span aria-hidden="true">{variant === 'now' ? '● ' : '› '}</span>
          {variant === 'now' ? t('state.on_air') : t('screen.next')}
        </span>
        <span className={classes.number}>{t('question.number', { number: question.number })}</span>
        {question.topic && <span className={classes.quiet}>{question.topic}</span>}
        <span className={classes.aside}>{aside}</span>
      </header>
      {lead}
      <FittedText text={question.text} />
      <footer className={classes.foot}>
        {!lead && <span className={classes.caller}>{question.callerLine}</span>}
        <Answering question={question} speakers={speakers} />
      </footer>
      {foot}
    </article>
  )
}

function Answering({ question, speakers }: Pick<Props, 'question' | 'speakers'>) {
  const { t } = useTranslation()
  const seat = (speaker: Speaker) => seatWords(speaker, t('question.seat', { seat: speaker.seat }))
  const lead = question.leadSpeakerId ? speakers.get(question.leadSpeakerId) : undefined
  const supporting = question.supportingSpeakerIds.flatMap(id => speakers.get(id) ?? [])
  if (!lead && supporting.length === 0) return null
  return (
    <span className={classes.who}>
      {lead && (
        <>
          {t('screen.answers')} <strong className={classes.lead}>{seat(lead)}</strong>
        </>
      )}
      {supporting.length > 0 && (
        <span className={classes.quiet}>
          {lead && ', '}
          {t('screen.supporting')} {supporting.map(seat).join(', ')}
        </span>
      )}
    </span>
  )
}
