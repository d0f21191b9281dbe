import type { Drop, JoinAck, Patch, PersonHere, Put, ScreenReceipt, Snapshot } from '#protocol/live.js'

type Question = Snapshot['questions'][number]
export type AnyMessage = Snapshot['messages'][number]

/** Everything a client knows of its programme. Changed only by the functions of this file, never in place. */
export type LiveState = {
  programId: string
  revision: number
  program: Snapshot['program']
  questions: ReadonlyMap<string, Question>
  speakers: ReadonlyMap<string, Snapshot['speakers'][number]>
  screens: ReadonlyMap<string, NonNullable<Snapshot['screens']>[number]>
  /** Also those whose time is over: who shows them looks at the clock. */
  messages: ReadonlyMap<string, AnyMessage>
  receipts: readonly ScreenReceipt[]
  people: readonly PersonHere[]
  me: Snapshot['me']
  /** The latest change by somebody, for the desk to say who did what. */
  cause: Patch['cause']
}

const byId = <T extends { id: string }>(all: readonly T[] | undefined) =>
  new Map((all ?? []).map(one => [one.id, one]))

/** The state that a snapshot gives. */
export const begun = (snapshot: Snapshot): LiveState => ({
  programId: snapshot.programId,
  revision: snapshot.revision,
  program: snapshot.program,
  questions: byId(snapshot.questions),
  speakers: byId(snapshot.speakers),
  screens: byId(snapshot.screens),
  messages: byId(snapshot.messages),
  receipts: snapshot.receipts ?? [],
  people: snapshot.people ?? [],
  me: snapshot.me,
  cause: undefined,
})

/** What a patch means for a client: news, nothing new, or a gap to be closed by joining again. */
export type Standing = 'new' | 'known' | 'gap'

export function standingOf(patch: Pick<Patch, 'from' | 'revision'>, revision: number): Standing {
  if (patch.revision <= revision) return 'known'
  return patch.from <= revision ? 'new' : 'gap'
}

/** The state after a patch that is new. */
export function patched(state: LiveState, { put = {}, drop = {}, revision, cause }: Patch): LiveState {
  return {
    ...state,
    revision,
    cause,
    program: put.program ?? state.program,
    questions: changed(state.questions, put.questions, drop.questions),
    speakers: changed(state.speakers, put.speakers, drop.speakers),
    screens: changed(state.screens, put.screens, drop.screens),
    messages: changed(state.messages, put.messages, drop.messages),
    me: put.me ?? state.me,
  }
}

type Answer = Extract<JoinAck, { ok: true }>

/**
 * The state after the answer to a join that named `since`; nothing where there is nothing to amend. An answer that
 * was overtaken by younger news changes nothing; one from before `since` is a server whose past is another one.
 */
export function answered(
  known: LiveState | undefined,
  since: number | undefined,
  answer: Answer,
): LiveState | undefined {
  if ('patch' in answer) {
    if (!known || standingOf(answer.patch, known.revision) === 'known') return known
    return patched(known, answer.patch)
  }
  const { snapshot } = answer
  const overtaken =
    known?.programId === snapshot.programId &&
    snapshot.revision < known.revision &&
    snapshot.revision >= (since ?? 0)
  return overtaken ? known : begun(snapshot)
}

function changed<T extends { id: string }>(
  known: ReadonlyMap<string, T>,
  put: readonly T[] | undefined,
  drop: readonly string[] | undefined,
): ReadonlyMap<string, T> {
  if (!put?.length && !drop?.length) return known
  const next = new Map(known)
  for (const id of drop ?? []) next.delete(id)
  for (const one of put ?? []) next.set(one.id, one)
  return next
}

export type { Drop, Put, Question }
