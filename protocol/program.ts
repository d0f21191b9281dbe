import { z } from 'zod'
import { Id, Moment } from './ids.js'
import { Person } from './roles.js'
import { optionalName, requiredName } from './text.js'

/** Chuẩn bị, mở tiếp nhận, trực tiếp, tạm dừng, kết thúc, đã khóa sổ. */
export const Phase = z.enum(['draft', 'open', 'live', 'paused', 'ended', 'closed'])
export type Phase = z.infer<typeof Phase>

export const Mode = z.enum(['rehearsal', 'air'])
export type Mode = z.infer<typeof Mode>

/** The lists a programme has of its own, copied from the house's when it is made. */
export const ProgramList = z.enum(['topics', 'agencies', 'lines', 'reasons'])
export type ProgramList = z.infer<typeof ProgramList>

export const HouseList = z.enum(['topics', 'agencies', 'places', 'reasons', 'messages', 'sentences'])
export type HouseList = z.infer<typeof HouseList>

export const ListEntry = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  code: z.string().optional(),
  name: z.string(),
  retiredAt: Moment.nullable(),
})
export type ListEntry = z.infer<typeof ListEntry>

/** A seat on the panel. */
export const Speaker = z.strictObject({
  id: z.uuid(),
  honorific: z.string(),
  name: z.string(),
  post: z.string(),
  agency: z.string(),
  seat: z.int(),
})
export type Speaker = z.infer<typeof Speaker>

const times = {
  plannedStart: Moment.nullable().optional(),
  /** Minutes. */
  plannedMinutes: z.int().min(1).max(1440).optional(),
}

/** Only id and title are required; `copyOf` brings panel, lists and lines of another under new ids. */
export const CreateProgram = z.strictObject({
  id: Id,
  title: requiredName(300),
  copyOf: Id.optional(),
  number: z.int().min(1).max(9999).optional(),
  seriesTitle: optionalName(300),
  channels: z.array(requiredName()).max(20).optional(),
  ...times,
})
export type CreateProgram = z.infer<typeof CreateProgram>

export const PatchProgram = z.strictObject({
  id: Id,
  version: z.int().min(1),
  title: requiredName(300).optional(),
  number: z.int().min(1).max(9999).nullable().optional(),
  seriesTitle: optionalName(300).nullable(),
  channels: z.array(requiredName()).max(20).optional(),
  ...times,
  intakeOpen: z.boolean().optional(),
  /** Milliseconds to add to the server's clock to get the station's; a day at most. */
  clockOffsetMs: z.int().min(-86_400_000).max(86_400_000).optional(),
})
export type PatchProgram = z.infer<typeof PatchProgram>

export const ChangePhase = z.strictObject({ id: Id, phase: Phase, version: z.int().min(1) })
export type ChangePhase = z.infer<typeof ChangePhase>

export const SetRehearsal = z.strictObject({ id: Id, on: z.boolean() })
export type SetRehearsal = z.infer<typeof SetRehearsal>

export const SetBlank = z.strictObject({ id: Id, on: z.boolean() })
export type SetBlank = z.infer<typeof SetBlank>

/** A command that needs nothing but its id. */
export const BareCommand = z.strictObject({ id: Id })
export type BareCommand = z.infer<typeof BareCommand>

/** The same for a DELETE, whose body may be missing: the server then makes the id. */
export const OptionalBareCommand = z.strictObject({ id: Id.optional() }).optional()
export type OptionalBareCommand = z.infer<typeof OptionalBareCommand>

/** An entry as it is put: with the id it has, or none for a new one. */
export const ListEntryInput = z.strictObject({
  id: Id.optional(),
  version: z.int().optional(),
  code: optionalName(60),
  name: requiredName(300),
  retiredAt: Moment.nullable().optional(),
})
export type ListEntryInput = z.infer<typeof ListEntryInput>

const entries = z.array(ListEntryInput).max(2000)

/**
 * The whole list, in its order, under its own name: `{id, topics: […]}`. `was` is the list as its sender saw it: where
 * it is another by now, nothing is done, and nobody's change is lost.
 */
export const PutList = z.strictObject({
  id: Id,
  was: z
    .array(z.strictObject({ id: Id, version: z.int() }))
    .max(2000)
    .optional(),
  topics: entries.optional(),
  agencies: entries.optional(),
  lines: entries.optional(),
  reasons: entries.optional(),
})
export type PutList = z.infer<typeof PutList>

export const SpeakerInput = z.strictObject({
  id: Id.optional(),
  honorific: optionalName(),
  name: requiredName(),
  post: optionalName(300),
  agency: optionalName(300),
  seat: z.int().min(1).max(99).optional(),
})
export type SpeakerInput = z.infer<typeof SpeakerInput>

/** The whole panel; `was` as for a list. */
export const PutSpeakers = z.strictObject({
  id: Id,
  was: z.array(Speaker).max(50).optional(),
  speakers: z.array(SpeakerInput).max(50),
})
export type PutSpeakers = z.infer<typeof PutSpeakers>

// ---- views ---------------------------------------------------------------------------------------------

const shown = {
  id: z.uuid(),
  number: z.int().nullable(),
  title: z.string(),
  seriesTitle: z.string().nullable(),
  channels: z.array(z.string()),
  plannedStart: Moment.nullable(),
  plannedMinutes: z.int(),
  clockOffsetMs: z.int(),
  phase: Phase,
  mode: Mode,
  blank: z.boolean(),
  topics: z.array(ListEntry),
  lines: z.array(ListEntry),
}

/** A programme as staff and administrators see it. */
export const Program = z.strictObject({
  ...shown,
  version: z.int(),
  run: z.int(),
  intakeOpen: z.boolean(),
  airHolder: Person.nullable(),
  agencies: z.array(ListEntry),
  reasons: z.array(ListEntry),
})
export type Program = z.infer<typeof Program>

/** A programme as a screen is sent it. */
export const ScreenProgram = z.strictObject(shown)
export type ScreenProgram = z.infer<typeof ScreenProgram>
