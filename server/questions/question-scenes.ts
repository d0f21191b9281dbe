import { Injectable } from '@nestjs/common'
import type { Role } from '#protocol/roles.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { Manner } from '../ledger/recording.js'
import { type Lists, ProgramListsReader } from '../programs/program-lists.js'
import { programOf } from '../programs/program-row.js'
import { type KnownQuestions, type SceneRows, knownAfter, rowsOf } from './domain/known-questions.js'
import type { Question, Ranked } from './domain/question.js'
import { type Scene, hotlinesOf } from './domain/scene.js'
import { type Reader, audienceOf, presentToStaff } from './question.presenter.js'
import { QUESTION_BY_ID, QUESTION_SCENE, QUESTIONS_UNDONE, RUNNING_ORDER } from './question.sql.js'

/** A question never changes its programme, so this much may be remembered. */
const REMEMBERED = 20_000

/** Finds a question's programme, and sets the scene for deciding about it. */
@Injectable()
export class QuestionScenes {
  private readonly programs = new Map<string, string>()

  constructor(
    private readonly database: Database,
    private readonly lists: ProgramListsReader,
  ) {}

  /** The programme of a question that the actor may see, and his roles there. */
  async whereabouts(actor: AccountActor, questionId: string, allowed: readonly Role[]) {
    const programId = this.programs.get(questionId) ?? (await this.find(questionId))
    return { programId, roles: mustHold(actor, programId, allowed, 'question.not_found') }
  }

  remember(questionId: string, programId: string): void {
    if (this.programs.size >= REMEMBERED) this.programs.clear()
    this.programs.set(questionId, programId)
  }

  /** The read that goes out behind the lock. */
  read(programId: string, questionId: string, otherId?: string) {
    return async (transaction: LedgerTransaction): Promise<SceneRows> => {
      const [questions, order] = await Promise.all([
        transaction.query<Question>(QUESTION_SCENE, [questionId, otherId ?? null, programId]),
        transaction.query<Ranked>(RUNNING_ORDER, [programId]),
      ])
      return { questions, order }
    }
  }

  /** How commands on a question go: with others, and without reading where the question is known. */
  manner(questionId: string): Manner<SceneRows> {
    return { sharing: true, recall: known => rowsOf(known as KnownQuestions | undefined, questionId) }
  }

  /** What is known of the programme's questions when a command has written these, and nothing else of any. */
  known(transaction: LedgerTransaction, written: readonly Question[], rows?: SceneRows): unknown {
    return knownAfter(transaction.known as KnownQuestions | undefined, written, rows)
  }

  async set(
    transaction: LedgerTransaction,
    rows: SceneRows,
    questionId: string,
    actor: AccountActor,
    roles: readonly Role[],
  ): Promise<{ scene: Scene; reader: Reader }> {
    const program = programOf(transaction)
    const here = rows.questions.filter(question => question.programId === program.id)
    const question = here.find(question => question.id === questionId)
    if (!question) throw new DomainError('question.not_found')
    const lists = await this.lists.of(
      program,
      (statement, values) => transaction.query(statement, values) as never,
    )
    const scene: Scene = {
      phase: program.phase,
      lists: lists.known,
      question,
      onAir: here.find(other => other.state === 'on_air') ?? null,
      order: rows.order,
      related: new Map(here.map(other => [other.id, other])),
      actor: actor.person,
      roles,
      now: transaction.now,
    }
    return { scene, reader: this.readerOf(program.phase, lists, roles) }
  }

  readerOf(phase: Scene['phase'], lists: Lists, roles: readonly Role[]): Reader {
    return { audience: audienceOf(roles) ?? 'producer', phase, hotlines: hotlinesOf(lists.known) }
  }

  /** Reads what the latest move named, before it is taken back. */
  async withUndone(transaction: LedgerTransaction, rows: SceneRows, questionId: string): Promise<SceneRows> {
    const last = rows.questions.find(question => question.id === questionId)?.lastMove
    const named = [last?.displaced?.id, last?.before.mergedIntoId, ...(last?.askerIds ?? [])]
    const ids = named.filter(id => id != null)
    if (ids.length === 0) return rows
    const undone = await transaction.query<Question>(QUESTIONS_UNDONE, [ids])
    return { ...rows, questions: [...rows.questions, ...undone] }
  }

  /** The question as it is now, for the reader. */
  async present(questionId: string, reader: Reader) {
    const [question] = await this.database.query<Question>(QUESTION_BY_ID, [questionId])
    if (!question) throw new DomainError('question.not_found')
    return presentToStaff(question, reader)
  }

  private async find(questionId: string): Promise<string> {
    const [row] = await this.database.query<{ programId: string }>(
      { name: 'question_program', text: 'SELECT "programId" FROM question WHERE id = $1' },
      [questionId],
    )
    if (!row) throw new DomainError('question.not_found')
    this.remember(questionId, row.programId)
    return row.programId
  }
}

/** The refusals that show the question as it is, so that the card can say what happened instead. */
const SHOWN_WITH_QUESTION = new Set(['question.stale', 'question.move_not_possible'])

export function showingQuestion<T>(question: Question, reader: Reader, decide: () => T): T {
  try {
    return decide()
  } catch (error) {
    if (!(error instanceof DomainError) || !SHOWN_WITH_QUESTION.has(error.code)) throw error
    throw new DomainError(error.code, { ...error.details, question: presentToStaff(question, reader) })
  }
}
