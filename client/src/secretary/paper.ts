import { dayAndTime } from '../text/times.js'

/** What stands on a slip that was written by hand, as it is typed in. */
export type PaperDraft = { number: string; day: string; time: string }

/** No summer time, and none since 1975. */
const OFFSET = '+07:00'

export const paperDraft = (serverNow: number): PaperDraft => ({
  number: '',
  day: dayAndTime(new Date(serverNow).toISOString()).slice(0, 10),
  time: '',
})

export const paperNumber = ({ number }: PaperDraft): number | null =>
  /^\d{1,7}$/.test(number.trim()) ? Number(number) || null : null

/** 21/11/2026 and 9:05, 09:05, 0905 or 9h05, by the station's clock, as a moment; null when it is none. */
export function paperMoment({ day, time }: PaperDraft): string | null {
  const date = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day.trim())
  const clock = /^(\d{1,2})\s*[:.hg]?\s*(\d{2})$/i.exec(time.trim())
  if (!date || !clock) return null
  const [d, m, h] = [date[1]!, date[2]!, clock[1]!].map(part => part.padStart(2, '0'))
  const written = `${d}/${m}/${date[3]} ${h}:${clock[2]}`
  const moment = new Date(`${date[3]}-${m}-${d}T${h}:${clock[2]}:00${OFFSET}`)
  // 31/02 is not quietly 03/03.
  if (Number.isNaN(moment.getTime()) || dayAndTime(moment.toISOString()) !== written) return null
  return moment.toISOString()
}

/** As it goes up; null where it is not complete. */
export function paperInput(draft: PaperDraft): { number: number; takenAt: string } | null {
  const [number, takenAt] = [paperNumber(draft), paperMoment(draft)]
  return number && takenAt ? { number, takenAt } : null
}
