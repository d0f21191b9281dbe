import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ScreenReceipt } from '#protocol/live.js'
import type { Screen } from '#protocol/screen.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './AirBar.module.css'
import { useDesk } from './moderator-desk.js'

/** The overlay is sent only what it is cued for: it is not waited for. */
const paints = (screen: Screen) => screen.kind !== 'overlay'

const has = (receipt: ScreenReceipt | undefined, { id, version }: DeskQuestion) =>
  receipt?.painted.find(painted => painted.questionId === id && painted.version === version)

/** Which screens show the question as it is now, which lag, and what the speakers have answered to it. */
export function ReceiptLine({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { screens, receipts } = useLiveState()
  const waited = [...screens.values()].filter(paints)
  const byScreen = new Map(receipts.map(receipt => [receipt.screenId, receipt]))
  const lagging = waited.filter(screen => !has(byScreen.get(screen.id), question))
  const count = `${waited.length - lagging.length}/${waited.length}`
  return (
    <div className={classes.receipts} role="status">
      {waited.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('moderator.noScreens')}
        </Text>
      ) : (
        <Text size="sm" c={lagging.length ? 'orange.4' : 'green.4'}>
          {lagging.length ? '▲' : '✓'} {t('moderator.screens', { count })}
        </Text>
      )}
      {lagging.map(screen => (
        <Text key={screen.id} size="sm" c="orange.4">
          {t(byScreen.get(screen.id)?.connected ? 'moderator.lags' : 'moderator.offline', {
            screen: screen.label,
          })}
        </Text>
      ))}
      {waited.map(screen => (
        <SpeakerSaid key={screen.id} screen={screen} receipt={byScreen.get(screen.id)} question={question} />
      ))}
    </div>
  )
}

type Said = { screen: Screen; receipt: ScreenReceipt | undefined; question: DeskQuestion }

function SpeakerSaid({ screen, receipt, question }: Said) {
  const { t } = useTranslation()
  const { speakers } = useDesk()
  const seatOf = (id: string | null) => speakers.find(speaker => speaker.id === id)?.seat
  const seat = seatOf(screen.speakerId)
  const who = seat ? t('question.seat', { seat }) : screen.label
  const passed = receipt?.passed.find(one => one.questionId === question.id)
  if (passed) {
    const to = seatOf(passed.toSpeakerId)
    return (
      <Text size="sm" c="orange.4">
        ▲ {to ? t('moderator.passesTo', { who, to }) : t('moderator.passes', { who })}
      </Text>
    )
  }
  if (!receipt?.read.some(one => one.questionId === question.id)) return null
  return (
    <Text size="sm" c="green.4">
      ✓ {t('moderator.read', { who })}
    </Text>
  )
}
