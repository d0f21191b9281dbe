import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './OpenCard.module.css'
import { intoView } from './intoView.js'
import type { Move } from './useMoves.js'

export type FormProps = { close: () => void; make: (move: Move) => void }

type Props = { label: string; submit: () => void; ready: boolean; close: () => void; children: ReactNode }

/** The one thing more that a move asks for. Enter makes the move, Esc goes back to the card. */
export function MoveForm({ label, submit, ready, close, children }: Props) {
  const { t } = useTranslation()
  return (
    <form
      ref={intoView}
      className={classes.form}
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        if (ready) submit()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      {children}
      <Group gap="xs">
        <Button type="submit" color="blue.4" size="compact-sm" disabled={!ready}>
          {label}
        </Button>
        <Button size="compact-sm" variant="default" onClick={close}>
          {t('moderator.cancel')}
        </Button>
      </Group>
    </form>
  )
}
