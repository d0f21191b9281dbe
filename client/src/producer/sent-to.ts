import type { Message, ScreenMessage } from '#protocol/message.js'
import type { ScreenQuestion } from '#protocol/question.js'
import type { Screen } from '#protocol/screen.js'
import type { LiveState } from '../live/live-state.js'
import { type DeskQuestion, all } from '../questions/columns.js'

/** What a screen has of the programme, made from what the producer's desk has: nothing more than it is sent. */
export function sentTo(screen: Screen, state: LiveState): LiveState {
  const { id, label, kind, speakerId, shownQuestionId, identify, testCard } = screen
  const questions = all(state).filter(question => isSent(question, screen))
  const messages = ([...state.messages.values()] as Message[]).filter(message => isFor(message, screen))
  return {
    ...state,
    questions: new Map(questions.map(question => [question.id, asScreenQuestion(question, state)])),
    messages: new Map(messages.map(message => [message.id, asScreenMessage(message, screen)])),
    screens: new Map(),
    receipts: [],
    people: [],
    cause: undefined,
    me: { screenId: id, label, kind, speakerId, shownQuestionId, identify, testCard },
  }
}

/** The overlay is sent only the question that it is cued for. */
const isSent = ({ id, state }: DeskQuestion, { kind, shownQuestionId }: Screen) =>
  kind === 'overlay'
    ? state === 'on_air' && id === shownQuestionId
    : state === 'approved' || state === 'on_air'

const isFor = ({ to }: Message, { id, kind }: Screen) =>
  kind !== 'overlay' && (to === 'all' || (Array.isArray(to) && to.includes(id)))

const asScreenQuestion = (question: DeskQuestion, { program }: LiveState): ScreenQuestion => ({
  id: question.id,
  number: question.number,
  topic: program.topics.find(topic => topic.id === question.topicId)?.name ?? null,
  text: question.wording ?? '',
  callerLine: question.callerLine,
  leadSpeakerId: question.leadSpeakerId,
  supportingSpeakerIds: question.supportingSpeakerIds,
  state: question.state,
  order: question.order,
  version: question.version,
  onAirSince: question.onAirSince,
})

/** On a panel, where nobody could say so, what has no end is gone after a minute. Milliseconds. */
const PANEL_MS = 60_000

const asScreenMessage = ({ id, text, at, until, seen }: Message, screen: Screen): ScreenMessage => ({
  id,
  text,
  at,
  until: until ?? (screen.kind === 'panel' ? new Date(Date.parse(at) + PANEL_MS).toISOString() : null),
  seen: seen.some(({ by }) => by.id === screen.id),
})
