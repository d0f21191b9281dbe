import { Button, Kbd, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message, MessageTo } from '#protocol/message.js'
import { paths } from '#protocol/paths.js'
import { TextLimit, codePoints } from '#protocol/text.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { SentMessages } from '../messages/SentMessages.js'
import { useHouseMessages } from '../messages/useHouseMessages.js'
import type { Key } from '../ui/useKeys.js'
import classes from './CueSheet.module.css'
import { DeskDialog } from './DeskDialog.js'
import { useDesk } from './moderator-desk.js'
import { useDeskKeys } from './useDeskKeys.js'

/** A word between desks is of no use after this long, one on a screen before. Seconds. */
const AT_DESK = 300
const ON_SCREEN = 30
/** As many as there are digit keys, 0 being another. */
const KEYS = 9

/** Words to the producer and the studio, prepared or free; what stands there, and who has seen it. */
export function CueSheet({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { screens } = useLiveState()
  const send = useCommand()
  const prepared = useHouseMessages()
  const [to, setTo] = useState('producers')
  const [text, setText] = useState('')
  const reached = [...screens.values()].filter(screen => screen.kind !== 'overlay')
  const length = codePoints(text.normalize('NFC').trim())
  const tooLong = length > TextLimit.message

  /** Sent, and the hand is back where it was; what was refused keeps its words. */
  async function say(words: string) {
    const sent = await send<{ message: Message }>('POST', paths.messages(program.id), {
      text: words,
      to: addressee(to),
      seconds: to === 'producers' ? AT_DESK : ON_SCREEN,
    })
    if (sent) close()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (length > 0 && !tooLong) void say(text)
  }
  useDeskKeys(
    prepared.slice(0, KEYS).map((words, at): Key => [`Alt+${at + 1}`, () => void say(words)]),
    true,
  )

  return (
    <DeskDialog title={t('messages.title')} close={close}>
      <form className={classes.free} onSubmit={submit}>
        <NativeSelect
          label={t('messages.to')}
          value={to}
          onChange={event => setTo(event.currentTarget.value)}
          data={[
            { value: 'producers', label: t('messages.producers') },
            { value: 'all', label: t('messages.all') },
            ...reached.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        <TextInput
          autoFocus
          data-autofocus
          className={classes.words}
          label={t('messages.free')}
          autoComplete="off"
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          error={tooLong && t('messages.tooLong', { length, most: TextLimit.message })}
        />
        <Button type="submit" disabled={length === 0 || tooLong}>
          {t('messages.send')} <Kbd ml={6}>Enter</Kbd>
        </Button>
      </form>
      <div className={classes.prepared}>
        {prepared.map((words, at) => (
          <Button key={words} variant="default" onClick={() => void say(words)}>
            {words} {at < KEYS && <Kbd ml={6}>{`Alt+${at + 1}`}</Kbd>}
          </Button>
        ))}
      </div>
      <SentMessages screens={[...screens.values()]} />
    </DeskDialog>
  )
}

const addressee = (to: string): MessageTo => (to === 'producers' || to === 'all' ? to : [to])
