import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The bare digits of a number without the country's code and the trunk zero, for numbers that the numbering plan does
 * not know: "+84 (0)521 000 112", "0084521000112" and "0521.000.112" are one.
 */
const TYPED_NUMBER = [
  `CREATE FUNCTION typed_number(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ltrim(regexp_replace(regexp_replace(typed, '[^0-9]', '', 'g'), '^(00)?84(?=0?[0-9]{8,10}$)', ''), '0') $$`,
  `CREATE INDEX question_typed_number ON question (typed_number(caller->'phone'->>'typed')) WHERE caller IS NOT NULL`,
]

const AUDIT = [
  `CREATE TABLE "audit_entry" ("id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by" jsonb, "type" text NOT NULL, "programId" uuid, "targetId" uuid, "details" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "audit_entry_at" ON "audit_entry" ("at")`,
  `CREATE INDEX "audit_entry_by" ON "audit_entry" (("by"->>'id'), "type", "at")`,
]

const AUDIT_IS_WRITTEN_ONCE = [
  `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit is written once' USING ERRCODE = 'insufficient_privilege';
  END $$`,
  `CREATE TRIGGER audit_written_once BEFORE UPDATE OR DELETE ON audit_entry
   FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`,
  `CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit_entry
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
]

export class CallersAndAudit1764100000000 implements MigrationInterface {
  name = 'CallersAndAudit1764100000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TYPED_NUMBER, ...AUDIT, ...AUDIT_IS_WRITTEN_ONCE])
      await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'DROP TABLE audit_entry',
      'DROP FUNCTION refuse_audit_change()',
      'DROP INDEX question_typed_number',
      'DROP FUNCTION typed_number(text)',
    ])
      await runner.query(statement)
  }
}
