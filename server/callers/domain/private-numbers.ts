import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number in a text that may not go on air: where it stands (code units), and what it seems to be. */
export type PrivateNumber = { from: number; to: number; text: string; kind: 'phone' | 'identity' }

// White space, dots, dashes, brackets and characters of no width: how people write and hide digit groups.
const GAP = '[\\s.\\-\\u00ad\\u2010-\\u2015\\u200b-\\u200d\\u2060\\ufeff()·•]'
const RUN = new RegExp(`\\+?\\(?\\d(?:${GAP}{0,3}\\d)*`, 'g')
const GROUP = /\d+/g
const UNIT = /^\s*(?:đồng|đ|vnd|vnđ|triệu|tr|tỷ|tỉ|m2|m²|ha|km)(?![\p{L}\p{N}])/iu

/** The hotlines of the programme and what the moderator allowed by name, as bare digits. */
export type AllowedNumbers = readonly string[]

export const digitsOf = (text: string) => asciiDigits(text).replace(/\D/g, '')

/** Full-width and the like as 0–9. A pair of code units becomes digit and nothing, so that places stay true. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => {
    const ascii = digit.normalize('NFKC')
    return /^\d$/.test(ascii) ? ascii.padEnd(digit.length, '\u200b') : digit
  })
}

/**
 * The private numbers of a text. A number is private when it parses as a Vietnamese phone number or has 9 or 12
 * digits (identity cards), unless it is a hotline or allowed, or a unit or more digit groups follow. A phone number
 * that stands among other groups is found all the same.
 */
export function findPrivateNumbers(text: string, allowed: AllowedNumbers = []): PrivateNumber[] {
  const plain = asciiDigits(text)
  const open = new Set(allowed.map(digitsOf))
  return [...plain.matchAll(RUN)].flatMap(run => inRun(plain, run[0], run.index, open))
}

function inRun(plain: string, run: string, start: number, open: Set<string>): PrivateNumber[] {
  const rest = plain.slice(start + run.length)
  const whole = { from: start, to: start + run.length, text: run }
  const digits = digitsOf(run)
  if (open.has(digits) || UNIT.test(rest)) return []
  if (isPhone(run)) return [{ ...whole, kind: 'phone' }]
  if (digits.length === 9 || digits.length === 12) return [{ ...whole, kind: 'identity' }]
  return phonesAmong(run, start, open)
}

/** Phone numbers made of neighbouring groups inside a longer run: "0939 000 112 0918 000 245". */
function phonesAmong(run: string, start: number, open: Set<string>): PrivateNumber[] {
  const groups = [...run.matchAll(GROUP)]
  const found: PrivateNumber[] = []
  for (let first = 0; first < groups.length; first++) {
    for (let last = groups.length - 1; last >= first; last--) {
      const from = groups[first]!.index
      const to = groups[last]!.index + groups[last]![0].length
      const text = run.slice(from, to)
      if (last - first === groups.length - 1 || !/^(0|84)/.test(text) || !isPhone(text)) continue
      if (!open.has(digitsOf(text))) found.push({ from: start + from, to: start + to, text, kind: 'phone' })
      first = last
      break
    }
  }
  return found
}

/** By the numbering plan, or by shape where the plan that we ship does not know a block yet. */
function isPhone(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length < 8 || digits.length > 15) return false
  if (/^(?:0|84|0084)(?:[35789]\d{8}|2\d{9})$/.test(digits)) return true
  return parsePhoneNumberFromString(digits.replace(/^(00)?84/, '+84'), 'VN')?.isValid() ?? false
}

/** The text with every private number blotted out: the second lock, for whatever reached a screen's view. */
export function maskPrivateNumbers(text: string, allowed: AllowedNumbers = []): string {
  let masked = text
  for (const number of findPrivateNumbers(text, allowed).toReversed())
    masked = `${masked.slice(0, number.from)}•••${masked.slice(number.to)}`
  return masked
}
