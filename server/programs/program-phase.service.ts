import { Injectable } from '@nestjs/common'
import type { ChangePhase, Phase, Program, SetBlank, SetRehearsal } from '#protocol/program.js'
import { type AccountActor, rolesIn } from '../access/actor.js'
import { mustForget, withoutIdentity } from '../callers/domain/caller.js'
import { DomainError } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import { forgetMessages } from '../messages/message.sql.js'
import { UNDECIDED } from '../questions/domain/moves.js'
import type { Question } from '../questions/domain/question.js'
import { clearCues, writeQuestion } from '../questions/question.sql.js'
import { clearMarksOfOverlays } from '../screens/screen.sql.js'
import type { ProgramRow } from './domain/program.js'
import { PHASES, PHASE_IS_FOR } from './domain/phases.js'
import { ProgramsService } from './programs.service.js'
import { programOf } from './program-row.js'

/** What leads a programme through its hour: phases, the air, the blank screens. */
@Injectable()
export class ProgramPhaseService {
  constructor(
    private readonly ledger: Ledger,
    private readonly programs: ProgramsService,
  ) {}

  async change(actor: AccountActor, programId: string, command: ChangePhase): Promise<{ program: Program }> {
    if (!rolesIn(actor, programId).includes(PHASE_IS_FOR[command.phase]))
      throw new DomainError('access.not_allowed')
    await this.ledger.record(
      {
        id: command.id,
        programId,
        type: 'program.phase_changed',
        targetId: programId,
        by: actor.person,
      },
      readQuestions(programId),
      async (transaction, questions) => {
        const program = programOf(transaction)
        if (program.phase === 'closed') throw new DomainError('program.closed')
        if (program.version !== command.version) throw await this.programs.stale(transaction)
        mustBePossible(program, command.phase, questions)
        if (command.phase === 'ended') putOffAir(transaction, questions, actor)
        if (command.phase === 'live') clearMarksOfOverlays(transaction)
        if (command.phase === 'closed') {
          forgetCallers(transaction, questions)
          forgetMessages(transaction)
        }
        writePhase(transaction, program, command.phase)
        return { result: undefined, from: program.phase, to: command.phase }
      },
    )
    return this.programs.read(programId)
  }

  /** Takes the air: from now on this one decides what is taken. */
  async takeAir(actor: AccountActor, programId: string, id: string): Promise<{ program: Program }> {
    return this.set(actor, programId, id, 'program.air_taken', '"airHolder" = $2', actor.person)
  }

  /** Blanks every screen but its clock, or brings it back. */
  async blank(actor: AccountActor, programId: string, command: SetBlank): Promise<{ program: Program }> {
    const type = command.on ? 'program.blanked' : 'program.unblanked'
    return this.set(actor, programId, command.id, type, 'blank = $2', command.on)
  }

  /** Turns rehearsal on or off; in the draft only. */
  async rehearse(
    actor: AccountActor,
    programId: string,
    command: SetRehearsal,
  ): Promise<{ program: Program }> {
    const type = command.on ? 'program.rehearsal_on' : 'program.rehearsal_off'
    const mode = command.on ? 'rehearsal' : 'air'
    return this.set(actor, programId, command.id, type, 'mode = $2, version = version + 1', mode, program => {
      if (program.phase !== 'draft') throw new DomainError('program.phase_not_possible')
    })
  }

  private async set(
    actor: AccountActor,
    programId: string,
    id: string,
    type: string,
    assignment: string,
    value: unknown,
    mustBePossible: (program: ProgramRow) => void = () => {},
  ): Promise<{ program: Program }> {
    await this.ledger.record(
      { id, programId, type, targetId: programId, by: actor.person },
      async () => undefined,
      transaction => {
        const program = programOf(transaction)
        if (program.phase === 'closed') throw new DomainError('program.closed')
        mustBePossible(program)
        transaction.write(
          { text: `UPDATE program SET ${assignment}, "shownRevision" = revision WHERE id = $1` },
          [programId, value],
        )
        return { result: undefined }
      },
    )
    return this.programs.read(programId)
  }
}

const readQuestions = (programId: string) => (transaction: LedgerTransaction) =>
  transaction.query<Question>({ text: 'SELECT * FROM question WHERE "programId" = $1 ORDER BY number' }, [
    programId,
  ])

function mustBePossible(program: ProgramRow, phase: Phase, questions: Question[]): void {
  const refused = new DomainError('program.phase_not_possible', { phase: program.phase })
  if (!PHASES[program.phase].includes(phase)) throw refused
  if (phase === 'draft' && questions.length > 0) throw refused
  // What was rehearsed must not be found among what is real.
  if (phase === 'open' && program.mode === 'air' && program.rehearsedFrom !== null) throw refused
  const left = questions.filter(question => UNDECIDED.includes(question.state)).map(question => question.id)
  if (phase === 'closed' && left.length > 0) throw new DomainError('program.unfinished', { left })
}

/** What was on air when the programme ends was answered. */
function putOffAir(transaction: LedgerTransaction, questions: Question[], actor: AccountActor): void {
  const onAir = questions.find(question => question.state === 'on_air')
  if (!onAir) return
  writeQuestion(transaction, {
    ...onAir,
    state: 'answered',
    version: onAir.version + 1,
    decidedBy: actor.person,
    decidedAt: transaction.now,
    lastMove: null,
  })
  clearCues(transaction, onAir.id)
}

/** Callers who neither let their details be kept nor passed on are forgotten when the books are closed. */
function forgetCallers(transaction: LedgerTransaction, questions: Question[]): void {
  for (const question of questions)
    if (question.caller && mustForget(question.caller))
      writeQuestion(transaction, { ...question, caller: withoutIdentity(question.caller) })
}

/** The moves open to everybody change with the phase, so every question is shown anew. */
function writePhase(transaction: LedgerTransaction, program: ProgramRow, phase: Phase): void {
  transaction.write(
    {
      text: `UPDATE program SET phase = $2, version = version + 1, "shownRevision" = revision,
        "rehearsedFrom" = CASE WHEN $3 THEN coalesce("rehearsedFrom", revision) ELSE "rehearsedFrom" END,
        "closedAt" = CASE WHEN $4 THEN $5::timestamptz END WHERE id = $1`,
    },
    [
      program.id,
      phase,
      phase === 'open' && program.mode === 'rehearsal',
      phase === 'closed',
      transaction.now,
    ],
  )
  transaction.write({ text: 'UPDATE question SET revision = $2 WHERE "programId" = $1' }, [
    program.id,
    transaction.revision,
  ])
}
