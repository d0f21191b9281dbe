import { z } from 'zod'

/** A UUID of any version, in lower case: two spellings of one id are one id. */
export const Id = z.uuid().transform(id => id.toLowerCase())
export type Id = z.infer<typeof Id>

/** The fault of a day or moment that no programme has; `server/errors` says it in the reader's language. */
export const FAR_TIME = 'time.out_of_range'

/** Years with four digits and no doubt about their calendar: what JSON, databases and browsers agree on. */
const [EARLIEST, LATEST] = [Date.UTC(1900, 0, 1), Date.UTC(10_000, 0, 1)]
const isNear = (time: string) => Date.parse(time) >= EARLIEST && Date.parse(time) < LATEST

/** A moment on the wire: ISO 8601 with a zone, e.g. `2026-11-21T02:00:00.000Z`. */
export const Moment = z.iso.datetime({ offset: true, abort: true }).refine(isNear, FAR_TIME)
export type Moment = z.infer<typeof Moment>

/** A calendar day, `2026-11-21`. */
export const Day = z.iso.date({ abort: true }).refine(isNear, FAR_TIME)
export type Day = z.infer<typeof Day>
