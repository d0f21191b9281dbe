import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallerView, StaffQuestion } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'
import { CONSENTS } from '../secretary/caller.js'
import { shownPhone } from '../text/phones.js'
import { clockTime } from '../text/times.js'
import { useDesk } from './moderator-desk.js'

/** What else is known of a question: how it came, the note, the reason it was given, and who asked the same. */
export function CardAbout({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { reason, askers, note, loggedBy, decidedBy, decidedAt } = question
  const why = [program.reasons.find(entry => entry.code === reason?.code)?.name ?? reason?.code, reason?.text]
  const facts = [
    t(`nature.${question.nature}`),
    program.lines.find(line => line.id === question.line)?.name,
    question.direct && t('moderator.direct'),
    t('moderator.loggedBy', { name: loggedBy.name, time: clockTime(question.loggedAt) }),
    decidedBy && decidedAt && t('moderator.decidedBy', { name: decidedBy.name, time: clockTime(decidedAt) }),
  ]
  return (
    <div>
      <Text size="xs" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {note && (
        <Text size="sm">
          {t('moderator.note')}: {note}
        </Text>
      )}
      {reason && (
        <Text size="sm" c="orange.4">
          {t('moderator.reason')}: {why.filter(Boolean).join(' – ')}
        </Text>
      )}
      <Caller question={question} />
      {askers.length > 0 && (
        <>
          <Text size="sm" mt={4}>
            {t('moderator.askers', { count: askers.length })}
          </Text>
          <Text component="ul" size="sm" c="dimmed" m={0} pl="md">
            {(askers as StaffQuestion['askers']).map(asker => (
              <li key={asker.number}>
                {[t('question.number', { number: asker.number }), asker.callerLine, phoneOf(asker.caller)]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </Text>
        </>
      )}
    </div>
  )
}

/** Who asks, as staff know it, and as it will be said: what there is no leave for is not in that line. */
function Caller({ question: { caller, callerLine } }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const given = caller && CONSENTS.filter(consent => caller[consent])
  const who = caller && [
    [caller.honorific, caller.name].filter(Boolean).join(' '),
    caller.organisation,
    caller.place?.text,
    phoneOf(caller),
    given?.length ? given.map(consent => t(`secretary.consent.${consent}`)).join(', ') : t('card.noConsent'),
  ]
  return (
    <Text size="sm">
      {t('card.said')}: <b>{callerLine}</b>
      {who && (
        <Text span size="sm" c="dimmed">
          {' '}
          · {who.filter(Boolean).join(' · ')}
        </Text>
      )}
    </Text>
  )
}

const phoneOf = (caller: CallerView | null | undefined) =>
  caller?.phone && (shownPhone(caller.phone.e164 ?? caller.phone.typed)?.text ?? caller.phone.typed)
