/** The ledger's statements. Named ones are parsed once per connection. */
export const LOCK_PROGRAM = {
  name: 'ledger_lock',
  text: `UPDATE program p SET revision = p.revision + 1 WHERE p.id = $1 RETURNING p.*,
    (SELECT "commandId" FROM ledger_entry e WHERE e."programId" = p.id AND e.revision = p.revision - 1) AS "previousId"`,
}

/** The lock for whoever knows the programme at a revision and by the command that made it; else a fault, 22P02. */
export const LOCK_KNOWN = {
  name: 'ledger_lock_known',
  text: `UPDATE program p SET revision = CASE WHEN p.revision = $2 AND EXISTS (
      SELECT FROM ledger_entry WHERE "programId" = $1 AND revision = $2 AND "commandId" = $3)
    THEN $2 + 1 ELSE (p.revision || ' is the revision by now')::integer END WHERE p.id = $1`,
}

/** The next revision of a programme that is locked already. */
export const NEXT_REVISION = {
  name: 'ledger_next',
  text: 'UPDATE program SET revision = revision + 1 WHERE id = $1',
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

/** For whoever takes it for granted that a command is new: a fault, 22P02, when its id is used. */
export const MUST_BE_NEW = {
  name: 'ledger_new',
  text: `SELECT (id || ' is used')::integer FROM (
      SELECT "commandId" AS id FROM ledger_entry WHERE "commandId" = $1
      UNION ALL SELECT id FROM wiped_command WHERE id = $1
      UNION ALL SELECT id FROM audit_entry WHERE id = $1) used`,
}

export const INSERT_ENTRY = {
  name: 'ledger_entry',
  text: `WITH entry AS (
      INSERT INTO ledger_entry
        ("programId", revision, "commandId", "by", type, "targetId", "from", "to", "reasonCode", at, "spanFrom")
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ) SELECT pg_notify('program', $12)`,
}
