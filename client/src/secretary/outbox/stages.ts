import type { ErrorCode } from '#protocol/errors.js'
import { KEPT_MS } from '../../ui/kept-entries.js'
import { BLANK, type How, type Slip } from '../slip.js'

/** How long a slip is believed to be on the wire when the window that put it there says nothing. Milliseconds. */
export const FLIGHT_MS = 10_000
/** After so many failures of the server over one slip, those behind it go first. */
export const FAILURES_IN_FRONT = 3
/** A slip on its way is not spoken of before this: usually the answer is there. Milliseconds. */
export const UNNOTICED_MS = 400

/** Whether another window that lives holds something of this slip. */
export type Others = ReadonlySet<string>

export const isExpired = (slip: Slip, now: number) => now - slip.touchedAt > KEPT_MS

/** The slip of a programme that is open in a window: the one last typed on. */
export const openOf = (slips: readonly Slip[], programId: string, holder: string): Slip | undefined =>
  slips
    .filter(slip => slip.stage === 'open' && slip.programId === programId && slip.holder === holder)
    .toSorted((a, b) => b.touchedAt - a.touchedAt)[0]

/** Given over to be sent. Its command ids are of this time, so that an answer to an earlier one is not taken for it. */
export function queued(
  slip: Slip,
  given: { how: How; line: string | null; sameAsId: string | null; order: number; newId: () => string },
): Slip {
  const { newId, ...rest } = given
  return {
    ...slip,
    ...rest,
    stage: 'waiting',
    commands: { revise: newId(), move: newId() },
    flight: null,
    failures: 0,
    refusal: null,
  }
}

/** Nothing of a denunciation stays on this machine: the number it may get, and who had it on the line when. */
export const diverted = (slip: Slip, given: { order: number; newId: () => string }): Slip => ({
  ...queued(slip, { ...given, how: 'diverted', line: slip.line, sameAsId: null }),
  ...BLANK,
})

/** Opened in a window, to be typed on. */
export const takenUp = (slip: Slip, holder: string, now: number): Slip => ({
  ...slip,
  touchedAt: now,
  stage: 'open',
  how: 'logged',
  sameAsId: null,
  holder,
  flight: null,
})

/** The ones of a programme that nobody has open any more: the latest comes back by itself, the others lie aside. */
export function leftOpen(slips: readonly Slip[], programId: string, me: string, others: Others): Slip[] {
  return slips
    .filter(slip => slip.stage === 'open' && slip.programId === programId && !others.has(slip.holder))
    .toSorted((a, b) => b.touchedAt - a.touchedAt)
    .map((slip, place) => (place === 0 ? { ...slip, holder: me } : { ...slip, stage: 'aside' as const }))
}

/** In which order those on their way leave. */
export const inOrder = (slips: readonly Slip[]): Slip[] =>
  slips
    .filter(slip => slip.stage === 'waiting')
    .toSorted((a, b) => Number(stuck(a)) - Number(stuck(b)) || a.order - b.order)

const stuck = (slip: Slip) => slip.failures >= FAILURES_IN_FRONT

export type Turn =
  | { kind: 'none' }
  /** Another window has it on the wire; milliseconds until that is no longer believed. */
  | { kind: 'busy'; wait: number }
  | { kind: 'mine'; slip: Slip }

/** Whose turn it is: one slip of an account at a time, and only one window sends it. */
export function turn(slips: readonly Slip[], me: string, others: Others, now: number): Turn {
  const waiting = inOrder(slips)
  const flying = waiting.find(
    ({ flight }) => flight && flight.by !== me && others.has(flight.by) && flight.until > now,
  )
  if (flying) return { kind: 'busy', wait: Math.min(flying.flight!.until - now, FLIGHT_MS) }
  const [slip] = waiting
  if (!slip) return { kind: 'none' }
  return { kind: 'mine', slip: { ...slip, sent: true, flight: { by: me, until: now + FLIGHT_MS } } }
}

/** Whether the slip as it lies here is still the one that was sent: not taken back or diverted meanwhile. */
export const sameSending = (slip: Slip | undefined, sent: Slip): slip is Slip =>
  slip?.stage === 'waiting' && slip.commands.move === sent.commands.move

export const refused = (slip: Slip, code: ErrorCode | 'network', message: string): Slip => ({
  ...slip,
  stage: 'refused',
  flight: null,
  refusal: { code, message },
})

export const unanswered = (slip: Slip, failed: boolean): Slip => ({
  ...slip,
  flight: null,
  failures: slip.failures + Number(failed),
})

/** What can only be read, copied or thrown away: its id or its run is no longer good. */
export const isSetAside = (slip: Slip) =>
  slip.refusal?.code === 'program.other_run' || slip.refusal?.code === 'request.id_used'
