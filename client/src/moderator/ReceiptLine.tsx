import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { isRunning } from '../screen/shown.js'
import classes from './AirBar.module.css'
import { useNow } from './ServerClock.js'
import { useDesk } from './moderator-desk.js'
import { GRACE_MS, receiptsOf, shownSince } from './receipts.js'

/** Which screens show the question as it is now, which lag, and which of its speakers have read it. */
export function ReceiptLine({ question }: { question: DeskQuestion }) {
  return (
    <div className={classes.receipts} role="status" tabIndex={0}>
      <OnScreens question={question} />
      <Readers question={question} />
    </div>
  )
}

function OnScreens({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const state = useLiveState()
  const now = useNow()
  const { waited, lags, took } = receiptsOf(question, [...state.screens.values()], state.receipts)
  if (waited.length === 0) return <Quiet>{t('moderator.noScreens')}</Quiet>
  if ((state.program as Program).blank) return <Warning>■ {t('air.blank')}</Warning>
  if (!isRunning(state)) return <Quiet>{t('air.notRunning')}</Quiet>
  const count = t('moderator.screens', { count: `${waited.length - lags.length}/${waited.length}` })
  if (lags.length === 0)
    return (
      <Text size="sm" c="green.4">
        ✓ {count}
        {took !== null && ` · ${t('air.took', { seconds: seconds(took) })}`}
      </Text>
    )
  if (now - shownSince(question) < GRACE_MS) return <Quiet>… {count}</Quiet>
  return (
    <>
      <Warning>▲ {count}</Warning>
      {lags.map(({ screen, why }) => (
        <Warning key={screen.id}>{t(`air.lag.${why}`, { screen: screen.label })}</Warning>
      ))}
    </>
  )
}

/** Every seat that answers and has a screen of its own, and whether Đã đọc was pressed there. */
function Readers({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { screens, receipts } = useLiveState()
  const { speakers } = useDesk()
  const read = new Set(
    receipts
      .filter(receipt => receipt.read.some(one => one.questionId === question.id))
      .map(receipt => receipt.screenId),
  )
  const answering = [question.leadSpeakerId, ...question.supportingSpeakerIds]
  return [...screens.values()].map(screen => {
    const seat = speakers.find(speaker => speaker.id === screen.speakerId)?.seat
    const who = seat ? t('question.seat', { seat }) : screen.label
    if (read.has(screen.id))
      return (
        <Text key={screen.id} size="sm" c="green.4">
          ✓ {t('moderator.read', { who })}
        </Text>
      )
    if (screen.kind !== 'speaker' || !answering.includes(screen.speakerId ?? '')) return null
    return <Quiet key={screen.id}>○ {t('air.unread', { who })}</Quiet>
  })
}

/** 0,1 – tenths, with the comma of the language. */
const seconds = (milliseconds: number) =>
  new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(milliseconds / 1000)

type Words = { children: ReactNode }
const Quiet = ({ children }: Words) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)
const Warning = ({ children }: Words) => (
  <Text size="sm" c="orange.4">
    {children}
  </Text>
)
