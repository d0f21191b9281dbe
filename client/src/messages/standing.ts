import type { Message, ScreenMessage } from '#protocol/message.js'

/** Whether it has not vanished yet, by the server's clock. Milliseconds. */
export const stands = ({ until }: { until: string | null }, now: number) =>
  until === null || Date.parse(until) > now

const newestFirst = (one: { at: string }, other: { at: string }) => (one.at < other.at ? 1 : -1)

/** What a screen shows: the newest that was not seen there. */
export const noticeOf = (messages: Iterable<ScreenMessage>, now: number): ScreenMessage | undefined =>
  [...messages].filter(message => !message.seen && stands(message, now)).toSorted(newestFirst)[0]

/** What was sent, the newest first, as long as it stands. */
export const sentOf = (messages: Iterable<Message>, now: number): Message[] =>
  [...messages].filter(message => stands(message, now)).toSorted(newestFirst)

const DESK_OF = { moderators: 'moderator', producers: 'producer' } as const

/** What waits for this person's answer: sent to a desk of theirs by somebody else, and not seen yet. The oldest first. */
export const cuesFor = (
  messages: Iterable<Message>,
  me: { id: string; roles: readonly string[] },
  now: number,
): Message[] =>
  sentOf(messages, now)
    .filter(
      ({ to, by, seen }) =>
        (to === 'moderators' || to === 'producers') &&
        me.roles.includes(DESK_OF[to]) &&
        by.id !== me.id &&
        !seen.some(one => one.by.id === me.id),
    )
    .toReversed()
