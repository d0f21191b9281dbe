import { useTranslation } from 'react-i18next'
import type { Typed } from './slip.js'
import { type SlipFault, type SlipField, lengthFaults } from './slip-faults.js'

/** Why each field cannot go up, in words: what is too long is said as it is typed, the rest once it was tried. */
export function useFaultWords(typed: Typed, tried: readonly SlipFault[]) {
  const { t, i18n } = useTranslation()
  const long = lengthFaults(typed)
  return (field: SlipField): string | undefined => {
    const fault = [...long, ...tried].find(fault => fault.field === field)
    return fault && t(`slip.fault.${fault.kind}`, { over: fault.over.toLocaleString(i18n.language) })
  }
}
