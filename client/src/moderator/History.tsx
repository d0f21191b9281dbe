import { Loader, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { QuestionHistory } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Refused, askServer } from '../session/ask-server.js'
import { clockTime } from '../text/times.js'
import { MarkedText } from './MarkedText.js'
import classes from './OpenCard.module.css'
import { didWhat } from './did-what.js'
import { intoView } from './intoView.js'
import { useDesk } from './moderator-desk.js'
import { differences } from './word-difference.js'

/** Who did what and when, in which words, on which screens it stood, and what was answered. */
export function History({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const [told, setTold] = useState<QuestionHistory | string | null>(null)
  useEffect(() => {
    let latest = true
    askServer<QuestionHistory>('GET', paths.history(question.id)).then(
      answer => latest && setTold(answer),
      error => latest && error instanceof Refused && setTold(error.message),
    )
    return () => {
      latest = false
    }
    // Asked again when something has happened to it.
  }, [question.id, question.version, question.answer])

  return (
    <section ref={told === null ? null : intoView} className={classes.form} aria-label={t('card.history')}>
      <Text size="sm" fw={700}>
        {t('card.history')}
      </Text>
      {told === null && <Loader size="xs" aria-label={t('desk.loading')} />}
      {typeof told === 'string' && (
        <Text size="sm" c="orange.4" role="alert">
          ▲ {told}
        </Text>
      )}
      {told !== null && typeof told === 'object' && (
        <>
          <Entries entries={told.history} first={question.verbatim ?? ''} />
          <Showings screens={told.screens} />
        </>
      )}
      <Answered question={question} />
    </section>
  )
}

type Entry = QuestionHistory['history'][number]

function Entries({ entries, first }: { entries: readonly Entry[]; first: string }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  return (
    <ol className={classes.entries}>
      {entries.map((entry, index) => {
        const before = entries.slice(0, index).findLast(earlier => earlier.wording)?.wording ?? first
        const listed = program.reasons.find(reason => reason.code === entry.reason?.code)?.name
        const why = [listed ?? entry.reason?.code, entry.reason?.text].filter(Boolean).join(' – ')
        return (
          <li key={index}>
            <Text size="sm">
              <time dateTime={entry.at}>{clockTime(entry.at)}</time> · <b>{entry.by?.name}</b>{' '}
              {didWhat(entry.type, t)}
              {why && `: ${why}`}
            </Text>
            {entry.wording && (
              <Text size="sm" component="div" c="dark.1" pl="md">
                <Compared before={before} after={entry.wording} />
              </Text>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Both wordings in one: what was left out, then what was put in its place. */
function Compared({ before, after }: { before: string; after: string }) {
  const { removed, added } = differences(before, after)
  return (
    <>
      {removed.length > 0 && (
        <div>
          <MarkedText text={before} removed={removed} />
        </div>
      )}
      <div>
        <MarkedText text={after} added={added} />
      </div>
    </>
  )
}

function Showings({ screens: shown }: { screens: QuestionHistory['screens'] }) {
  const { t } = useTranslation()
  const { screens } = useLiveState()
  if (shown.length === 0) return null
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('card.onScreens')}
      </Text>
      <ul className={classes.entries}>
        {shown.map(({ screenId, from, until }) => (
          <li key={`${screenId} ${from}`}>
            <Text size="sm">
              {screens.get(screenId)?.label ?? t('card.screenGone')} ·{' '}
              {until
                ? t('card.fromUntil', { from: clockTime(from), until: clockTime(until) })
                : t('card.since', { from: clockTime(from) })}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was said on air, and what was promised. */
function Answered({ question: { answer } }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { speakers } = useDesk()
  if (!answer) return null
  const who = answer.speakerIds.flatMap(id => speakers.find(speaker => speaker.id === id)?.name ?? [])
  const times = answer.endedAt
    ? t('card.fromUntil', { from: clockTime(answer.startedAt), until: clockTime(answer.endedAt) })
    : t('card.since', { from: clockTime(answer.startedAt) })
  return (
    <Text size="sm">
      {[t('card.answer'), who.join(', '), times, answer.said].filter(Boolean).join(' · ')}
      {answer.promise &&
        ` · ${t('card.promise', { what: answer.promise.what, by: answer.promise.by.split('-').toReversed().join('/') })}`}
    </Text>
  )
}
