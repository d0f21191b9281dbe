import { Button, Kbd, Text } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SIMILAR_SHOWN } from '#protocol/similar.js'
import { useServerNow } from '../live/LiveProgram.js'
import { StateMark } from '../questions/StateMark.js'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import type { Similar } from '../questions/similar.js'
import { useKeys } from '../ui/useKeys.js'
import classes from './TypingAids.module.css'

/** A place whose question has just been replaced takes no key for so long: the hand meant the one before. Milliseconds. */
const SETTLES_MS = 500
const PLACES = Array.from({ length: SIMILAR_SHOWN }, (_, place) => place)

type Props = {
  similar: readonly Similar[]
  /** A dialog has the keyboard, or the slip is on its way. */
  idle: boolean
  onJoin: (lead: DeskQuestion) => void
}

/** The likeliest earlier questions, and one key to join the caller to one of them. */
export function SimilarPanel({ similar, idle, onJoin }: Props) {
  const { t } = useTranslation()
  const settled = useSettled(similar)
  const [first] = similar

  function join(place: number) {
    const one = similar[place]
    if (!idle && one?.joinable && settled(place)) onJoin(one.lead)
  }
  useKeys(PLACES.map(place => [`Alt+${place + 1}`, () => join(place)]))

  return (
    <>
      <span role="status" className={classes.hidden}>
        {first && t('aids.first', { number: first.question.number, state: t(`state.${first.lead.state}`) })}
      </span>
      {first && (
        // The buttons have keys of their own: on the way from the text to the next field this is one stop.
        <ol className={classes.similar} aria-label={t('aids.similar')} tabIndex={0}>
          {similar.map((one, place) => (
            <li key={one.question.id}>
              <Head {...one} />
              <div className={classes.asked}>
                <Text className={classes.text}>{textOf(one.question)}</Text>
                {one.joinable && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    tabIndex={-1}
                    aria-keyshortcuts={`Alt+${place + 1}`}
                    onClick={() => join(place)}
                    rightSection={<Kbd size="xs">Alt+{place + 1}</Kbd>}
                  >
                    {t('aids.join', one.lead)}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** "≈ Giống câu 12 · đang trả lời · 4 người cùng hỏi · 18 phút trước" */
function Head({ question, lead, score, samePhone }: Similar) {
  const { t } = useTranslation()
  const minutes = Math.max(0, Math.floor((useServerNow() - Date.parse(question.loggedAt)) / 60_000))
  const askers = lead.askers.length + 1
  return (
    <Text className={classes.head}>
      <b className={classes.like}>≈ {t('aids.like', question)}</b>
      {lead !== question && ` ${t('aids.joined', lead)}`} · <StateMark state={lead.state} />
      {askers > 1 && ` · ${t('aids.askers', { count: askers })}`}
      {samePhone && <b className={classes.like}> · ☎ {t('aids.samePhone')}</b>}
      <span className={classes.quiet}>
        {' · '}
        {minutes > 0 ? t('aids.minutesAgo', { count: minutes }) : t('aids.justNow')}
        {score > 0 && ` · ${Math.round(score * 100)} %`}
      </span>
    </Text>
  )
}

/** Tells of a place whether its question is still the one that was there when the hand set out. */
function useSettled(similar: readonly Similar[]) {
  const places = useRef<{ id: string; since: number }[]>([])
  useLayoutEffect(() => {
    places.current = similar.map(({ question: { id } }, place) => {
      const before = places.current[place]
      if (before?.id === id) return before
      return { id, since: before ? performance.now() : -SETTLES_MS }
    })
  }, [similar])
  return (place: number) => performance.now() - (places.current[place]?.since ?? 0) >= SETTLES_MS
}
