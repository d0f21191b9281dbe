import { Injectable } from '@nestjs/common'
import { type FindSimilar, SIMILAR_SHOWN, type SimilarQuestions } from '#protocol/similar.js'
import type { StaffQuestion } from '#protocol/question.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { toE164 } from '../callers/domain/caller.js'
import { Database } from '../database/database.js'
import { ProgramRows } from '../programs/program.rows.js'
import { gistOf } from './domain/gist.js'
import type { Question } from './domain/question.js'
import { type Alike, likeliest } from './domain/likeliest.js'
import { readGist } from './domain/search-text.js'
import { sharingWith } from './domain/search-words.js'
import { QuestionScenes } from './question-scenes.js'
import { presentToStaff } from './question.presenter.js'
import { CANDIDATES, LIKENED } from './question-search.sql.js'
import { WITH_ASKERS } from './question.sql.js'

type CandidateRow = {
  id: string
  number: number
  mergedIntoId: string | null
  gist: string | null
  samePhone: boolean
}

const FOUND = {
  name: 'question_similar_found',
  text: `SELECT ${WITH_ASKERS} FROM question q WHERE q.id = ANY($1) AND q.state <> 'diverted'`,
}

/** Finds what was already asked while it is being asked again. */
@Injectable()
export class QuestionSimilarService {
  constructor(
    private readonly database: Database,
    private readonly programs: ProgramRows,
    private readonly scenes: QuestionScenes,
  ) {}

  /** The programme's likeliest questions: those of the same phone first, then by likeness of the text. */
  async find(actor: AccountActor, programId: string, asked: FindSimilar): Promise<SimilarQuestions> {
    const roles = mustHold(actor, programId, ['secretary', 'moderator'])
    const { program, lists } = await this.programs.one(programId)
    const gist = gistOf(asked.text ?? '')
    const candidates = await this.database.query<CandidateRow>(CANDIDATES, [
      programId,
      sharingWith(programId, gist),
      (asked.phone && toE164(asked.phone)) ?? null,
      LIKENED,
    ])
    const earlier = candidates.map(row => ({ ...row, gist: readGist(row.gist) }))
    const found = likeliest(gist, earlier, program.nextNumber, SIMILAR_SHOWN)
    const reader = this.scenes.readerOf(program.phase, lists, roles)
    const questions = await this.load(found)
    return {
      similar: found.flatMap(({ id, score, samePhone }) => {
        const question = questions.get(id)
        return question
          ? { question: presentToStaff(question, reader) as StaffQuestion, score, samePhone }
          : []
      }),
    }
  }

  private async load(found: readonly Alike[]): Promise<Map<string, Question>> {
    if (found.length === 0) return new Map()
    const questions = await this.database.query<Question>(FOUND, [found.map(({ id }) => id)])
    return new Map(questions.map(question => [question.id, question]))
  }
}
