import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number in a text that may not go on air: where it stands (code units), and what it seems to be. */
export type PrivateNumber = { from: number; to: number; text: string; kind: 'phone' | 'identity' }

// How people write and hide digit groups: characters of no width, as many as there are, and up to three white spaces,
// dots, dashes or brackets. No character is in both classes: a long gap is read once.
const UNSEEN = '[\\p{Cf}\\p{M}]'
const SEEN = '[[\\s--\\ufeff]\\p{Pd}.．\\(\\)·•_\\/~]'
const GAP = `${UNSEEN}*(?:${SEEN}${UNSEEN}*){0,3}`
const RUN = new RegExp(`\\+?\\(?\\d(?:${GAP}\\d)*\\u200b*`, 'gv')
/** Digits of the shortest number that can be private. */
const FEWEST = 8
/** Digits of a phone number, the country's code included (E.164, with 00 before it). */
const LONGEST_PHONE = 15
/**
 * More groups of digits in a row than people say: no number is looked for in them, all of it is private. The plan takes
 * its time for each of the many that could be there, and a text of single digits would keep everybody waiting.
 */
const MOST_GROUPS = 40
/** One amount in groups of thousands. */
const AMOUNT = /^\d{1,3}(?:[\s.]\d{3})*$/
const GROUP = /\d+/g
/** Days and months, with their year or without: no part of a number. */
const DATE = /(?<![\d/])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?:\/\d{4})?(?![\d/])/g
const UNIT = /^\s*(?:đồng|đ|vnd|vnđ|triệu|tr|tỷ|tỉ|m2|m²|ha|km)(?![\p{L}\p{N}])/iu

/** The hotlines of the programme and what the moderator allowed by name, as bare digits. */
export type AllowedNumbers = readonly string[]

export const digitsOf = (text: string) => asciiDigits(text).replace(/\D/g, '')

/** One spelling of the digits of a number, with or without the country's code. */
const domestic = (digits: string) => digits.replace(/^(?:00)?84(?=\d{9,10}$)/, '0')

/**
 * Any script's digits as 0–9: their ten stand side by side in Unicode, zero first. A pair of code units becomes digit
 * and nothing, so that places stay true.
 */
function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, digit => {
    const point = digit.codePointAt(0)!
    let first = point
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
    return String((point - first) % 10).padEnd(digit.length, '\u200b')
  })
}

/**
 * The private numbers of a text. A number is private when it parses as a Vietnamese phone number or has 9 or 12
 * digits (identity cards), unless it is a hotline or allowed, or a unit or more digit groups follow. A phone number
 * that stands among other groups is found all the same.
 */
export function findPrivateNumbers(text: string, allowed: AllowedNumbers = []): PrivateNumber[] {
  const plain = asciiDigits(text).replace(DATE, date => 'x'.repeat(date.length))
  const runs = [...plain.matchAll(RUN)].filter(run => digitsOf(run[0]).length >= FEWEST)
  // As with most texts: there is nothing that would have to be allowed.
  if (runs.length === 0) return []
  const open = new Set(
    allowed.flatMap(named => [named, ...runsOf(named)]).map(named => domestic(digitsOf(named))),
  )
  const isOpen = (number: string) => open.has(domestic(digitsOf(number)))
  return runs.flatMap(run => inRun(plain, run[0], run.index, isOpen))
}

/** The numbers in the name of a hotline: "Tổng đài 1: 0931.015.119". */
const runsOf = (text: string) => asciiDigits(text).match(RUN) ?? []

type IsOpen = (number: string) => boolean

function inRun(plain: string, run: string, start: number, isOpen: IsOpen): PrivateNumber[] {
  const counts = UNIT.test(plain.slice(start + run.length))
  if (isOpen(run) || (counts && AMOUNT.test(run))) return []
  const whole = { from: start, to: start + run.length, text: run }
  if (!counts && isPhone(run)) return [{ ...whole, kind: 'phone' }]
  if (run.match(GROUP)!.length > MOST_GROUPS) return [{ ...whole, kind: 'phone' }]
  const phones = phonesAmong(run, start, counts)
  const digits = digitsOf(run).length
  // A hotline and two digits more ("0931.015.119 – 24/7") are no identity.
  if (!counts && (digits === 9 || digits === 12) && !phones.some(phone => isOpen(phone.text)))
    return [{ ...whole, kind: 'identity' }]
  return phones.filter(phone => !isOpen(phone.text))
}

/**
 * Phone numbers made of neighbouring groups inside a longer run: "0939 000 112 0918 000 245". What a unit follows
 * is the last group: "0939 000 112 - 500 triệu".
 */
function phonesAmong(run: string, start: number, counts: boolean): PrivateNumber[] {
  const groups = [...run.matchAll(GROUP)]
  const end = counts ? groups.length - 2 : groups.length - 1
  const found: PrivateNumber[] = []
  for (let first = 0; first <= end; first++) {
    for (let last = Math.min(end, first + LONGEST_PHONE - 1); last >= first; last--) {
      const from = groups[first]!.index
      const to = groups[last]!.index + groups[last]![0].length
      const text = run.slice(from, to)
      if (last - first === groups.length - 1 || !/^(0|84)/.test(text) || !isPhone(text)) continue
      found.push({ from: start + from, to: start + to, text, kind: 'phone' })
      first = last
      break
    }
  }
  return found
}

/** By the numbering plan, or by shape where the plan that we ship does not know a block yet. */
function isPhone(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length < FEWEST || digits.length > LONGEST_PHONE) return false
  // Eight digits are a date (12.01.2026) more often than one of the plan's odd service numbers.
  if (digits.length === 8 && !/^(?:0|1[89]00)/.test(digits)) return false
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
