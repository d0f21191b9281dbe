import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import { type Question, isShown } from './domain/question.js'
import { withSearchText } from './domain/search-text.js'

/** A question's row with those who asked the same, by number. */
export const WITH_ASKERS = `q.*, coalesce((
    SELECT jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'caller', a.caller) ORDER BY a.number)
    FROM question a WHERE a."mergedIntoId" = q.id), '[]') AS askers`

export const QUESTION_BY_ID = {
  name: 'question_by_id',
  text: `SELECT ${WITH_ASKERS} FROM question q WHERE q.id = $1`,
}

/** The question, another that the command names with its lead, and what is on air. */
export const QUESTION_SCENE = {
  name: 'question_scene',
  // An array of ids is looked up one by one; of a subquery PostgreSQL would first make a table.
  text: `SELECT ${WITH_ASKERS} FROM question q WHERE q.id = ANY(ARRAY[$1::uuid, $2::uuid,
      (SELECT "mergedIntoId" FROM question WHERE id = $2),
      (SELECT id FROM question WHERE "programId" = $3 AND state = 'on_air')])`,
}

/** What an undo must see beside it: the question that was put off the air, the lead it was split from. */
export const QUESTIONS_UNDONE = {
  name: 'questions_undone',
  text: `SELECT ${WITH_ASKERS} FROM question q WHERE q.id IN (
      SELECT unnest($1::uuid[])
      UNION ALL SELECT "mergedIntoId" FROM question WHERE id = ANY($1))`,
}

export const RUNNING_ORDER = {
  name: 'question_order',
  text: `SELECT id, "order" FROM question WHERE "programId" = $1 AND state = 'approved' ORDER BY "order"`,
}

/** What a change may write, in the order of the parameters. */
const WRITTEN = [
  'state',
  'version',
  'verbatim',
  'wording',
  'allowedNumbers',
  'line',
  'direct',
  'nature',
  'topicId',
  'agencyId',
  'priority',
  'note',
  'caller',
  'leadSpeakerId',
  'supportingSpeakerIds',
  'order',
  'mergedIntoId',
  'reason',
  'answer',
  'takenAt',
  'decidedBy',
  'decidedAt',
  'onAirSince',
  'lastMove',
  'searchText',
  'searchShown',
  'gist',
  'wasApproved',
  'revision',
] as const satisfies (keyof Question)[]

const LOGGED = ['id', 'programId', 'number', 'run', 'loggedBy', 'loggedAt', ...WRITTEN] as const

const INSERT = {
  name: 'question_log',
  text: `INSERT INTO question (${LOGGED.map(column => `"${column}"`).join(', ')})
    VALUES (${LOGGED.map((_, index) => `$${index + 1}`).join(', ')})`,
}

/**
 * Writes a question as it was decided, and returns it as it is written. Of `before`, the row as it was read behind the
 * lock, only what changed is written: PostgreSQL compresses every long text anew that it is given.
 */
export function writeQuestion(
  transaction: LedgerTransaction,
  question: Question,
  before?: Question,
): Question {
  const wasApproved = question.wasApproved || isShown(question)
  const written = withSearchText({ ...question, wasApproved, revision: transaction.revision }, before)
  const changed = WRITTEN.filter(column => !before || before[column] !== written[column])
  transaction.write(updateOf(changed), [written.id, ...changed.map(column => written[column])])
  return written
}

type Column = (typeof WRITTEN)[number]
const updates = new Map<string, { name: string; text: string }>()

/** One statement for each set of columns that moves change: a few dozen, each parsed once per connection. */
function updateOf(columns: readonly Column[]): { name: string; text: string } {
  const key = columns.map(column => WRITTEN.indexOf(column).toString(36)).join('')
  let update = updates.get(key)
  if (!update) {
    const set = columns.map((column, index) => `"${column}" = $${index + 2}`).join(', ')
    update = { name: `question_write_${key}`, text: `UPDATE question SET ${set} WHERE id = $1` }
    updates.set(key, update)
  }
  return update
}

export function insertQuestion(transaction: LedgerTransaction, question: Question): Question {
  const written = withSearchText({ ...question, revision: transaction.revision })
  transaction.write(
    INSERT,
    LOGGED.map(column => written[column]),
  )
  return written
}

/** Questions whose gist is missing: logged by an older program, or before the lexicon changed. */
export const WITHOUT_GIST = { text: 'SELECT * FROM question WHERE gist IS NULL LIMIT $1' }

/** What they are found by, made anew. It follows from what is recorded, so no command writes it; one that does is newer. */
export const FOUND_BY = {
  text: `UPDATE question q SET "searchText" = made."searchText", "searchShown" = made."searchShown", gist = made.gist
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS made (id, "searchText", "searchShown", gist)
    WHERE q.id = made.id AND q.gist IS NULL`,
}

/** Keeps the words that a change brought, for the question's history; a denunciation loses its own. */
export function keepWords(transaction: LedgerTransaction, before: Question | null, after: Question): void {
  if (after.state === 'diverted') {
    transaction.write({ text: 'DELETE FROM question_wording WHERE "questionId" = $1' }, [after.id])
    return
  }
  const wording = after.wording === (before?.wording ?? null) ? null : after.wording
  const reason = after.reason?.text ?? null
  if (wording === null && reason === null) return
  transaction.write(
    {
      name: 'question_words',
      text: 'INSERT INTO question_wording ("questionId", revision, wording, reason) VALUES ($1, $2, $3, $4)',
    },
    [after.id, transaction.revision, wording, reason],
  )
}

/** Leads whose askers changed are shown anew; their version stays. */
export function touchLeads(transaction: LedgerTransaction, leadIds: readonly string[]): void {
  transaction.write(
    { name: 'question_touch', text: 'UPDATE question SET revision = $2 WHERE id = ANY($1)' },
    [leadIds, transaction.revision],
  )
}

/** Brings askers to another lead. */
export function adoptAskers(
  transaction: LedgerTransaction,
  askerIds: readonly string[],
  leadId: string,
): void {
  transaction.write(
    {
      text: `UPDATE question SET "mergedIntoId" = $2, revision = $3
        WHERE id = ANY($1) AND state = 'merged'`,
    },
    [askerIds, leadId, transaction.revision],
  )
}

/** A question left the air: no overlay is cued for it any longer, also when it comes back. */
export function clearCues(transaction: LedgerTransaction, questionId: string): void {
  transaction.write(
    {
      name: 'question_clear_cues',
      text: 'UPDATE screen SET "shownQuestionId" = NULL, revision = $3 WHERE "programId" = $1 AND "shownQuestionId" = $2',
    },
    [transaction.program.id, questionId, transaction.revision],
  )
}
