import { Injectable } from '@nestjs/common'
import type { Painted, Place, QuestionAnswer, ScreenReceipt } from '#protocol/live.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { IS_HERE } from './screen-connections.js'

type PaintedRow = { screenId: string; questionId: string; version: number; place: Place; at: Date }
type AnswerRow = {
  screenId: string
  questionId: string
  answer: string
  toSpeakerId: string | null
  at: Date
}

/** What a screen says of its glass; only questions of its own programme count. */
const WRITE = {
  name: 'receipt_write',
  text: `WITH painted AS (
      SELECT DISTINCT ON (p."questionId") p."questionId", p.version, p.place
      FROM jsonb_to_recordset($2::jsonb) AS p("questionId" uuid, version int, place text)
      JOIN question q ON q.id = p."questionId" AND q."programId" = $3
    ), gone AS (
      DELETE FROM screen_painting WHERE "screenId" = $1
        AND "questionId" NOT IN (SELECT "questionId" FROM painted)
    ), closed AS (
      UPDATE screen_showing SET until = $4 WHERE "screenId" = $1 AND until IS NULL
        AND "questionId" NOT IN (SELECT "questionId" FROM painted)
    ), opened AS (
      INSERT INTO screen_showing ("screenId", "questionId", "from")
      SELECT $1, "questionId", $4 FROM painted p WHERE NOT EXISTS (
        SELECT 1 FROM screen_showing s
        WHERE s."screenId" = $1 AND s."questionId" = p."questionId" AND s.until IS NULL)
      ON CONFLICT DO NOTHING
    )
    INSERT INTO screen_painting ("screenId", "questionId", version, place, at)
    SELECT $1, "questionId", version, place, $4 FROM painted
    ON CONFLICT ("screenId", "questionId") DO UPDATE SET version = excluded.version, place = excluded.place,
      at = CASE WHEN screen_painting.version = excluded.version AND screen_painting.place = excluded.place
        THEN screen_painting.at ELSE excluded.at END`,
}

/** Of this programme, and still to be answered: a screen belongs to the house and has seen many others. */
const ON_THE_WAY = `q."programId" = $1 AND q.state IN ('approved', 'on_air')`

/** Receipts stand beside the ledger: no revision, latest wins. */
@Injectable()
export class Receipts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps what stands on a screen's glass since `at`. */
  async keep(screenId: string, programId: string, painted: Painted['painted'], at: Date): Promise<void> {
    await this.database.query(WRITE, [screenId, JSON.stringify(painted), programId, at])
  }

  /** Keeps that a speaker or the host has read a question, or would pass it on. */
  async answer(screenId: string, programId: string, answer: QuestionAnswer): Promise<void> {
    const toSpeakerId = answer.answer === 'pass' ? (answer.toSpeakerId ?? null) : null
    const kept = await this.database.query(
      {
        text: `INSERT INTO screen_response ("screenId", "questionId", answer, "toSpeakerId", at)
          SELECT $1, q.id, $4, $5, $6 FROM question q
          WHERE q.id = $2 AND q."programId" = $3 AND q.state IN ('approved', 'on_air') AND ($5::uuid IS NULL
            OR EXISTS (SELECT 1 FROM speaker s WHERE s.id = $5 AND s."programId" = $3 AND NOT s.removed))
          ON CONFLICT ("screenId", "questionId", answer) DO UPDATE SET "toSpeakerId" = $5 RETURNING 1`,
      },
      [screenId, answer.questionId, programId, answer.answer, toSpeakerId, this.clock.now()],
    )
    // Only what a screen is shown can be read there, and passed to nobody but a seat of the panel.
    if (kept.length === 0) throw new DomainError('question.not_found')
  }

  /** What stood on a screen that no browser holds is known to stand there no longer: its record ends. Of these, or of all. */
  async closeUnheld(screenIds?: readonly string[]): Promise<void> {
    await this.database.query(
      {
        text: `UPDATE screen_showing s SET until = $1
          WHERE until IS NULL AND ($2::uuid[] IS NULL OR "screenId" = ANY($2)) AND NOT EXISTS (
            SELECT 1 FROM presence p WHERE p."screenId" = s."screenId" AND ${IS_HERE})`,
      },
      [this.clock.now(), screenIds ?? null],
    )
  }

  /** All receipts of a programme's screens. */
  async of(programId: string, connections: (screenId: string) => number): Promise<ScreenReceipt[]> {
    const [screens, painted, answers] = await Promise.all([
      this.database.query<{ id: string }>(
        {
          name: 'receipt_screens',
          text: 'SELECT id FROM screen WHERE "programId" = $1 AND "revokedAt" IS NULL ORDER BY label, id',
        },
        [programId],
      ),
      this.database.query<PaintedRow>(
        {
          name: 'receipt_painted',
          text: `SELECT p.* FROM question q JOIN screen_painting p ON p."questionId" = q.id
            WHERE ${ON_THE_WAY} ORDER BY p.at`,
        },
        [programId],
      ),
      this.database.query<AnswerRow>(
        {
          name: 'receipt_answers',
          text: `SELECT r.* FROM question q JOIN screen_response r ON r."questionId" = q.id
            WHERE ${ON_THE_WAY} ORDER BY r.at`,
        },
        [programId],
      ),
    ])
    return screens.map(({ id }) => ({
      screenId: id,
      connected: connections(id) > 0,
      connections: connections(id),
      painted: painted.filter(row => row.screenId === id).map(presentPainted),
      read: answers
        .filter(row => row.screenId === id && row.answer === 'read')
        .map(({ questionId, at }) => ({ questionId, at: at.toISOString() })),
      passed: answers
        .filter(row => row.screenId === id && row.answer === 'pass')
        .map(({ questionId, toSpeakerId, at }) => ({ questionId, toSpeakerId, at: at.toISOString() })),
    }))
  }
}

const presentPainted = ({ questionId, version, place, at }: PaintedRow) => ({
  questionId,
  version,
  place,
  at: at.toISOString(),
})
