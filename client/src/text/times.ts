const ZONE = 'Asia/Ho_Chi_Minh'
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const of = (moment: string | number) =>
  Object.fromEntries(parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))

/** 09:14:05, in the zone of the station. */
export function clockTime(moment: string | number): string {
  const { hour, minute, second } = of(moment)
  return `${hour}:${minute}:${second}`
}

/** 24/09/2022 09:00. */
export function dayAndTime(moment: string): string {
  const { day, month, year, hour, minute } = of(moment)
  return `${day}/${month}/${year} ${hour}:${minute}`
}

/** 24/09/2022. */
export const day = (moment: string) => dayAndTime(moment).split(' ')[0]!

const two = (value: number) => String(value).padStart(2, '0')

/** 04:12, or 1:04:12; never negative. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

/** +00:02 or −1:00:00: by how much a clock is off. */
export const signedSpan = (milliseconds: number) =>
  `${milliseconds < 0 ? '−' : '+'}${span(Math.abs(milliseconds))}`
