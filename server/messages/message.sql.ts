import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { Message } from './domain/message.js'

export const MESSAGE_BY_ID = { name: 'message_by_id', text: 'SELECT * FROM message WHERE id = $1' }

const INSERT = {
  name: 'message_send',
  text: `INSERT INTO message (id, "programId", text, "to", "by", at, until, seen, revision)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}

export function insertMessage(transaction: LedgerTransaction, message: Message): void {
  const { id, programId, text, to, by, at, until, seen, revision } = message
  // Lists would become arrays of PostgreSQL's own.
  const written = [id, programId, text, JSON.stringify(to), by, at, until, JSON.stringify(seen), revision]
  transaction.write(INSERT, written)
}

export function writeSeen(transaction: LedgerTransaction, { id, seen }: Message): void {
  transaction.write(
    { name: 'message_seen', text: 'UPDATE message SET seen = $2, revision = $3 WHERE id = $1' },
    [id, JSON.stringify(seen), transaction.revision],
  )
}

/** Erases the words of a programme's messages, whose rows then tell everybody to drop them. */
export function forgetMessages(transaction: LedgerTransaction): void {
  transaction.write(
    {
      text: `UPDATE message SET text = '', seen = '[]', gone = true, revision = $2
        WHERE "programId" = $1 AND NOT gone`,
    },
    [transaction.program.id, transaction.revision],
  )
}
