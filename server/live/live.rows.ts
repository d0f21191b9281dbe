import { Injectable } from '@nestjs/common'
import type { Person } from '#protocol/roles.js'
import { Batches } from '../database/batch.js'
import { COMMIT, Database } from '../database/database.js'
import { Clock } from '../ledger/clock.js'
import type { ProgramRow, SpeakerRow } from '../programs/domain/program.js'
import { type Lists, ProgramListsReader } from '../programs/program-lists.js'
import { type Message, PANEL_SECONDS } from '../messages/domain/message.js'
import type { Question } from '../questions/domain/question.js'
import { WITH_ASKERS } from '../questions/question.sql.js'
import type { ScreenRow } from '../screens/screen.entity.js'

/** Everything of a programme that changed after a revision, as it is now. After 0: everything. */
export type ChangedRows = {
  after: number
  program: ProgramRow
  lists: Lists
  questions: Question[]
  speakers: SpeakerRow[]
  screens: ScreenRow[]
  /** With those that vanished since by themselves. */
  messages: Message[]
  onAir: Question | null
  /** Questions that a wipe removed since. */
  wiped: { id: string; wasApproved: boolean }[]
  /** The latest entry of the ledger. */
  head: { type: string; by: Person | null; at: Date } | null
}

const BEGIN_READING = { name: 'begin_reading', text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' }
const PROGRAM = { name: 'live_program', text: 'SELECT * FROM program WHERE id = $1' }
const QUESTIONS = {
  name: 'live_questions',
  text: `SELECT ${WITH_ASKERS} FROM question q
    WHERE q."programId" = $1 AND (q.revision > $2 OR q.state = 'on_air') ORDER BY q.number`,
}
const SPEAKERS = {
  name: 'live_speakers',
  text: 'SELECT * FROM speaker WHERE "programId" = $1 AND revision > $2 ORDER BY seat, id',
}
const SCREENS = {
  name: 'live_screens',
  text: `SELECT * FROM screen WHERE ("programId" = $1 AND revision > $2)
    OR ("leftProgramId" = $1 AND "leftRevision" > $2) ORDER BY label, id`,
}
/** What changed, and what vanished by itself since the moment of that revision. After 0: what stands. */
const MESSAGES = {
  name: 'live_messages',
  text: `SELECT * FROM message WHERE "programId" = $1 AND CASE WHEN $2 = 0
      THEN NOT gone AND (until IS NULL OR until > $3)
      ELSE revision > $2 OR (coalesce(until, at + make_interval(secs => $4)) <= $3
        AND coalesce(until, at + make_interval(secs => $4)) >
          (SELECT e.at FROM ledger_entry e WHERE e."programId" = $1 AND e.revision = $2)) END ORDER BY at, id`,
}
const WIPED = {
  name: 'live_wiped',
  text: 'SELECT id, "wasApproved" FROM wiped_command WHERE "programId" = $1 AND revision > $2 AND question',
}
const HEAD = {
  name: 'live_head',
  text: `SELECT e.type, e."by", e.at FROM program p
    JOIN ledger_entry e ON e."programId" = p.id AND e.revision = p.revision WHERE p.id = $1`,
}

/** Reads what is announced: one consistent picture, in one round trip. */
@Injectable()
export class LiveRows {
  constructor(
    private readonly database: Database,
    private readonly lists: ProgramListsReader,
    private readonly clock: Clock,
  ) {}

  async changedAfter(programId: string, after: number): Promise<ChangedRows | null> {
    const client = await this.database.connect()
    const connection = new Batches(client)
    try {
      const [, [program], questions, speakers, screens, messages, wiped, [head]] = await Promise.all([
        connection.query(BEGIN_READING),
        connection.query<ProgramRow>(PROGRAM, [programId]),
        connection.query<Question>(QUESTIONS, [programId, after]),
        connection.query<SpeakerRow>(SPEAKERS, [programId, after]),
        connection.query<ScreenRow>(SCREENS, [programId, after]),
        connection.query<Message>(MESSAGES, [programId, after, this.clock.now(), PANEL_SECONDS]),
        connection.query<{ id: string; wasApproved: boolean }>(WIPED, [programId, after]),
        connection.query<{ type: string; by: Person | null; at: Date }>(HEAD, [programId]),
      ])
      if (!program) return null
      const lists = await this.lists.of(
        program,
        (statement, values) => connection.query(statement, values) as never,
      )
      return {
        after,
        program,
        lists,
        questions: questions.filter(question => question.revision > after),
        speakers,
        screens,
        messages,
        onAir: questions.find(question => question.state === 'on_air') ?? null,
        wiped: after === 0 ? [] : wiped,
        head: head ?? null,
      }
    } finally {
      // Nobody waits for the end of a reading: the connection goes back when it is over.
      connection.query(COMMIT).then(
        () => client.release(),
        (fault: Error) => client.release(fault),
      )
    }
  }
}
