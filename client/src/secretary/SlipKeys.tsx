import { Button, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../ui/useKeys.js'
import classes from './Slip.module.css'

type Props = {
  sending: boolean
  /** The programme takes no slip now. */
  shut: boolean
  /** A dialog has the keyboard. */
  idle: boolean
  onSend: (how: 'logged' | 'advised') => void
  onDivert: () => void
}

/** What becomes of the slip, each with its key. */
export function SlipKeys({ sending, shut, idle, onSend, onDivert }: Props) {
  const { t } = useTranslation()
  const when = (act: () => void) => () => {
    if (!idle && !shut) act()
  }
  useKeys([
    ['Ctrl+Enter', when(() => onSend('logged'))],
    ['Ctrl+NumpadEnter', when(() => onSend('logged'))],
    ['Alt+H', when(() => onSend('advised'))],
    ['Alt+K', when(onDivert)],
  ])
  return (
    <div className={classes.keys}>
      <Button
        px="xs"
        color="blue.4"
        loading={sending}
        disabled={shut}
        onClick={() => onSend('logged')}
        rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
      >
        {t('secretary.send')}
      </Button>
      <Button
        variant="default"
        px="xs"
        disabled={shut || sending}
        onClick={() => onSend('advised')}
        rightSection={<Kbd size="xs">Alt+H</Kbd>}
      >
        {t('secretary.advise')}
      </Button>
      <Button
        variant="default"
        px="xs"
        disabled={shut || sending}
        onClick={onDivert}
        rightSection={<Kbd size="xs">Alt+K</Kbd>}
      >
        {t('secretary.divert')}
      </Button>
    </div>
  )
}
