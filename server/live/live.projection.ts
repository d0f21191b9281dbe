import type { Cause, Drop, Patch, Put, Snapshot } from '#protocol/live.js'
import { PROTOCOL } from '#protocol/live.js'
import type { Person } from '#protocol/roles.js'
import { type Message, isFor, stands, standsOn } from '../messages/domain/message.js'
import { presentMessage, presentMessageToScreen } from '../messages/message.presenter.js'
import type { ProgramRow, SpeakerRow } from '../programs/domain/program.js'
import type { Lists } from '../programs/program-lists.js'
import {
  presentProgramToScreen,
  presentProgramToStaff,
  presentSpeaker,
} from '../programs/program.presenter.js'
import { type Question, isShown } from '../questions/domain/question.js'
import { hotlinesOf } from '../questions/domain/scene.js'
import { presentToScreen, presentToStaff } from '../questions/question.presenter.js'
import type { ScreenRow } from '../screens/screen.entity.js'
import { presentMe, presentScreen } from '../screens/screen.presenter.js'
import type { DeskView } from './live.rooms.js'

/** What happened between two revisions, before it is made into what each audience may see. */
export type Change = {
  from: number
  revision: number
  at: Date
  cause: Cause | undefined
  program: ProgramRow
  lists: Lists
  questions: readonly Question[]
  speakers: readonly SpeakerRow[]
  screens: readonly ScreenRow[]
  messages: readonly Message[]
  wiped: readonly { id: string; wasApproved: boolean }[]
  /** The moment of the telling: what vanished by then stands no longer. */
  now: Date
}

/** How many browsers hold a screen now. */
export type Connections = (screenId: string) => number

type Body = { put: Put; drop: Drop }

/** For staff: every question but the diverted, the panel, the screens; and to the studio's desks its messages. */
export function patchForStaff(
  change: Change,
  { audience, studio }: DeskView,
  connections: Connections,
): Patch {
  const reader = { audience, phase: change.program.phase, hotlines: hotlinesOf(change.lists.known) }
  const here = (screen: ScreenRow) => screen.programId === change.program.id && screen.revokedAt === null
  const [kept, gone] = parted(change.questions, question => question.state !== 'diverted')
  const [standing, removed] = parted(change.screens, here)
  const body: Body = { put: {}, drop: {} }
  if (isProgramShownAnew(change)) body.put.program = presentProgramToStaff(change.program, change.lists)
  fill(
    body,
    'questions',
    kept.map(question => presentToStaff(question, reader)),
    [...gone, ...change.wiped],
  )
  fillSpeakers(body, change)
  fill(
    body,
    'screens',
    standing.map(screen => presentScreen(screen, connections(screen.id))),
    removed,
  )
  if (studio) {
    const [current, vanished] = parted(change.messages, message => stands(message, change.now))
    fill(body, 'messages', current.map(presentMessage), vanished)
  }
  return patch(change, body, change.cause)
}

/** For panel, speaker and host screens: what is approved or on air, and nothing of anything else. */
export function patchForScreens(change: Change): Patch {
  const [shown, hidden] = parted(change.questions, isShown)
  const body: Body = { put: {}, drop: {} }
  if (isProgramShownAnew(change)) body.put.program = presentProgramToScreen(change.program, change.lists)
  const views = shown.map(question => screenQuestion(question, change.lists))
  fill(
    body,
    'questions',
    views,
    [...hidden, ...change.wiped].filter(question => question.wasApproved),
  )
  fillSpeakers(body, change)
  return patch(change, body)
}

/** For one overlay: the question it is cued for, or nothing. `cuedId` is what it was sent before. */
export function patchForOverlay(change: Change, cued: Question | null, cuedId: string | null): Patch {
  const body: Body = { put: {}, drop: {} }
  if (isProgramShownAnew(change)) body.put.program = presentProgramToScreen(change.program, change.lists)
  if (cued) body.put.questions = [screenQuestion(cued, change.lists)]
  if (cuedId && cuedId !== cued?.id) body.drop.questions = [cuedId]
  fillSpeakers(body, change)
  return patch(change, body)
}

/** A patch that also tells a screen of itself. */
export const withMe = (patch: Patch, screen: ScreenRow): Patch => ({
  ...patch,
  put: { ...patch.put, me: presentMe(screen) },
})

/** A patch with the messages that are for one screen. */
export function withMessages(patch: Patch, change: Change, screen: ScreenRow): Patch {
  const mine = change.messages.filter(message => isFor(message, screen))
  const [current, vanished] = parted(mine, message => standsOn(message, screen, change.now))
  const hotlines = hotlinesOf(change.lists.known)
  const messages = current.map(message => presentMessageToScreen(message, screen, hotlines))
  return {
    ...patch,
    ...(messages.length > 0 && { put: { ...patch.put, messages } }),
    ...(vanished.length > 0 && { drop: { ...patch.drop, messages: vanished.map(({ id }) => id) } }),
  }
}

/** The question that an overlay may paint: cued for it, on air, and not in rehearsal. */
export function cuedQuestion(
  screen: ScreenRow,
  onAir: Question | null,
  program: ProgramRow,
): Question | null {
  return program.mode === 'air' && onAir !== null && onAir.id === screen.shownQuestionId ? onAir : null
}

export function snapshotForStaff(all: Change, desk: DeskView, connections: Connections): Snapshot {
  const { put } = patchForStaff(all, desk, connections)
  return { ...snapshot(all), ...filled(put), screens: put?.screens ?? [] }
}

export const snapshotForScreen = (all: Change, screen: ScreenRow): Snapshot => ({
  ...snapshot(all),
  ...filled(withMessages(patchForScreens(all), all, screen).put),
  me: presentMe(screen),
})

export const snapshotForOverlay = (all: Change, screen: ScreenRow, onAir: Question | null): Snapshot => ({
  ...snapshot(all),
  ...filled(patchForOverlay(all, cuedQuestion(screen, onAir, all.program), null).put),
  me: presentMe(screen),
})

const snapshot = (all: Change) => ({
  programId: all.program.id,
  revision: all.revision,
  at: all.at.toISOString(),
  protocol: PROTOCOL as typeof PROTOCOL,
})

const filled = (put: Put | undefined) => ({
  program: put!.program!,
  questions: put?.questions ?? [],
  speakers: put?.speakers ?? [],
  messages: put?.messages ?? [],
})

const screenQuestion = (question: Question, lists: Lists) =>
  presentToScreen(question, lists.topics, hotlinesOf(lists.known))

const isProgramShownAnew = ({ program, from }: Change) => program.shownRevision > from || from === 0

function fillSpeakers(body: Body, change: Change): void {
  const [seated, removed] = parted(change.speakers, speaker => !speaker.removed)
  fill(body, 'speakers', seated.map(presentSpeaker), removed)
}

function fill<Key extends keyof Drop & keyof Put>(
  { put, drop }: Body,
  key: Key,
  views: NonNullable<Put[Key]>,
  gone: readonly { id: string }[],
): void {
  if (views.length > 0) put[key] = views as Put[Key]
  if (gone.length > 0) drop[key] = gone.map(({ id }) => id)
}

function patch(change: Change, { put, drop }: Body, cause?: Cause): Patch {
  return {
    programId: change.program.id,
    from: change.from,
    revision: change.revision,
    at: change.at.toISOString(),
    ...(cause && { cause }),
    ...(Object.keys(put).length > 0 && { put }),
    ...(Object.keys(drop).length > 0 && { drop }),
  }
}

function parted<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter(one => !test(one))]
}

export const causeOf = (type: string, by: Person | null): Cause => ({ type, by })
