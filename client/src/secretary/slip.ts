import type { Nature, Priority, ReviseQuestion, Slip as LoggedSlip } from '#protocol/question.js'
import { type CallerDraft, NO_CALLER, callerInput } from './caller.js'

/** A slip while being typed, as it is kept on this machine until the server has it. */
export type Slip = {
  /** Made with the first letter, so that sending again cannot log twice. */
  id: string
  /** By the server's clock, and the run it belongs to. */
  takenAt: string
  run: number
  caller: CallerDraft
  verbatim: string
  nature: Nature
  topicId: string | null
  priority: Priority
  direct: boolean
  note: string
  /** What went up first and was not answered: the server may have it already. */
  sent: string | null
  /** To be told to the server as diverted; its contents are gone. */
  diverting: boolean
}

export type Typed = Pick<Slip, 'caller' | 'verbatim' | 'nature' | 'topicId' | 'priority' | 'direct' | 'note'>

export const BLANK: Typed = {
  caller: NO_CALLER,
  verbatim: '',
  nature: 'ask',
  topicId: null,
  priority: 'normal',
  direct: false,
  note: '',
}

/** The slip as it goes up. */
export function logOf(slip: Slip, line: string | undefined): LoggedSlip {
  return {
    id: slip.id,
    takenAt: slip.takenAt,
    run: slip.run,
    line,
    verbatim: slip.verbatim,
    nature: slip.nature,
    topicId: slip.topicId ?? undefined,
    priority: slip.priority,
    direct: slip.direct,
    note: slip.note.trim() || undefined,
    caller: callerInput(slip.caller),
  }
}

/** The same as a correction, for a slip that was typed on after the server already had it. */
export function revisionOf(slip: Slip, id: string, version: number): ReviseQuestion {
  const { verbatim, nature, topicId, priority, direct } = slip
  const note = slip.note.trim() || null
  return {
    id,
    version,
    verbatim,
    nature,
    topicId,
    priority,
    direct,
    note,
    caller: callerInput(slip.caller) ?? null,
  }
}
