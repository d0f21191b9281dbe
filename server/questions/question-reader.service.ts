import { Injectable } from '@nestjs/common'
import { Id, Moment } from '#protocol/ids.js'
import type { ListQuestions, QuestionHistory, SearchArchive } from '#protocol/question.js'
import type { Person } from '#protocol/roles.js'
import { type AccountActor, mustHold, rolesIn } from '../access/actor.js'
import { Database } from '../database/database.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { ProgramRows } from '../programs/program.rows.js'
import type { Question } from './domain/question.js'
import { wantedOf } from './domain/search-words.js'
import { QuestionScenes } from './question-scenes.js'
import { presentToStaff } from './question.presenter.js'
import { ARCHIVE, ARCHIVE_NEWEST, FOUND_IN, NEWEST } from './question-search.sql.js'
import { WITH_ASKERS } from './question.sql.js'

type EntryRow = {
  at: Date
  by: Person | null
  type: string
  from: string | null
  to: string | null
  reasonCode: string | null
  wording: string | null
  reason: string | null
}

/** Lists of questions and the history of one. */
@Injectable()
export class QuestionReaderService {
  constructor(
    private readonly database: Database,
    private readonly programs: ProgramRows,
    private readonly scenes: QuestionScenes,
  ) {}

  /** A page of a programme's questions, newest first. `after` is the number that the last page ended with. */
  async list(actor: AccountActor, programId: string, asked: ListQuestions) {
    const roles = mustHold(actor, programId, ['secretary', 'moderator', 'producer'])
    const { program, lists } = await this.programs.one(programId)
    const reader = this.scenes.readerOf(program.phase, lists, roles)
    const column = reader.audience === 'producer' ? 'searchShown' : 'searchText'
    const before = numberOf(asked.after)
    const found = await this.database.query<Question>(
      {
        text: `SELECT ${WITH_ASKERS} FROM question q
          WHERE q."programId" = $1 AND q.state <> 'diverted' AND ($2::int IS NULL OR q.number < $2)
            AND ($3::text[] IS NULL OR q.state = ANY($3)) AND ($4::uuid[] IS NULL OR q."topicId" = ANY($4))
            AND ($5::uuid[] IS NULL OR q."agencyId" = ANY($5)) AND ${FOUND_IN(column)} LIKE ALL($6::text[])
          ORDER BY q.number DESC LIMIT $7`,
      },
      [
        programId,
        before,
        asked.state ?? null,
        asked.topic ?? null,
        asked.agency ?? null,
        wantedOf(asked.text).patterns,
        asked.limit + 1,
      ],
    )
    const page = found.slice(0, asked.limit)
    return {
      questions: page.map(question => presentToStaff(question, reader)),
      next: found.length > asked.limit ? String(page.at(-1)!.number) : null,
    }
  }

  /** The archive of all programmes in which the actor logs or decides, newest first. */
  async archive(actor: AccountActor, asked: SearchArchive) {
    const [loggedAt, id] = cursorOf(asked.after)
    const { patterns, query } = wantedOf(asked.text)
    const within = [deskProgramIds(actor), loggedAt, id, patterns, asked.limit + 1]
    const newest = await this.database.query<Question>(ARCHIVE_NEWEST, [
      ...within,
      query === '' ? asked.limit + 1 : NEWEST,
    ])
    const all = query === '' || newest.length > asked.limit
    const found = all ? newest : await this.database.query<Question>(ARCHIVE, [...within, query])
    const page = found.slice(0, asked.limit)
    const last = page.at(-1)
    return {
      questions: await this.presentArchived(actor, page),
      next: last && found.length > asked.limit ? `${last.loggedAt.toISOString()}/${last.id}` : null,
    }
  }

  /** Who did what when, with the words of the time, and from when to when it stood on which screen. */
  async history(actor: AccountActor, questionId: string): Promise<QuestionHistory> {
    await this.scenes.whereabouts(actor, questionId, ['secretary', 'moderator'])
    const entries = await this.database.query<EntryRow>(
      {
        text: `SELECT e.at, e."by", e.type, e."from", e."to", e."reasonCode", w.wording, w.reason
          FROM ledger_entry e
          LEFT JOIN question_wording w ON w."questionId" = e."targetId" AND w.revision = e.revision
          WHERE e."targetId" = $1 ORDER BY e.revision`,
      },
      [questionId],
    )
    if (entries.length === 0) throw new DomainError('question.not_found')
    const screens = await this.database.query<{ screenId: string; from: Date; until: Date | null }>(
      {
        text: 'SELECT "screenId", "from", until FROM screen_showing WHERE "questionId" = $1 ORDER BY "from"',
      },
      [questionId],
    )
    return {
      history: entries.map(presentEntry),
      screens: screens.map(({ screenId, from, until }) => ({
        screenId,
        from: from.toISOString(),
        until: until?.toISOString() ?? null,
      })),
    }
  }

  private async presentArchived(actor: AccountActor, page: Question[]) {
    const ids = [...new Set(page.map(question => question.programId))]
    const programs = new Map(
      await Promise.all(ids.map(async id => [id, await this.programs.one(id)] as const)),
    )
    return page.map(question => {
      const { program, lists } = programs.get(question.programId)!
      const reader = this.scenes.readerOf(program.phase, lists, rolesIn(actor, program.id))
      return { programId: program.id, ...presentToStaff(question, reader) }
    })
  }
}

/** The programmes whose questions the actor may read; null: of the whole house. */
function deskProgramIds(actor: AccountActor): string[] | null {
  const desks = actor.grants.filter(({ role }) => role === 'secretary' || role === 'moderator')
  const ids = desks.map(({ programId }) => programId)
  return ids.includes(null) ? null : ids.filter(id => id !== null)
}

const notOfAPage = () => invalidField('after', 'cursor.unknown')

/** The number that a page ended with. */
function numberOf(after: string | undefined): number | null {
  if (!after) return null
  if (!/^\d{1,9}$/.test(after)) throw notOfAPage()
  return Number(after)
}

/** Moment and id of the question that a page of the archive ended with. */
function cursorOf(after: string | undefined): [Date | null, string | null] {
  if (!after) return [null, null]
  const [at, id, ...more] = after.split('/')
  const loggedAt = Moment.safeParse(at)
  const questionId = Id.safeParse(id)
  if (!loggedAt.success || !questionId.success || more.length > 0) throw notOfAPage()
  return [new Date(loggedAt.data), questionId.data]
}

function presentEntry(entry: EntryRow): QuestionHistory['history'][number] {
  const reason = {
    ...(entry.reasonCode && { code: entry.reasonCode }),
    ...(entry.reason && { text: entry.reason }),
  }
  return {
    at: entry.at.toISOString(),
    by: entry.by && { id: entry.by.id, name: entry.by.name },
    type: entry.type,
    from: entry.from,
    to: entry.to,
    ...(Object.keys(reason).length > 0 && { reason }),
    ...(entry.wording && { wording: entry.wording }),
  }
}
