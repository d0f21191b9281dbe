import { z } from 'zod'

/** A UUID of any version, in lower case: two spellings of one id are one id. */
export const Id = z.uuid().transform(id => id.toLowerCase())
export type Id = z.infer<typeof Id>

/** A moment on the wire: ISO 8601 with a zone, e.g. `2026-11-21T02:00:00.000Z`. */
export const Moment = z.iso.datetime({ offset: true })
export type Moment = z.infer<typeof Moment>

/** A calendar day, `2026-11-21`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>
