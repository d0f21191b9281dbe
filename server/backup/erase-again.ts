import type pg from 'pg'
import { Batches } from '../database/batch.js'
import { LedgerTransaction, type LockedProgram } from '../ledger/ledger-transaction.js'
import { INSERT_ENTRY, LOCK_PROGRAM } from '../ledger/ledger.sql.js'
import { erased } from '../questions/domain/erase.js'
import type { Question } from '../questions/domain/question.js'
import { QUESTION_BY_ID, clearCues, keepWords, touchLeads, writeQuestion } from '../questions/question.sql.js'
import type { Erasure } from './domain/erasures.js'

type Told = { name: string; at: string; by: string }

export type ErasedAgain = {
  /** Diverted since the backup, and erased again. */
  questions: (Told & { number: number })[]
  /** What people must do again by hand: close a programme, revoke a screen, lock an account. */
  others: (Told & { type: string })[]
}

const NAME_OF = `SELECT coalesce(
  (SELECT title FROM program WHERE id = $1), (SELECT label FROM screen WHERE id = $1),
  (SELECT username FROM account WHERE id = $1)) AS name`

/**
 * What was diverted after the backup is erased again, under the name of who diverted it and with the very command's
 * id. That was decided once, by law for good; nobody is asked a second time.
 */
export async function eraseAgain(
  client: pg.PoolClient,
  erasures: readonly Erasure[],
  takenAt: string,
): Promise<ErasedAgain> {
  const done: ErasedAgain = { questions: [], others: [] }
  for (const erasure of erasures) {
    const by = erasure.by?.name ?? ''
    if (erasure.type === 'question.diverted') {
      const question = await divertAgain(client, erasure)
      if (question) done.questions.push({ ...question, at: erasure.at, by })
    } else if (erasure.at > takenAt) {
      const { rows } = await client.query<{ name: string | null }>(NAME_OF, [erasure.targetId])
      if (rows[0]!.name !== null)
        done.others.push({ type: erasure.type, name: rows[0]!.name, at: erasure.at, by })
    }
  }
  return done
}

async function divertAgain(client: pg.PoolClient, { targetId, at, by, commandId }: Erasure) {
  const transaction = new LedgerTransaction(new Batches(client), new Date(at))
  const [question] = await transaction.query<Question>(QUESTION_BY_ID, [targetId])
  if (!question || question.state === 'diverted' || !by) return undefined
  const [program] = await transaction.query<LockedProgram>(LOCK_PROGRAM, [question.programId])
  transaction.lockedBy(program!)
  const tombstone = writeQuestion(transaction, erased(question, by, transaction.now))
  keepWords(transaction, question, tombstone)
  if (question.mergedIntoId) touchLeads(transaction, [question.mergedIntoId])
  if (question.state === 'on_air') clearCues(transaction, question.id)
  splitAskers(transaction, question.id)
  const what = ['question.diverted', question.id, question.state, 'diverted', null, transaction.now, null]
  transaction.write(INSERT_ENTRY, [
    question.programId,
    transaction.revision,
    commandId,
    by,
    ...what,
    `${question.programId}:${transaction.revision}`,
  ])
  await Promise.all(transaction.sendWrites())
  return { name: String(program!['title']), number: question.number }
}

/** Whoever had asked the same was split off before it was diverted, and is waiting as he was then. */
function splitAskers(transaction: LedgerTransaction, questionId: string): void {
  transaction.write(
    {
      text: `UPDATE question SET state = 'pending', "mergedIntoId" = NULL, version = version + 1, "lastMove" = NULL,
        revision = $2 WHERE "mergedIntoId" = $1`,
    },
    [questionId, transaction.revision],
  )
}
