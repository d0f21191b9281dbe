import { z } from 'zod'

/** Limits of what people type, in code points after NFC and trimming. */
export const TextLimit = {
  verbatim: 5000,
  wording: 600,
  note: 2000,
  reason: 300,
  name: 120,
  phone: 40,
  message: 200,
} as const

/** Above this many code points a wording is advised to be shortened, and a verbatim cannot go on air as it is. */
export const ADVISED_WORDING = 280

/** Faults that zod has no words for; `server/errors` says them in the reader's language. */
export const TextFault = {
  control: 'text.control_character',
  surrogate: 'text.unpaired_surrogate',
  bidi: 'text.bidi_control',
  empty: 'text.empty',
  long: 'text.too_long',
} as const

// PostgreSQL text cannot hold U+0000; the other C0 controls are never typed by a person. Newline and tab are.
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

export const codePoints = (text: string) => [...text].length

type Rule = { max: number; name?: boolean; required?: boolean }

function clean({ max, name = false, required = false }: Rule) {
  return z.string().transform((typed, context) => {
    const fault = (message: string) => {
      context.addIssue({ code: 'custom', message, params: { max } })
      return z.NEVER
    }
    if (!typed.isWellFormed()) return fault(TextFault.surrogate)
    if (CONTROL.test(typed)) return fault(TextFault.control)
    if (name && BIDI_CONTROL.test(typed)) return fault(TextFault.bidi)
    const folded = typed.normalize('NFC').trim()
    const text = name ? folded.replace(/\s+/g, ' ') : folded
    if (required && text === '') return fault(TextFault.empty)
    if (text.length > max && codePoints(text) > max) return fault(TextFault.long)
    return text
  })
}

/** A text that must say something. */
export const requiredText = (max: number) => clean({ max, required: true })

/** A text that may be left out; an empty one counts as absent. */
export const optionalText = (max: number) =>
  clean({ max })
    .transform(text => (text === '' ? undefined : text))
    .optional()

/** A name: one line, no bidi controls, runs of white space made one. */
export const requiredName = (max: number = TextLimit.name) => clean({ max, name: true, required: true })

export const optionalName = (max: number = TextLimit.name) =>
  clean({ max, name: true })
    .transform(text => (text === '' ? undefined : text))
    .optional()
