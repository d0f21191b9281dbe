import type { ListEntry, Program, Speaker } from '#protocol/program.js'
import { dayOf, momentOn, shownDay, typedDay, typedTime } from '../../text/days.js'
import { clockTime } from '../../text/times.js'

export type SeatDraft = {
  key: string
  id?: string
  honorific: string
  name: string
  post: string
  agency: string
}
export type LineDraft = { key: string; id?: string; version?: number; code?: string; name: string }

/** A programme as it is typed. */
export type ProgrammeDraft = {
  seriesTitle: string
  number: string
  title: string
  day: string
  time: string
  minutes: string
  /** One a line. */
  channels: string
  seats: SeatDraft[]
  lines: LineDraft[]
}

export type DraftFault = 'title' | 'number' | 'day' | 'time' | 'minutes' | 'seats' | 'lines'

/** Where there is no other to copy. */
export const EMPTY: ProgrammeDraft = {
  seriesTitle: '',
  number: '',
  title: '',
  day: '',
  time: '',
  minutes: '60',
  channels: '',
  seats: [],
  lines: [],
}

const used = (entries: readonly ListEntry[]) => entries.filter(({ retiredAt }) => !retiredAt)

/** The programme as it is, to be changed. */
export const draftOf = (program: Program, speakers: readonly Speaker[]): ProgrammeDraft => ({
  seriesTitle: program.seriesTitle ?? '',
  number: String(program.number ?? ''),
  title: program.title,
  day: program.plannedStart ? shownDay(dayOf(program.plannedStart)) : '',
  time: program.plannedStart ? clockTime(program.plannedStart).slice(0, 5) : '',
  minutes: String(program.plannedMinutes),
  channels: program.channels.join('\n'),
  seats: speakers
    .toSorted((one, other) => one.seat - other.seat)
    .map(({ id, honorific, name, post, agency }) => ({ key: id, id, honorific, name, post, agency })),
  lines: used(program.lines).map(({ id, version, code, name }) => ({
    key: id,
    id,
    version,
    name,
    ...(code && { code }),
  })),
})

const WEEK = 7 * 86_400_000

/** The next one after it: one number higher, on the same weekday at the same time, in the future. */
export function nextAfter(program: Program, speakers: readonly Speaker[], now: number): ProgrammeDraft {
  const draft = draftOf(program, speakers)
  const weeks = program.plannedStart
    ? Math.max(1, Math.ceil((now - Date.parse(program.plannedStart)) / WEEK))
    : 0
  const start =
    program.plannedStart && new Date(Date.parse(program.plannedStart) + weeks * WEEK).toISOString()
  return {
    ...draft,
    number: program.number === null ? '' : String(program.number + 1),
    day: start ? shownDay(dayOf(start)) : '',
  }
}

export type Fields = {
  title: string
  number: number | null
  seriesTitle: string | null
  channels: string[]
  plannedStart: string | null
  plannedMinutes: number
}

const isEmpty = ({ name, post, agency }: SeatDraft) => !name.trim() && !post.trim() && !agency.trim()

/** What is typed, as it is sent; or where it cannot be. Rows that say nothing are left out. */
export function read(draft: ProgrammeDraft) {
  const [day, time] = [typedDay(draft.day), typedTime(draft.time)]
  const minutes = Number(draft.minutes)
  const number = draft.number.trim() === '' ? null : Number(draft.number)
  const seats = draft.seats.filter(seat => !isEmpty(seat))
  const lines = draft.lines.filter(({ name }) => name.trim())
  const faults: DraftFault[] = []
  if (!draft.title.trim()) faults.push('title')
  if (number !== null && !(Number.isInteger(number) && number >= 1 && number <= 9999)) faults.push('number')
  if (draft.day.trim() && !day) faults.push('day')
  if (draft.day.trim() ? !time : draft.time.trim()) faults.push('time')
  if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) faults.push('minutes')
  if (seats.some(({ name }) => !name.trim())) faults.push('seats')
  const names = lines.map(({ name }) => name.trim().toLowerCase())
  if (new Set(names).size < names.length) faults.push('lines')
  const fields: Fields = {
    title: draft.title.trim(),
    number,
    seriesTitle: draft.seriesTitle.trim() || null,
    channels: draft.channels.split('\n').flatMap(line => line.trim() || []),
    plannedStart: day && time ? momentOn(day, time).toISOString() : null,
    plannedMinutes: minutes,
  }
  return { fields, seats, lines, faults }
}
