import type { Nature, Priority, ReviseQuestion, Slip as LoggedSlip } from '#protocol/question.js'
import type { ErrorCode } from '#protocol/errors.js'
import { type CallerDraft, NO_CALLER, callerInput } from './caller.js'
import { type PaperDraft, paperInput } from './paper.js'
import { wireText } from '../text/wire-text.js'

/** What is typed on a slip, exactly as it was typed. */
export type Typed = {
  caller: CallerDraft
  verbatim: string
  nature: Nature
  topicId: string | null
  priority: Priority
  direct: boolean
  note: string
  /** Of a slip that was written by hand before. */
  paper: PaperDraft | null
}

/** What kind of call it is, for whoever decides about it. */
export type Sorting = Pick<Typed, 'nature' | 'topicId' | 'priority' | 'direct' | 'note'>

export const sorting = ({ nature, topicId, priority, direct, note }: Sorting): Sorting => ({
  nature,
  topicId,
  priority,
  direct,
  note,
})

export type How = 'logged' | 'advised' | 'diverted'

/** A slip as it is kept on this machine, until the server has it. Times are this machine's unless said otherwise. */
export type Slip = Typed & {
  /** Made with the first letter, so that sending again cannot log twice. */
  id: string
  accountId: string
  programId: string
  /** The run of the programme it belongs to. */
  run: number
  /** By the server's clock. */
  takenAt: string
  line: string | null
  sameAsId: string | null
  /** Being typed; put aside; on its way; come back with a reason. */
  stage: 'open' | 'aside' | 'waiting' | 'refused'
  how: How
  /** The window that it is open in, or that sent it on its way. */
  holder: string
  /** Milliseconds when it was sent on its way; those of an account leave in this order. */
  order: number
  /** When it was last typed on. Milliseconds. */
  touchedAt: number
  /** Ids for what may follow the logging, made anew whenever it is sent on its way. */
  commands: { revise: string; move: string }
  /** It went up once: the server may have it, whatever was heard. */
  sent: boolean
  /** Typed on since then, so what the server may have is to be corrected. */
  retyped: boolean
  /** Which window has it on the wire, and until when that is believed. */
  flight: { by: string; until: number } | null
  /** How often the server failed over it. */
  failures: number
  refusal: { code: ErrorCode | 'network'; message: string } | null
}

export const BLANK: Typed = {
  caller: NO_CALLER,
  verbatim: '',
  nature: 'ask',
  topicId: null,
  priority: 'normal',
  direct: false,
  note: '',
  paper: null,
}

/** The slip as it goes up: clean, composed and trimmed, whatever keyboard it came from. */
export function logOf(slip: Slip): LoggedSlip {
  const note = wireText(slip.note)
  const paper = slip.paper && paperInput(slip.paper)
  return {
    id: slip.id,
    takenAt: paper?.takenAt ?? slip.takenAt,
    run: slip.run,
    line: slip.line ?? undefined,
    verbatim: wireText(slip.verbatim),
    nature: slip.nature,
    topicId: slip.topicId ?? undefined,
    priority: slip.priority,
    direct: slip.direct,
    note: note || undefined,
    sameAsId: slip.sameAsId ?? undefined,
    paper: paper ? { number: paper.number } : undefined,
    caller: callerInput(slip.caller),
  }
}

/** The same as a correction, for a slip that was typed on after the server already had it. */
export function revisionOf(slip: Slip, version: number): ReviseQuestion {
  const { nature, topicId, priority, direct } = slip
  return {
    id: slip.commands.revise,
    version,
    verbatim: wireText(slip.verbatim),
    nature,
    topicId,
    priority,
    direct,
    note: wireText(slip.note) || null,
    caller: callerInput(slip.caller) ?? null,
  }
}
