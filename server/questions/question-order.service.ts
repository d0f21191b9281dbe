import { Injectable } from '@nestjs/common'
import type { NoteAnswer, OrderQuestion, QuestionState } from '#protocol/question.js'
import type { Phase } from '#protocol/program.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { DomainError } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import { ProgramRows } from '../programs/program.rows.js'
import { mustBeListed } from './domain/approved-wording.js'
import { placeAfter } from './domain/running-order.js'
import type { Moved } from './question-moves.service.js'
import { QuestionScenes, showingQuestion } from './question-scenes.js'
import { presentToStaff } from './question.presenter.js'
import { writeQuestion } from './question.sql.js'

/** Phases in which something was or is on air, whose answer may be written down. */
const ANSWERED_IN: ReadonlySet<Phase> = new Set(['live', 'paused', 'ended'])
const ANSWERED_AS: ReadonlySet<QuestionState> = new Set(['on_air', 'answered', 'follow_up'])

/** What changes no version: the running order, and what was answered. */
@Injectable()
export class QuestionOrderService {
  constructor(
    private readonly ledger: Ledger,
    private readonly scenes: QuestionScenes,
    private readonly programs: ProgramRows,
  ) {}

  /** Puts an approved question after another, or first. */
  async order(actor: AccountActor, programId: string, command: OrderQuestion): Promise<{ revision: number }> {
    const roles = mustHold(actor, programId, ['moderator'])
    const outcome = await this.ledger.record(
      {
        id: command.id,
        programId,
        type: 'question.ordered',
        targetId: command.questionId,
        by: actor.person,
      },
      this.scenes.read(programId, command.questionId, command.after ?? undefined),
      async (transaction, rows) => {
        const { scene, reader } = await this.scenes.set(transaction, rows, command.questionId, actor, roles)
        if (scene.phase === 'draft') throw new DomainError('program.not_open')
        if (scene.phase === 'closed') throw new DomainError('program.closed')
        return showingQuestion(scene.question, reader, () => {
          const place = placeAfter(scene.order, command.questionId, command.after)
          if (scene.question.state !== 'approved' || place === null || command.after === command.questionId)
            throw new DomainError('question.move_not_possible')
          const written = writeQuestion(transaction, { ...scene.question, order: place }, scene.question)
          const known = this.scenes.known(transaction, [written], rows)
          return { result: undefined, touched: { questions: [written] }, row: {}, known }
        })
      },
      this.scenes.manner(command.questionId),
    )
    return { revision: outcome.revision }
  }

  /** Writes down who answered, when, what was said and what was promised. */
  async noteAnswer(actor: AccountActor, questionId: string, command: NoteAnswer): Promise<Moved> {
    const { programId, roles } = await this.scenes.whereabouts(actor, questionId, ['secretary', 'moderator'])
    const outcome = await this.ledger.record(
      { id: command.id, programId, type: 'question.answer_noted', targetId: questionId, by: actor.person },
      this.scenes.read(programId, questionId),
      async (transaction, rows) => {
        const { scene, reader } = await this.scenes.set(transaction, rows, questionId, actor, roles)
        if (scene.phase === 'closed') throw new DomainError('program.closed')
        if (!ANSWERED_IN.has(scene.phase)) throw new DomainError('program.not_open')
        mustBeListed(scene.lists, { speakerIds: command.speakerIds })
        return showingQuestion(scene.question, reader, () => {
          if (!ANSWERED_AS.has(scene.question.state)) throw new DomainError('question.move_not_possible')
          const written = writeQuestion(transaction, {
            ...scene.question,
            answer: {
              speakerIds: [...new Set(command.speakerIds)],
              startedAt: new Date(command.startedAt).toISOString(),
              endedAt: command.endedAt ? new Date(command.endedAt).toISOString() : null,
              said: command.said ?? null,
              promise: command.promise ?? null,
            },
          })
          const known = this.scenes.known(transaction, [written], rows)
          const result = presentToStaff(written, reader)
          return { result, touched: { questions: [written] }, row: {}, known }
        })
      },
      this.scenes.manner(questionId),
    )
    if (!outcome.replayed) return { question: outcome.result, revision: outcome.revision }
    const { program, lists } = await this.programs.one(programId)
    const reader = this.scenes.readerOf(program.phase, lists, roles)
    return { question: await this.scenes.present(questionId, reader), revision: outcome.revision }
  }
}
