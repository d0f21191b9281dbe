import { maskPrivateNumbers } from '#protocol/private-numbers.js'
import type { Message as MessageView, ScreenMessage } from '#protocol/message.js'
import type { ScreenRow } from '../screens/screen.entity.js'
import { type Message, untilOn, wasSeenBy } from './domain/message.js'

/** A message as moderators and producers see it. */
export const presentMessage = (message: Message): MessageView => ({
  id: message.id,
  text: message.text,
  by: { id: message.by.id, name: message.by.name },
  at: message.at.toISOString(),
  to: message.to,
  until: message.until?.toISOString() ?? null,
  seen: message.seen.map(({ by, at }) => ({ by: { id: by.id, name: by.name }, at })),
})

/** What a screen is sent of a message that is for it. */
export const presentMessageToScreen = (
  message: Message,
  screen: Pick<ScreenRow, 'id' | 'kind'>,
  hotlines: readonly string[],
): ScreenMessage => ({
  id: message.id,
  text: maskPrivateNumbers(message.text, hotlines),
  at: message.at.toISOString(),
  until: untilOn(message, screen)?.toISOString() ?? null,
  seen: wasSeenBy(message, screen.id),
})
