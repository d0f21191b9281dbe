import { Button, Card, Group, Kbd, NativeSelect, Stack, TextInput, Title } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message, MessageTo } from '#protocol/message.js'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { Screen } from '#protocol/screen.js'
import { TextLimit } from '#protocol/text.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { useKeys } from '../ui/useKeys.js'
import { SentMessages } from './SentMessages.js'
import { useHouseMessages } from './useHouseMessages.js'

/** How long a message may stand, in seconds; the last until it was seen. */
const TIMES = ['15', '30', '60', '300', ''] as const
/** As many as there are digit keys, 0 being another. */
const KEYS = 9

/** Words to the studio, prepared or free, to all or one; and to the moderators. */
export function MessageDesk({ screens }: { screens: Screen[] }) {
  const { t } = useTranslation()
  const send = useCommand()
  const program = useLiveState().program as Program
  const prepared = useHouseMessages()
  const field = useRef<HTMLInputElement>(null)
  const [to, setTo] = useState('all')
  const [seconds, setSeconds] = useState<string>('30')
  const [text, setText] = useState('')
  const reached = screens.filter(screen => screen.kind !== 'overlay')
  // A screen that was revoked meanwhile is written to no more.
  const chosen = reached.some(screen => screen.id === to) || to === 'moderators' ? to : 'all'
  const length = [...text.normalize('NFC').trim()].length
  const tooLong = length > TextLimit.message

  const say = (words: string) =>
    send<{ message: Message }>('POST', paths.messages(program.id), {
      text: words,
      to: addressees(chosen),
      ...(seconds && { seconds: Number(seconds) }),
    })
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (length === 0 || tooLong) return field.current?.focus()
    const said = text
    // What was typed meanwhile is the next one.
    if (await say(said)) setText(now => (now === said ? '' : now))
  }
  useKeys([
    ['Alt+M', () => field.current?.focus()],
    ...prepared
      .slice(0, KEYS)
      .map((words, at): [string, () => void] => [`Alt+${at + 1}`, () => void say(words)]),
  ])

  if (program.phase === 'closed') return null
  return (
    <Card component="section" aria-labelledby="messages" withBorder padding="sm">
      <Stack gap="sm">
        <Title order={2} size="h5" id="messages">
          {t('messages.title')}
        </Title>
        <Group grow gap="xs">
          <NativeSelect
            size="xs"
            label={t('messages.to')}
            value={chosen}
            onChange={event => setTo(event.currentTarget.value)}
            data={[
              { value: 'all', label: t('messages.all') },
              { value: 'moderators', label: t('messages.moderators') },
              ...reached.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('messages.stands')}
            value={seconds}
            onChange={event => setSeconds(event.currentTarget.value)}
            data={TIMES.map(value => ({
              value,
              label: value ? t('messages.seconds', { count: Number(value) }) : t('messages.untilSeen'),
            }))}
          />
        </Group>
        {prepared.map((words, at) => (
          <Button
            key={words}
            variant="default"
            justify="space-between"
            styles={{ label: { whiteSpace: 'normal' } }}
            h="auto"
            mih="2.25rem"
            onClick={() => void say(words)}
            rightSection={at < KEYS && <Kbd>{`Alt+${at + 1}`}</Kbd>}
          >
            {words}
          </Button>
        ))}
        <form onSubmit={event => void submit(event)}>
          <Group gap="xs" align="start" wrap="nowrap">
            <TextInput
              ref={field}
              flex={1}
              aria-label={t('messages.free')}
              placeholder={t('messages.free')}
              value={text}
              onChange={event => setText(event.currentTarget.value)}
              error={tooLong && t('messages.tooLong', { length, most: TextLimit.message })}
              rightSection={<Kbd>Alt+M</Kbd>}
              rightSectionWidth="4.5rem"
              autoComplete="off"
            />
            <Button type="submit">{t('messages.send')}</Button>
          </Group>
        </form>
        <SentMessages screens={screens} />
      </Stack>
    </Card>
  )
}

const addressees = (to: string): MessageTo => (to === 'all' || to === 'moderators' ? to : [to])
