import type { MessageTo } from '#protocol/message.js'
import type { Person, Role } from '#protocol/roles.js'
import type { ScreenKind } from '#protocol/screen.js'

/** A word to the studio or between the desks, as it is kept. */
export type Message = {
  id: string
  programId: string
  text: string
  to: MessageTo
  by: Person
  at: Date
  until: Date | null
  /** Accounts by their names, screens by their labels; each once, first come. */
  seen: { by: Person; at: string }[]
  /** The programme's revision that last changed it. */
  revision: number
  /** Its words are erased; the row stays to tell everybody to drop it. */
  gone: boolean
}

type Addressee = { id: string; kind: ScreenKind }

/** On a panel nobody can say that he has seen it: what has no end vanishes there after this long. */
export const PANEL_SECONDS = 60

/** When it vanishes from a screen, if it does by itself. */
export const untilOn = ({ until, at }: Message, { kind }: Pick<Addressee, 'kind'>): Date | null =>
  until ?? (kind === 'panel' ? new Date(at.getTime() + PANEL_SECONDS * 1000) : null)

const isBefore = (until: Date | null, now: Date) => until !== null && until <= now

/** Whether it stands at the desks. */
export const stands = (message: Message, now: Date) => !message.gone && !isBefore(message.until, now)

/** Whether it is for a screen. An overlay is on television: no message ever is. */
export const isFor = ({ to }: Pick<Message, 'to'>, { id, kind }: Addressee) =>
  kind !== 'overlay' && (to === 'all' || (Array.isArray(to) && to.includes(id)))

/** Whether it stands on a screen. */
export const standsOn = (message: Message, screen: Addressee, now: Date) =>
  isFor(message, screen) && stands(message, now) && !isBefore(untilOn(message, screen), now)

const DESK_OF: Record<'moderators' | 'producers', Role> = { moderators: 'moderator', producers: 'producer' }

/** Whether somebody at a desk is among those it was sent to. */
export const isForDesk = ({ to }: Pick<Message, 'to'>, roles: readonly Role[]) =>
  (to === 'moderators' || to === 'producers') && roles.includes(DESK_OF[to])

export const wasSeenBy = ({ seen }: Pick<Message, 'seen'>, id: string) => seen.some(({ by }) => by.id === id)

/** The message with one more who has seen it. */
export const seenBy = (message: Message, by: Person, at: Date): Message =>
  wasSeenBy(message, by.id)
    ? message
    : { ...message, seen: [...message.seen, { by: { id: by.id, name: by.name }, at: at.toISOString() }] }
