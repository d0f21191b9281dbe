/** The ledger's statements. Named ones are parsed once per connection. */
export const LOCK_PROGRAM = {
  name: 'ledger_lock',
  text: 'UPDATE program SET revision = revision + 1 WHERE id = $1 RETURNING *',
}

/** A revision that was taken with the lock, and that nobody used. */
export const GIVE_BACK = {
  name: 'ledger_give_back',
  text: 'UPDATE program SET revision = revision - 1 WHERE id = $1',
}

/** Also finds the ids of commands that a wipe removed, or that changed no programme: they match nothing, and so stay used. */
export const FIND_COMMAND = {
  name: 'ledger_find',
  text: `SELECT "programId", revision, "by"->>'id' AS "accountId", type, "targetId" FROM ledger_entry
    WHERE "commandId" = $1
    UNION ALL SELECT "programId", revision, NULL, NULL, NULL FROM wiped_command WHERE id = $1
    UNION ALL SELECT NULL, NULL, NULL, NULL, NULL FROM audit_entry WHERE id = $1`,
}

export const INSERT_ENTRY = {
  name: 'ledger_entry',
  text: `WITH entry AS (
      INSERT INTO ledger_entry
        ("programId", revision, "commandId", "by", type, "targetId", "from", "to", "reasonCode", at, "spanFrom")
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ) SELECT pg_notify('program', $12)`,
}
