import { Injectable } from '@nestjs/common'
import type { LogQuestion, ReservePaper } from '#protocol/question.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import {
  nextFreeNumber,
  nextPaperRange,
  type PaperRange,
  type ProgramRow,
} from '../programs/domain/program.js'
import { ProgramListsReader } from '../programs/program-lists.js'
import { ProgramRows } from '../programs/program.rows.js'
import { programOf } from '../programs/program-row.js'
import { loggedQuestion } from './domain/log-question.js'
import { leadOf } from './domain/merge.js'
import type { Question } from './domain/question.js'
import type { Moved } from './question-moves.service.js'
import { QuestionScenes } from './question-scenes.js'
import { presentToStaff } from './question.presenter.js'
import { WITH_ASKERS, insertQuestion, touchLeads } from './question.sql.js'

const JOINED = {
  name: 'question_joined',
  text: `SELECT ${WITH_ASKERS} FROM question q WHERE q."programId" = $1
    AND (q.id = $2 OR q.id = (SELECT "mergedIntoId" FROM question WHERE id = $2) OR q.number = $3)`,
}

/** Taking questions down, and setting numbers aside for paper. */
@Injectable()
export class QuestionLogService {
  constructor(
    private readonly ledger: Ledger,
    private readonly scenes: QuestionScenes,
    private readonly lists: ProgramListsReader,
    private readonly programs: ProgramRows,
  ) {}

  /** Logs a slip; the same slip again is answered with the question as it is now. */
  async log(
    actor: AccountActor,
    programId: string,
    slip: LogQuestion,
  ): Promise<Moved & { replayed: boolean }> {
    const roles = mustHold(actor, programId, ['secretary', 'moderator'])
    const sameAsId = slip.diverted ? undefined : slip.sameAsId
    const paper = slip.diverted ? undefined : slip.paper
    const outcome = await this.ledger.record(
      { id: slip.id, programId, type: 'question.logged', targetId: slip.id, by: actor.person },
      transaction =>
        transaction.query<Question>(JOINED, [programId, sameAsId ?? null, paper?.number ?? null]),
      async (transaction, related) => {
        const program = programOf(transaction)
        const late = mustBeOpenTo(program, slip)
        const number = paper ? paperNumber(program, paper.number, related) : nextNumber(transaction, program)
        const lead = sameAsId ? joined(related, sameAsId) : null
        const lists = await this.lists.of(
          program,
          (statement, values) => transaction.query(statement, values) as never,
        )
        const question = insertQuestion(
          transaction,
          loggedQuestion(slip, {
            programId,
            number,
            run: program.run,
            lists: lists.known,
            lead,
            late,
            by: actor.person,
            now: transaction.now,
          }),
        )
        if (lead) touchLeads(transaction, [lead.id])
        const reader = this.scenes.readerOf(program.phase, lists, roles)
        return {
          result: presentToStaff(question, reader),
          to: question.state,
          touched: lead ? undefined : { questions: [question] },
          row: paper ? {} : { nextNumber: number + 1 },
          known: lead ? undefined : this.scenes.known(transaction, [question]),
        }
      },
      { sharing: true, recall: sameAsId || paper ? undefined : () => [] },
    )
    this.scenes.remember(slip.id, programId)
    if (!outcome.replayed) return { question: outcome.result, revision: outcome.revision, replayed: false }
    const { program, lists } = await this.programs.one(programId)
    const reader = this.scenes.readerOf(program.phase, lists, roles)
    return {
      question: await this.scenes.present(slip.id, reader),
      revision: outcome.revision,
      replayed: true,
    }
  }

  /** Sets a range of numbers aside for slips written by hand. */
  async reservePaper(actor: AccountActor, programId: string, command: ReservePaper): Promise<PaperRange> {
    const outcome = await this.ledger.record(
      { id: command.id, programId, type: 'program.paper_reserved', targetId: programId, by: actor.person },
      async () => undefined,
      transaction => {
        const program = programOf(transaction)
        if (program.phase === 'closed') throw new DomainError('program.closed')
        const range = nextPaperRange(program.nextNumber, program.paperRanges, command.count)
        const kept = { ...range, commandId: command.id }
        transaction.write({ text: 'UPDATE program SET "paperRanges" = $2::jsonb WHERE id = $1' }, [
          programId,
          JSON.stringify([...program.paperRanges, kept]),
        ])
        return { result: range }
      },
    )
    if (!outcome.replayed) return outcome.result
    const { program } = await this.programs.one(programId)
    const range = program.paperRanges.find(range => range.commandId === command.id)
    if (!range) throw new DomainError('request.id_used')
    return { from: range.from, to: range.to }
  }
}

/** Refuses what may not be logged now; says whether it was taken before the books were closed. */
function mustBeOpenTo(program: ProgramRow, slip: LogQuestion): boolean {
  const run = slip.diverted ? undefined : slip.run
  if (run !== undefined && run !== program.run)
    throw new DomainError('program.other_run', { run: program.run })
  if (program.phase === 'draft') throw new DomainError('program.not_open')
  if (program.phase !== 'closed') return false
  const takenAt = slip.diverted ? undefined : slip.takenAt
  if (!takenAt || !program.closedAt || new Date(takenAt) >= program.closedAt)
    throw new DomainError('program.closed')
  return true
}

function nextNumber(transaction: LedgerTransaction, program: ProgramRow): number {
  const number = nextFreeNumber(program.nextNumber, program.paperRanges)
  transaction.write(
    { name: 'program_next_number', text: 'UPDATE program SET "nextNumber" = $2 WHERE id = $1' },
    [program.id, number + 1],
  )
  return number
}

/** A slip on paper already has its number: one that was set aside, and that nobody typed in yet. */
function paperNumber(program: ProgramRow, number: number, related: Question[]): number {
  if (related.some(question => question.number === number)) throw new DomainError('question.number_used')
  const reserved = program.paperRanges.some(range => number >= range.from && number <= range.to)
  if (!reserved) throw invalidField('paper.number', 'paper.not_reserved')
  return number
}

function joined(related: Question[], sameAsId: string): Question {
  const target = related.find(question => question.id === sameAsId)
  if (!target) throw new DomainError('question.not_joinable')
  return leadOf(target, new Map(related.map(question => [question.id, question])))
}
