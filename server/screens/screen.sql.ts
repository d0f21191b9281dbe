import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { Screen } from './domain/screen.js'

export const SCREEN_BY_ID = { name: 'screen_by_id', text: 'SELECT * FROM screen WHERE id = $1' }

const WRITE = {
  name: 'screen_write',
  text: `UPDATE screen SET label = $2, kind = $3, "speakerId" = $4, "programId" = $5, "shownQuestionId" = $6,
    identify = $7, "testCard" = $8, "revokedAt" = $9, revision = $10, "leftProgramId" = $11, "leftRevision" = $12,
    code = NULL, "codeExpiresAt" = NULL, address = NULL WHERE id = $1`,
}

/** Written in its programme's revision; whoever holds its socket hears that it changed. */
export function writeScreen(transaction: LedgerTransaction, screen: Screen): void {
  transaction.write(WRITE, [
    screen.id,
    screen.label,
    screen.kind,
    screen.speakerId,
    screen.programId,
    screen.shownQuestionId,
    screen.identify,
    screen.testCard,
    screen.revokedAt,
    screen.revision,
    screen.leftProgramId,
    screen.leftRevision,
  ])
  transaction.write({ text: `SELECT pg_notify('kick', $1)` }, [`screen:${screen.id}`])
}

/** What stood on a screen stands there no longer once it is cut off. */
export function showNothing(transaction: LedgerTransaction, screenId: string): void {
  transaction.write(
    {
      text: `WITH painted AS (DELETE FROM screen_painting WHERE "screenId" = $1)
        UPDATE screen_showing SET until = $2 WHERE "screenId" = $1 AND until IS NULL`,
    },
    [screenId, transaction.now],
  )
}

/** Overlays go on television: no name and no test card stands on them any longer. */
export function clearMarksOfOverlays(transaction: LedgerTransaction): void {
  transaction.write(
    {
      text: `UPDATE screen SET identify = false, "testCard" = false, revision = $2
        WHERE "programId" = $1 AND kind = 'overlay' AND (identify OR "testCard")`,
    },
    [transaction.program.id, transaction.revision],
  )
}
