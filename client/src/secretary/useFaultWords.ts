import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Typed } from './slip.js'
import { type SlipFault, type SlipField, lengthFaults } from './slip-faults.js'

/** Why each field cannot go up, in words: what is too long is said as it is typed, the rest once it was tried. */
export function useFaultWords(typed: Typed, tried: readonly SlipFault[]) {
  const { t, i18n } = useTranslation()
  const found = JSON.stringify([...lengthFaults(typed), ...tried])
  return useMemo(() => {
    const faults = JSON.parse(found) as SlipFault[]
    return (field: SlipField): string | undefined => {
      const fault = faults.find(fault => fault.field === field)
      return fault && t(`slip.fault.${fault.kind}`, { over: fault.over.toLocaleString(i18n.language) })
    }
  }, [found, t, i18n.language])
}
