import { z } from 'zod'
import { Id, Moment } from './ids.js'
import { Person } from './roles.js'
import { TextLimit, requiredText } from './text.js'

/** Named screens, every screen but the overlays, or the desks. */
export const MessageTo = z.union([z.array(Id).min(1).max(200), z.enum(['all', 'moderators', 'producers'])])
export type MessageTo = z.infer<typeof MessageTo>

/**
 * A word to the studio or between the desks. Without `seconds` it stands until it was seen, or the books are closed;
 * on a panel, where nobody could say so, for a minute.
 */
export const SendMessage = z.strictObject({
  id: Id,
  text: requiredText(TextLimit.message),
  to: MessageTo,
  /** How long it stands, in seconds. */
  seconds: z.int().min(1).max(3600).optional(),
})
export type SendMessage = z.infer<typeof SendMessage>

/** Who has seen it: an account's name, or a screen's label. */
export const MessageSeen = z.strictObject({ by: Person, at: Moment })
export type MessageSeen = z.infer<typeof MessageSeen>

/** A message as the desks of moderators and producers are shown it. */
export const Message = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  by: Person,
  at: Moment,
  to: MessageTo,
  until: Moment.nullable(),
  seen: z.array(MessageSeen),
})
export type Message = z.infer<typeof Message>

/** A message as a screen that it is for is shown it: not from whom, nor to whom else. */
export const ScreenMessage = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  at: Moment,
  until: Moment.nullable(),
  /** Whether it was seen at this screen. */
  seen: z.boolean(),
})
export type ScreenMessage = z.infer<typeof ScreenMessage>
