import type { CallerInput, LogQuestion } from '#protocol/question.js'
import type { Person } from '#protocol/roles.js'
import { type Caller, mustForget, toCaller, withoutIdentity } from '../../callers/domain/caller.js'
import { invalidField } from '../../errors/domain-error.js'
import { mustBeListed } from './approved-wording.js'
import { NO_CONTENT } from './erase.js'
import type { Question } from './question.js'
import type { ProgramLists } from './scene.js'

type Given = {
  programId: string
  number: number
  run: number
  lists: ProgramLists
  /** The question that the caller joins, if any. */
  lead: Question | null
  /** Taken before the books were closed and arrived after: it goes straight to what is answered later. */
  late: boolean
  by: Person
  now: Date
}

/** The question that a slip becomes. Of a diverted one only the number, the time and the person are kept. */
export function loggedQuestion(slip: LogQuestion, given: Given): Question {
  const { programId, number, run, lists, lead, late, by, now } = given
  const logged: Question = {
    ...NO_CONTENT,
    id: slip.id,
    programId,
    number,
    run,
    revision: 0,
    version: 1,
    state: 'diverted',
    loggedBy: by,
    loggedAt: now,
    decidedBy: by,
    decidedAt: now,
    wasApproved: false,
  }
  if (slip.diverted) return logged
  mustBeListed(lists, slip)
  return {
    ...logged,
    decidedBy: null,
    decidedAt: null,
    state: lead ? 'merged' : late ? 'follow_up' : 'pending',
    mergedIntoId: lead?.id ?? null,
    line: lineId(lists, slip.line),
    verbatim: slip.verbatim,
    direct: slip.direct ?? false,
    nature: slip.nature ?? 'ask',
    topicId: slip.topicId ?? null,
    agencyId: slip.agencyId ?? null,
    priority: slip.priority ?? 'normal',
    note: slip.note ?? null,
    caller: slip.caller ? keptCaller(slip.caller, late) : null,
    takenAt: slip.takenAt ? new Date(slip.takenAt) : null,
  }
}

/** The closing has forgotten who gave no leave; a late slip brings nobody of them back. */
function keptCaller(input: CallerInput, late: boolean): Caller {
  const caller = toCaller(input)
  return late && mustForget(caller) ? withoutIdentity(caller) : caller
}

/** A line is named by its id or its code. */
export function lineId(lists: ProgramLists, named: string | null | undefined): string | null {
  if (!named) return null
  const line = lists.lines.find(line => line.id === named || line.code === named)
  if (!line) throw invalidField('line', 'list.unknown_entry')
  return line.id
}
