import { dayAndTime } from './times.js'

const two = (value: number | string) => String(value).padStart(2, '0')

/** 31/12/2026, of the calendar day 2026-12-31. */
export const shownDay = (day: string) => day.split('-').toReversed().join('/')

/** The calendar day of a moment, in the zone of the station: 2026-12-31. */
export const dayOf = (moment: string) => dayAndTime(moment).slice(0, 10).split('/').toReversed().join('-')

/** Today, in the zone of the station. */
export const today = () => dayOf(new Date().toISOString())

/** A day as people type it (31/12/2026, 1.2.27, 31122026), as 2026-12-31; null when there is no such day. */
export function typedDay(text: string): string | null {
  const parts =
    /^\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text)
  if (!parts) return null
  const [, day, month, year] = parts as unknown as [string, string, string, string]
  const iso = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
  const moment = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== iso ? null : iso
}

/** A time as people type it (9:31, 09:31:05, 0931), as 09:31:05; null when no clock shows it. */
export function typedTime(text: string): string | null {
  const parts = /^\s*(\d{1,2})[:.hg]?(\d{2})(?:[:.]?(\d{2}))?\s*$/i.exec(text)
  if (!parts) return null
  const [, hour, minute, second = '00'] = parts as unknown as [string, string, string, string?]
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${two(hour)}:${minute}:${second}`
}

/** The moment at which the station's clock shows that time on that day. Viet Nam keeps +07:00 all year. */
export const momentOn = (day: string, time: string) => new Date(`${day}T${time}+07:00`)
