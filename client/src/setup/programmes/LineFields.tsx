import { Button, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import classes from '../Setup.module.css'
import type { LineDraft } from './programme-draft.js'

type Props = { lines: LineDraft[]; onChange: (lines: LineDraft[]) => void }

/** Hotlines and the other ways by which questions come in. */
export function LineFields({ lines, onChange }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)

  function add() {
    onChange([...lines, { key: newId(), name: '' }])
    requestAnimationFrame(() => [...(list.current?.querySelectorAll('input') ?? [])].at(-1)?.focus())
  }

  return (
    <div ref={list}>
      {lines.map((line, index) => (
        <div key={line.key} className={classes.line}>
          <TextInput
            label={t('programme.line', { number: index + 1 })}
            value={line.name}
            onChange={event => {
              const name = event.currentTarget.value
              onChange(lines.map(one => (one.key === line.key ? { ...one, name } : one)))
            }}
            maxLength={300}
            autoComplete="off"
          />
          <Button
            variant="default"
            px="xs"
            aria-label={t('programme.removeLine', { number: index + 1 })}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button variant="default" size="xs" mt="sm" onClick={add}>
        {t('programme.addLine')}
      </Button>
    </div>
  )
}
