import { z } from 'zod'
import { Id, Moment } from './ids.js'
import { Person } from './roles.js'
import { TextLimit, requiredText } from './text.js'

/** Named screens, every screen but the overlays, or the desks. */
export const MessageTo = z.union([z.array(Id).min(1).max(200), z.enum(['all', 'moderators', 'producers'])])
export type MessageTo = z.infer<typeof MessageTo>

/** A word to the studio or between the desks. Without `seconds` it stands until it was seen, or the programme's hour is over. */
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

/** A message as desks and the screens it is for are shown it. */
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
