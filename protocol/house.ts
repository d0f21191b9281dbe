import { z } from 'zod'
import { Day, Id, Moment } from './ids.js'
import { ListEntry } from './program.js'
import { optionalName, requiredName } from './text.js'

const FORMER_LIMIT = 60

/** An entry of one of the house's lists; what it has nothing of is absent. A place always tells its former names. */
export const HouseEntry = ListEntry.extend({
  /** Names that it had, or of what it was made from, as people still say them. */
  former: z.array(z.string()).optional(),
  /** Who answers for an agency. */
  representative: z.string().optional(),
  effectiveFrom: Day.optional(),
  /** The last day. */
  effectiveTo: Day.optional(),
})
export type HouseEntry = z.infer<typeof HouseEntry>

/** What of a list is offered on a day (2026-12-31): not retired, begun, and not over. */
export const inEffect = <Entry extends HouseEntry>(entries: readonly Entry[], day: string): Entry[] =>
  entries.filter(
    ({ retiredAt, effectiveFrom, effectiveTo }) =>
      !retiredAt && (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day),
  )

const former = z.array(requiredName(300)).max(FORMER_LIMIT).optional()

/** Adds one entry at the end of its list; its `id` is the command's. */
export const AddEntry = z.strictObject({
  id: Id,
  name: requiredName(300),
  code: optionalName(60),
  former,
  representative: optionalName(300),
  effectiveFrom: Day.optional(),
  effectiveTo: Day.optional(),
})
export type AddEntry = z.infer<typeof AddEntry>

/** What is absent stays, null empties. An entry is retired and taken back, never deleted. */
export const PatchEntry = z.strictObject({
  id: Id,
  version: z.int().min(1),
  name: requiredName(300).optional(),
  code: optionalName(60).nullable(),
  former,
  representative: optionalName(300).nullable(),
  effectiveFrom: Day.nullable().optional(),
  effectiveTo: Day.nullable().optional(),
  retiredAt: Moment.nullable().optional(),
})
export type PatchEntry = z.infer<typeof PatchEntry>
