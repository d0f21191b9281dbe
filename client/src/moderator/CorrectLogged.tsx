import { Button, Group, Kbd, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import type { DeskQuestion } from '../questions/columns.js'
import { CallerFields } from '../secretary/CallerFields.js'
import { Consents } from '../secretary/Consents.js'
import { callerDraft, callerInput } from '../secretary/caller.js'
import classes from './OpenCard.module.css'
import { conflicts } from './drafts.js'
import { useDesk } from './moderator-desk.js'
import { useDraft } from './useDraft.js'

type Props = { question: DeskQuestion; close: () => void }

/** The words and the caller as they should have been taken down. What is typed is kept like a wording. */
export function CorrectLogged({ question, close }: Props) {
  const { t } = useTranslation()
  const { moves } = useDesk()
  const { draft, change, drop } = useDraft(question)
  const [sending, setSending] = useState(false)
  const now = { verbatim: question.verbatim ?? '', caller: callerDraft(question.caller) }
  const shown = draft.logged ?? now
  const set = (part: Partial<typeof shown>) => change({ logged: { ...shown, ...part } })
  const ready = shown.verbatim.trim() !== '' && !sending && !conflicts(question, draft)

  async function save() {
    if (!ready) return
    setSending(true)
    const { verbatim } = shown
    const outcome = await moves.revise(question, { verbatim, caller: callerInput(shown.caller) ?? null })
    setSending(false)
    if (outcome !== 'done') return
    drop('logged')
    close()
  }
  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.repeat) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.ctrlKey) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={`${classes.form} ${classes.narrow}`}
      role="group"
      aria-label={t('secretary.correcting')}
      onKeyDown={keys}
    >
      <Textarea
        size="xs"
        label={t('secretary.verbatim')}
        autoFocus
        autosize
        minRows={3}
        maxRows={10}
        maxLength={TextLimit.verbatim}
        value={shown.verbatim}
        onChange={event => set({ verbatim: event.currentTarget.value })}
      />
      <CallerFields caller={shown.caller} onChange={caller => set({ caller })} />
      <Consents caller={shown.caller} onChange={caller => set({ caller })} />
      <Group gap="xs">
        <Button size="compact-sm" color="blue.4" disabled={!ready} onClick={() => void save()}>
          {t('card.saveLogged')}{' '}
          <Kbd ml={6} size="xs">
            Ctrl+Enter
          </Kbd>
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            drop('logged')
            close()
          }}
        >
          {t('moderator.cancel')}
        </Button>
      </Group>
    </div>
  )
}
