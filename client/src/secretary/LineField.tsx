import { Select } from '@mantine/core'
import { useState, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'

/** The line this desk answers: chosen once, and remembered in this browser. */
export function useLine(): [string | undefined, (line: string) => void] {
  const { id, lines } = useLiveState().program as Program
  const key = `line:${id}`
  const [line, setLine] = useState(() => localStorage.getItem(key))
  const known = lines.some(one => one.id === line && !one.retiredAt)
  function choose(chosen: string) {
    setLine(chosen)
    try {
      localStorage.setItem(key, chosen)
    } catch {
      // A full store forgets the choice with the window.
    }
  }
  return [known ? line! : undefined, choose]
}

export const LineField = memo(function LineField({
  line,
  onChange,
}: {
  line: string | undefined
  onChange: (line: string) => void
}) {
  const { t } = useTranslation()
  const { lines } = useLiveState().program as Program
  return (
    <Select
      size="xs"
      w="10rem"
      aria-label={t('secretary.line')}
      placeholder={t('secretary.chooseLine')}
      data={lines.filter(one => !one.retiredAt).map(one => ({ value: one.id, label: one.name }))}
      value={line ?? null}
      allowDeselect={false}
      onChange={chosen => chosen && onChange(chosen)}
    />
  )
})
