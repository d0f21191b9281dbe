import { Button, Group, Kbd, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import { useCommand } from '../commands/useCommand.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Dialog } from './Dialog.js'
import { useSentences } from './useSentences.js'

type Props = { question: DeskQuestion; onClose: () => void }

/** A logged question that turns out to be a denunciation: the sentence to read, and its number typed to say it is meant. */
export function DivertLogged({ question, onClose }: Props) {
  const { t } = useTranslation()
  const { denunciation } = useSentences()
  const command = useCommand()
  const [typed, setTyped] = useState('')
  const [sending, setSending] = useState(false)
  const { number, version } = question
  const ready = Number(typed) === number && !sending

  async function divert() {
    if (!ready) return
    setSending(true)
    const body = { move: 'divert', version, confirmNumber: number }
    const done = await command('POST', paths.moves(question.id), body)
    setSending(false)
    if (done) onClose()
  }

  return (
    <Dialog opened onClose={onClose} title={`${t('secretary.divert')} – ${t('question.number', question)}`}>
      <Text c="dark.2">{t('secretary.readOut')}</Text>
      <Text size="lg">“{denunciation}”</Text>
      <Text size="sm" c="orange.4">
        ▲ {t('moderator.divertMeans')}
      </Text>
      <TextInput
        data-autofocus
        label={t('moderator.divertNumber', { number })}
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
        onKeyDown={event => {
          if (event.key === 'Enter') void divert()
        }}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} rightSection={<Kbd size="xs">Esc</Kbd>}>
          {t('secretary.back')}
        </Button>
        <Button
          color="red.9"
          disabled={Number(typed) !== number}
          loading={sending}
          onClick={() => void divert()}
          rightSection={<Kbd size="xs">Enter</Kbd>}
        >
          {t('secretary.divertConfirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
