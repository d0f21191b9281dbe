import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

export type ShownPhone = { text: string; odd: boolean }

/** 0931.015.119, or 0292.3830.119 for a landline; what no plan of numbers knows is odd, and stays as it was typed. */
export function shownPhone(typed: string): ShownPhone | null {
  if (typed.trim() === '') return null
  const parsed = parsePhoneNumberFromString(typed, 'VN')
  if (!parsed?.isValid()) return { text: typed, odd: true }
  if (parsed.country !== 'VN') return { text: parsed.formatInternational(), odd: false }
  const national = `0${parsed.nationalNumber}`
  const middle = national.length - 3
  return {
    text: `${national.slice(0, 4)}.${national.slice(4, middle)}.${national.slice(middle)}`,
    odd: false,
  }
}
