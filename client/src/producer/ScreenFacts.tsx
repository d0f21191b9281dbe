import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ScreenReceipt } from '#protocol/live.js'
import type { Screen } from '#protocol/screen.js'
import { useLiveState } from '../live/LiveProgram.js'
import { clockTime } from '../text/times.js'
import { largeOn, linkQuality } from './link-quality.js'
import classes from './ProducerDesk.module.css'
import { sentTo } from './sent-to.js'

type Props = { screen: Screen; receipt: ScreenReceipt | undefined }

/** Whether a screen is there and shows what it should, since when, and what was answered at it. */
export function ScreenFacts({ screen, receipt }: Props) {
  return (
    <>
      <Link screen={screen} receipt={receipt} />
      <OnItsGlass receipt={receipt} />
      <Answered receipt={receipt} />
    </>
  )
}

function Link({ screen, receipt }: Props) {
  const { t } = useTranslation()
  const state = useLiveState()
  const quality = linkQuality(receipt, largeOn(sentTo(screen, state)))
  if (quality.state === 'away')
    return (
      <Text size="sm" c="orange.4">
        ▲ {t('producer.disconnected')}
      </Text>
    )
  const several = receipt!.connections > 1
  return (
    <>
      <Text size="sm" c="green.4" className={classes.figure}>
        ✓ {t('producer.connected')}
        {quality.state === 'right' &&
          quality.took !== undefined &&
          ` · ${t('studio.took', { seconds: seconds(quality.took) })}`}
      </Text>
      {quality.state === 'behind' && (
        <Text size="sm" c="orange.4">
          ▲ {t('studio.behind', { number: quality.number })}
        </Text>
      )}
      {several && (
        <Text size="sm" c="orange.4" fw={600}>
          ▲ {t('studio.browsers', { count: receipt!.connections })}
        </Text>
      )}
    </>
  )
}

/** "0,1": tenths are what one can do something about. */
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1).replace('.', ',')

/** NOW before NEXT before the list: what one would see first. */
function OnItsGlass({ receipt }: { receipt: ScreenReceipt | undefined }) {
  const { t } = useTranslation()
  const { questions } = useLiveState()
  const painted = (['now', 'next', 'list'] as const)
    .map(place => receipt?.painted.find(one => one.place === place))
    .find(one => one !== undefined)
  const question = painted && questions.get(painted.questionId)
  return (
    <Text size="sm" c={question ? undefined : 'dimmed'} className={classes.figure}>
      {question
        ? `${t(`producer.paints.${painted.place}`, { number: question.number })} ${t('producer.paints.since', { time: clockTime(painted.at) })}`
        : t('producer.paints.nothing')}
    </Text>
  )
}

/** What whoever sits there has said of the questions that are still to be answered. */
function Answered({ receipt }: { receipt: ScreenReceipt | undefined }) {
  const { t } = useTranslation()
  const { questions, speakers } = useLiveState()
  const numberOf = (id: string) => questions.get(id)?.number ?? 0
  if (!receipt) return null
  return (
    <>
      {receipt.read.length > 0 && (
        <Text size="sm" c="green.4">
          ✓ {t('studio.read', { numbers: receipt.read.map(one => numberOf(one.questionId)).join(', ') })}
        </Text>
      )}
      {receipt.passed.map(({ questionId, toSpeakerId }) => {
        const to = toSpeakerId && speakers.get(toSpeakerId)
        return (
          <Text key={questionId} size="sm" c="orange.4">
            ▲{' '}
            {to
              ? t('studio.passesTo', { number: numberOf(questionId), seat: to.seat, name: to.name })
              : t('studio.passes', { number: numberOf(questionId) })}
          </Text>
        )
      })}
    </>
  )
}
