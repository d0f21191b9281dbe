import { Card, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { type DeskQuestion, approved, onAir, textOf, waiting } from '../questions/columns.js'
import { span } from '../text/times.js'
import classes from './ProducerDesk.module.css'

/** The running order, to look at: which question is when is the moderator's to say. */
export function Queue() {
  const { t } = useTranslation()
  const state = useLiveState()
  const now = onAir(state)
  const next = approved(state)
  return (
    <section aria-labelledby="queue">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" id="queue">
          {t('producer.queue')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('producer.waiting', { count: waiting(state).length })}
        </Text>
      </Group>
      {now ? <OnAir question={now} /> : <Text c="dimmed">{t('producer.nothingOnAir')}</Text>}
      <ol className={classes.queue}>
        {next.map((question, place) => (
          <Card key={question.id} component="li" withBorder padding="xs">
            <Text size="sm" lineClamp={2} className={classes.words}>
              <b>
                {place + 1} · {t('question.number', { number: question.number })}
              </b>{' '}
              {textOf(question)}
            </Text>
            <Answers question={question} />
          </Card>
        ))}
      </ol>
      {next.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('producer.nothingApproved')}
        </Text>
      )}
    </section>
  )
}

function OnAir({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const now = useServerNow()
  return (
    <Card withBorder padding="xs" mb="xs" className={classes.onAir}>
      <Group justify="space-between">
        <Text size="sm">
          <Text span fw={700} c="red.4">
            ● {t('state.on_air')}
          </Text>{' '}
          <b>{t('question.number', { number: question.number })}</b>
        </Text>
        <Text size="sm" className={classes.figure}>
          {question.onAirSince && span(now - Date.parse(question.onAirSince))}
        </Text>
      </Group>
      <Text className={classes.words} lineClamp={6}>
        {textOf(question)}
      </Text>
      <Text size="sm" c="dimmed">
        {question.callerLine}
      </Text>
      <Answers question={question} />
    </Card>
  )
}

/** Who leads the answer, and who helps. */
function Answers({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { speakers } = useLiveState()
  const seats = [question.leadSpeakerId, ...question.supportingSpeakerIds]
    .map(id => (id ? speakers.get(id) : undefined))
    .filter(speaker => speaker !== undefined)
    .map(({ seat, name }) => `${t('question.seat', { seat })} – ${name}`)
  if (seats.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {seats.join(', ')}
    </Text>
  )
}
