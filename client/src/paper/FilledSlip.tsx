import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { AnswerText } from '../questions/AnswerText.js'
import { Fact } from '../questions/Fact.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Askers } from '../secretary/Askers.js'
import { CONSENTS } from '../secretary/caller.js'
import { shownPhone } from '../text/phones.js'
import { nameIn, reasonOf } from '../secretary/row-words.js'
import { dayOf, shownDay } from '../text/days.js'
import { clockTime } from '../text/times.js'
import { PaperHead } from './PaperHead.js'

/** All that was taken down and decided about one question, for the file. It goes on over as many pages as it needs. */
export function FilledSlip({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const state = useLiveState()
  const program = state.program as Program
  const { topics, agencies, lines } = program
  const { caller, answer, askers, decidedBy, decidedAt, loggedAt } = question
  const decided = [t(`state.${question.state}`), decidedBy?.name, decidedAt && clockTime(decidedAt)]
  return (
    <div className="paper-preview" role="region" aria-label={t('paper.filled', question)} tabIndex={0}>
      <article className="filled" data-number={question.number}>
        <PaperHead program={program} number={question.number} />
        <dl>
          <Fact label={t('paper.calledAt')}>{`${shownDay(dayOf(loggedAt))} ${clockTime(loggedAt)}`}</Fact>
          <Fact label={t('paper.takenBy')}>{question.loggedBy.name}</Fact>
          <Fact label={t('secretary.line')}>{nameIn(lines, question.line)}</Fact>
          <Fact label={t('secretary.phone')}>{caller?.phone && shownPhone(caller.phone.typed)?.text}</Fact>
          <Fact label={t('secretary.honorific')}>{caller?.honorific}</Fact>
          <Fact label={t('secretary.name')}>{caller?.name}</Fact>
          <Fact label={t('secretary.organisation')}>{caller?.organisation}</Fact>
          <Fact label={t('secretary.place')}>{caller?.place?.text}</Fact>
          <Fact label={t('secretary.verbatim')}>{question.verbatim}</Fact>
          <Fact label={t('moderator.wording')}>{question.wording}</Fact>
          <Fact label={t('secretary.nature')}>{t(`nature.${question.nature}`)}</Fact>
          <Fact label={t('secretary.topic')}>{nameIn(topics, question.topicId)}</Fact>
          <Fact label={t('list.agency')}>{nameIn(agencies, question.agencyId)}</Fact>
          <Fact label={t('secretary.priority')}>{t(`priority.${question.priority}`)}</Fact>
          <Fact label={t('secretary.note')}>{question.note}</Fact>
          <Fact label={t('secretary.direct')}>{question.direct && '☑'}</Fact>
          {CONSENTS.map(consent => (
            <Fact key={consent} label={t(`secretary.consent.${consent}`)}>
              {caller?.[consent] ? '☑' : '☐'}
            </Fact>
          ))}
          <Fact label={t('paper.state')}>{decided.filter(Boolean).join(', ')}</Fact>
          <Fact label={t('moderator.reason')}>{reasonOf(question, program)}</Fact>
          <Fact label={t('moderator.askers', { count: askers.length })}>
            {askers.length > 0 && <Askers question={question} />}
          </Fact>
          <Fact label={t('answer.answer')}>
            {answer && <AnswerText answer={answer} speakers={[...state.speakers.values()]} />}
          </Fact>
        </dl>
        <div className="filled-signed">{t('paper.signed')}: ……………………………………</div>
      </article>
    </div>
  )
}
