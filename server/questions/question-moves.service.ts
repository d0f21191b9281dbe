import { Injectable } from '@nestjs/common'
import type { MoveQuestion, ProducerQuestion, ReviseQuestion, StaffQuestion } from '#protocol/question.js'
import { type AccountActor } from '../access/actor.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { Outcome } from '../ledger/recording.js'
import { ProgramRows } from '../programs/program.rows.js'
import { programOf } from '../programs/program-row.js'
import { decideMove } from './domain/decide-move.js'
import { MOVES } from './domain/moves.js'
import { decideRevision } from './domain/revise-question.js'
import type { Question } from './domain/question.js'
import type { Decision, Scene } from './domain/scene.js'
import { QuestionScenes, showingQuestion } from './question-scenes.js'
import { presentToStaff } from './question.presenter.js'
import { adoptAskers, clearCues, keepWords, touchLeads, writeQuestion } from './question.sql.js'
import type { Role } from '#protocol/roles.js'

export type Moved = { question: StaffQuestion | ProducerQuestion; revision: number }

const DESKS = ['secretary', 'moderator'] as const
/** Moves that concern a second question. */
const READS_MORE: ReadonlySet<MoveQuestion['move']> = new Set(['merge', 'undo'])

/** Moves and corrections of a question. */
@Injectable()
export class QuestionMovesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly scenes: QuestionScenes,
    private readonly programs: ProgramRows,
  ) {}

  async move(actor: AccountActor, questionId: string, command: MoveQuestion): Promise<Moved> {
    const { programId, roles } = await this.scenes.whereabouts(actor, questionId, DESKS)
    const type = command.move === 'undo' ? 'question.undone' : MOVES[command.move].event
    const otherId = command.move === 'merge' ? command.intoId : undefined
    const outcome = await this.ledger.record(
      { id: command.id, programId, type, targetId: questionId, by: actor.person },
      this.scenes.read(programId, questionId, otherId),
      async (transaction, read) => {
        const rows =
          command.move === 'undo' ? await this.scenes.withUndone(transaction, read, questionId) : read
        const { scene, reader } = await this.scenes.set(transaction, rows, questionId, actor, roles)
        const decision = showingQuestion(scene.question, reader, () => decideMove(scene, command))
        const written = carryOut(transaction, scene, decision)
        const isAll = !decision.adopt && !decision.leadIds
        const moved = written.find(question => question.id === questionId)!
        return {
          result: presentToStaff(moved, reader),
          from: scene.question.state,
          to: moved.state,
          reasonCode: moved.reason?.code ?? null,
          touched: touchesOnlyQuestions(decision) ? { questions: written } : undefined,
          row: airOf(transaction, scene, decision),
          known: isAll ? this.scenes.known(transaction, written, rows) : undefined,
        }
      },
      READS_MORE.has(command.move) ? { sharing: true } : this.scenes.manner(questionId),
    )
    return this.answer(outcome, programId, questionId, roles)
  }

  async revise(actor: AccountActor, questionId: string, command: ReviseQuestion): Promise<Moved> {
    const { programId, roles } = await this.scenes.whereabouts(actor, questionId, DESKS)
    const outcome = await this.ledger.record(
      { id: command.id, programId, type: 'question.revised', targetId: questionId, by: actor.person },
      this.scenes.read(programId, questionId),
      async (transaction, rows) => {
        const { scene, reader } = await this.scenes.set(transaction, rows, questionId, actor, roles)
        const { question } = scene
        const revised = showingQuestion(question, reader, () => decideRevision(scene, command))
        const written = writeQuestion(transaction, revised, question)
        keepWords(transaction, question, { ...written, reason: null })
        return {
          result: presentToStaff(written, reader),
          from: question.state,
          to: written.state,
          touched: { questions: [written] },
          row: {},
          known: this.scenes.known(transaction, [written], rows),
        }
      },
      this.scenes.manner(questionId),
    )
    return this.answer(outcome, programId, questionId, roles)
  }

  /** What was carried out before is answered with the question as it is now. */
  private async answer(
    outcome: Outcome<StaffQuestion | ProducerQuestion>,
    programId: string,
    questionId: string,
    roles: readonly Role[],
  ): Promise<Moved> {
    if (!outcome.replayed) return { question: outcome.result, revision: outcome.revision }
    const { program, lists } = await this.programs.one(programId)
    const reader = this.scenes.readerOf(program.phase, lists, roles)
    return { question: await this.scenes.present(questionId, reader), revision: outcome.revision }
  }
}

/** Writes what was decided, in the order in which it must be written. */
function carryOut(transaction: LedgerTransaction, scene: Scene, decision: Decision): Question[] {
  const written = decision.questions.map(question => {
    const before = scene.related.get(question.id)
    const done = writeQuestion(transaction, question, before)
    keepWords(transaction, before ?? null, done)
    return done
  })
  if (decision.adopt) adoptAskers(transaction, decision.adopt.askerIds, decision.adopt.leadId)
  if (decision.leadIds?.length) touchLeads(transaction, decision.leadIds)
  if (decision.offAirId) clearCues(transaction, decision.offAirId)
  const { airHolder } = airOf(transaction, scene, decision)
  if (airHolder)
    transaction.write(
      { text: 'UPDATE program SET "airHolder" = $2, "shownRevision" = revision WHERE id = $1' },
      [transaction.program.id, airHolder],
    )
  return written
}

/** What a move changes of the programme's row: whoever is the first to take a question holds the air. */
function airOf(transaction: LedgerTransaction, scene: Scene, { takesAir }: Decision) {
  const takes = takesAir && programOf(transaction).airHolder === null
  return takes ? { airHolder: scene.actor, shownRevision: transaction.revision } : {}
}

const touchesOnlyQuestions = ({ adopt, leadIds, offAirId, takesAir }: Decision) =>
  !adopt && !leadIds && !offAirId && !takesAir
