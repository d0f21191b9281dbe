import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { CallerInput } from '#protocol/question.js'

/** Who called, as it is kept. The phone is kept as typed and, where it is one, as E.164. */
export type Caller = {
  honorific: string | null
  name: string | null
  organisation: string | null
  phone: { typed: string; e164?: string } | null
  place: { code?: string; text: string } | null
  mayReadName: boolean
  mayKeep: boolean
  mayForward: boolean
}

/** E.164 of a Vietnamese number as people write it, or nothing: an odd number is kept, never refused. */
export function toE164(typed: string): string | undefined {
  const international = typed.trim().replace(/^00(?=84)/, '+')
  const parsed = parsePhoneNumberFromString(international, 'VN')
  // A 0 that stayed behind the country's code: too few digits for the library to see the trunk prefix in it.
  return parsed?.isPossible() && !parsed.number.startsWith('+840') ? parsed.number : undefined
}

export function toCaller(input: CallerInput): Caller {
  const e164 = input.phone && toE164(input.phone)
  return {
    honorific: input.honorific ?? null,
    name: input.name ?? null,
    organisation: input.organisation ?? null,
    phone: input.phone ? { typed: input.phone, ...(e164 && { e164 }) } : null,
    place: input.place
      ? { ...(input.place.code && { code: input.place.code }), text: input.place.text }
      : null,
    mayReadName: input.mayReadName,
    mayKeep: input.mayKeep,
    mayForward: input.mayForward,
  }
}

/**
 * What remains of a caller when the books are closed and neither the leave to keep nor the leave to forward was
 * given (Law 91/2025/QH15: only for the purpose agreed to): the place and the honorific, for the statistics.
 */
export const withoutIdentity = (caller: Caller): Caller => ({
  ...caller,
  name: null,
  organisation: null,
  phone: null,
})

export const mustForget = (caller: Caller): boolean => !caller.mayKeep && !caller.mayForward
