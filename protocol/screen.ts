import { z } from 'zod'
import { Id } from './ids.js'
import { requiredName } from './text.js'

export const ScreenKind = z.enum(['panel', 'speaker', 'host', 'overlay'])
export type ScreenKind = z.infer<typeof ScreenKind>

/** A command that says nothing but itself. */
export const NoBody = z.strictObject({}).nullish()
export type NoBody = z.infer<typeof NoBody>

/** Pairs the browser that shows `code`; without a code a link with a secret is made instead. */
export const PairScreen = z.strictObject({
  id: Id,
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  label: requiredName(),
  kind: ScreenKind,
  speakerId: Id.nullable().optional(),
})
export type PairScreen = z.infer<typeof PairScreen>

export const PatchScreen = z.strictObject({
  id: Id,
  label: requiredName().optional(),
  kind: ScreenKind.optional(),
  speakerId: Id.nullable().optional(),
  programId: Id.optional(),
  identify: z.boolean().optional(),
  testCard: z.boolean().optional(),
  /** The question on air that an overlay is cued for; null takes it out. */
  shownQuestionId: Id.nullable().optional(),
})
export type PatchScreen = z.infer<typeof PatchScreen>

/** A screen as staff see it. `connections` counts the browsers that hold it now. */
export const Screen = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  kind: ScreenKind,
  speakerId: z.uuid().nullable(),
  programId: z.uuid(),
  shownQuestionId: z.uuid().nullable(),
  identify: z.boolean(),
  testCard: z.boolean(),
  connections: z.int(),
})
export type Screen = z.infer<typeof Screen>

/** A screen as it is told of itself. */
export const ScreenMe = z.strictObject({
  screenId: z.uuid(),
  label: z.string(),
  kind: ScreenKind,
  speakerId: z.uuid().nullable(),
  shownQuestionId: z.uuid().nullable(),
  identify: z.boolean(),
  testCard: z.boolean(),
})
export type ScreenMe = z.infer<typeof ScreenMe>

/** A browser asking to be paired: the code is shown to the producer, the secret is the browser's own. */
export const UnpairedScreen = z.strictObject({ screenId: z.uuid(), secret: z.string(), code: z.string() })
export type UnpairedScreen = z.infer<typeof UnpairedScreen>

/** What a screen's socket says in its handshake. */
export const ScreenAuth = z.strictObject({ screenId: Id, secret: z.string().max(200) })
export type ScreenAuth = z.infer<typeof ScreenAuth>
