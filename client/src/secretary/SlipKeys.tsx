import { Button, Kbd } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../ui/useKeys.js'
import classes from './Slip.module.css'

type Props = {
  /** The programme takes no slip now. */
  shut: boolean
  /** A dialog has the keyboard. */
  idle: boolean
  /** Something is typed. */
  begun: boolean
  onSend: (how: 'logged' | 'advised') => void
  onDivert: () => void
  onAside: () => void
}

/** What becomes of the slip, each with its key. */
export const SlipKeys = memo(function SlipKeys({ shut, idle, begun, onSend, onDivert, onAside }: Props) {
  const { t } = useTranslation()
  const when = (may: boolean, act: () => void) => () => {
    if (!idle && may) act()
  }
  useKeys([
    ['Ctrl+Enter', when(!shut, () => onSend('logged'))],
    ['Ctrl+NumpadEnter', when(!shut, () => onSend('logged'))],
    ['Alt+H', when(!shut, () => onSend('advised'))],
    ['Alt+K', when(!shut, onDivert)],
    ['Alt+S', when(begun, onAside)],
  ])
  const keys = [
    { key: 'Ctrl+Enter', words: t('secretary.send'), act: () => onSend('logged'), off: shut },
    { key: 'Alt+H', words: t('secretary.advise'), act: () => onSend('advised'), off: shut },
    { key: 'Alt+K', words: t('secretary.divert'), act: onDivert, off: shut },
    { key: 'Alt+S', words: t('slip.aside'), act: onAside, off: !begun },
  ]
  return (
    <div className={classes.keys}>
      {keys.map(({ key, words, act, off }, place) => (
        <Button
          key={key}
          h="auto"
          classNames={{
            root: classes.key,
            inner: classes.keyInner,
            label: classes.keyLabel,
            section: classes.keyName,
          }}
          variant={place === 0 ? 'filled' : 'default'}
          color="blue.4"
          disabled={off}
          onClick={act}
          rightSection={<Kbd size="xs">{key}</Kbd>}
        >
          {words}
        </Button>
      ))}
    </div>
  )
})
