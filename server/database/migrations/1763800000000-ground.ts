import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = [
  `CREATE TABLE "account" ("id" uuid NOT NULL, "username" text NOT NULL, "passwordHash" text NOT NULL, "oneTime" boolean NOT NULL DEFAULT false, "lockedAt" TIMESTAMP WITH TIME ZONE, "demo" text, "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id"));`,
  `CREATE UNIQUE INDEX "account_username" ON "account" ("username") ;`,
  `CREATE TABLE "account_role" ("id" uuid NOT NULL, "accountId" uuid NOT NULL, "role" text NOT NULL, "programId" uuid, CONSTRAINT "PK_d3890c96feefc95c7cfd788cfda" PRIMARY KEY ("id"));`,
  `CREATE INDEX "account_role_account" ON "account_role" ("accountId") ;`,
  `CREATE TABLE "session" ("id" uuid NOT NULL, "tokenHash" text NOT NULL, "accountId" uuid NOT NULL, "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "usedAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_f55da76ac1c3ac420f444d2ff11" PRIMARY KEY ("id"));`,
  `CREATE UNIQUE INDEX "session_token" ON "session" ("tokenHash") ;`,
  `CREATE INDEX "session_account" ON "session" ("accountId") ;`,
  `CREATE TABLE "sign_in_failure" ("id" uuid NOT NULL, "address" text NOT NULL, "username" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_5ad9835b7a6e51262f6fe5024de" PRIMARY KEY ("id"));`,
  `CREATE INDEX "sign_in_failure_address" ON "sign_in_failure" ("address", "at") ;`,
  `CREATE TABLE "program" ("id" uuid NOT NULL, "revision" integer NOT NULL DEFAULT '0', "version" integer NOT NULL DEFAULT '1', "run" integer NOT NULL DEFAULT '1', "number" integer, "title" text NOT NULL, "seriesTitle" text, "channels" text array NOT NULL DEFAULT '{}', "plannedStart" TIMESTAMP WITH TIME ZONE, "plannedMinutes" integer NOT NULL DEFAULT '60', "clockOffsetMs" integer NOT NULL DEFAULT '0', "phase" text NOT NULL DEFAULT 'draft', "mode" text NOT NULL DEFAULT 'air', "intakeOpen" boolean NOT NULL DEFAULT true, "blank" boolean NOT NULL DEFAULT false, "airHolder" jsonb, "nextNumber" integer NOT NULL DEFAULT '1', "paperRanges" jsonb NOT NULL DEFAULT '[]', "listsRevision" integer NOT NULL DEFAULT '0', "rehearsedFrom" integer, "wipedRevision" integer NOT NULL DEFAULT '0', "shownRevision" integer NOT NULL DEFAULT '0', "closedAt" TIMESTAMP WITH TIME ZONE, "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "program_phase" CHECK ("phase" IN ('draft','open','live','paused','ended','closed')), CONSTRAINT "program_mode" CHECK ("mode" IN ('rehearsal','air')), CONSTRAINT "PK_3bade5945afbafefdd26a3a29fb" PRIMARY KEY ("id"));`,
  `CREATE TABLE "program_entry" ("id" uuid NOT NULL, "programId" uuid NOT NULL, "list" text NOT NULL, "position" integer NOT NULL, "version" integer NOT NULL DEFAULT '1', "code" text, "name" text NOT NULL, "retiredAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_60fee3b6486043d89e0ccc948fc" PRIMARY KEY ("id"));`,
  `CREATE INDEX "program_entry_list" ON "program_entry" ("programId", "list", "position") ;`,
  `CREATE TABLE "speaker" ("id" uuid NOT NULL, "programId" uuid NOT NULL, "honorific" text NOT NULL, "name" text NOT NULL, "post" text NOT NULL, "agency" text NOT NULL, "seat" integer NOT NULL, "revision" integer NOT NULL DEFAULT '0', "removed" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_8441432fc32d602d417bf2687a9" PRIMARY KEY ("id"));`,
  `CREATE INDEX "speaker_seat" ON "speaker" ("programId", "seat") ;`,
  `CREATE TABLE "house_entry" ("id" uuid NOT NULL, "list" text NOT NULL, "position" integer NOT NULL, "version" integer NOT NULL DEFAULT '1', "code" text, "name" text NOT NULL, "former" text array NOT NULL DEFAULT '{}', "retiredAt" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_e38deff237b14e639ead9360b96" PRIMARY KEY ("id"));`,
  `CREATE INDEX "house_entry_list" ON "house_entry" ("list", "position") ;`,
  `CREATE TABLE "question" ("id" uuid NOT NULL, "programId" uuid NOT NULL, "number" integer NOT NULL, "run" integer NOT NULL, "state" text NOT NULL, "version" integer NOT NULL, "revision" integer NOT NULL, "verbatim" text NOT NULL, "wording" text, "allowedNumbers" text array NOT NULL DEFAULT '{}', "line" uuid, "direct" boolean NOT NULL, "nature" text NOT NULL, "topicId" uuid, "agencyId" uuid, "priority" text NOT NULL, "note" text, "caller" jsonb, "leadSpeakerId" uuid, "supportingSpeakerIds" uuid array NOT NULL DEFAULT '{}', "order" text COLLATE "C", "mergedIntoId" uuid, "reason" jsonb, "answer" jsonb, "loggedBy" jsonb NOT NULL, "loggedAt" TIMESTAMP WITH TIME ZONE NOT NULL, "takenAt" TIMESTAMP WITH TIME ZONE, "decidedBy" jsonb, "decidedAt" TIMESTAMP WITH TIME ZONE, "onAirSince" TIMESTAMP WITH TIME ZONE, "lastMove" jsonb, "searchText" text NOT NULL, "searchShown" text NOT NULL, "wasApproved" boolean NOT NULL, CONSTRAINT "question_state" CHECK ("state" IN ('pending','returned','approved','on_air','answered','follow_up','merged','rejected','advised','diverted')), CONSTRAINT "question_ranked" CHECK (("state" = 'approved') = ("order" IS NOT NULL)), CONSTRAINT "question_merged" CHECK (("state" = 'merged') = ("mergedIntoId" IS NOT NULL)), CONSTRAINT "PK_21e5786aa0ea704ae185a79b2d5" PRIMARY KEY ("id"));`,
  `CREATE UNIQUE INDEX "question_number" ON "question" ("programId", "number") ;`,
  `CREATE INDEX "question_changed" ON "question" ("programId", "revision") ;`,
  `CREATE UNIQUE INDEX "question_on_air" ON "question" ("programId") WHERE "state" = 'on_air';`,
  `CREATE UNIQUE INDEX "question_rank" ON "question" ("programId", "order") WHERE "state" = 'approved';`,
  `CREATE INDEX "question_asker" ON "question" ("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;`,
  `CREATE INDEX "question_logged" ON "question" ("loggedAt", "id") ;`,
  `CREATE TABLE "question_wording" ("questionId" uuid NOT NULL, "revision" integer NOT NULL, "wording" text, "reason" text, CONSTRAINT "question_wording_pkey" PRIMARY KEY ("questionId", "revision"));`,
  `CREATE TABLE "ledger_entry" ("programId" uuid NOT NULL, "revision" integer NOT NULL, "commandId" uuid, "by" jsonb, "type" text NOT NULL, "targetId" uuid, "from" text, "to" text, "reasonCode" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "spanFrom" integer, CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("programId", "revision"));`,
  `CREATE UNIQUE INDEX "ledger_entry_command" ON "ledger_entry" ("commandId") ;`,
  `CREATE INDEX "ledger_entry_target" ON "ledger_entry" ("targetId") ;`,
  `CREATE TABLE "wiped_command" ("id" uuid NOT NULL, "programId" uuid NOT NULL, "revision" integer NOT NULL, "question" boolean NOT NULL, "wasApproved" boolean NOT NULL, CONSTRAINT "PK_2d4a6d8fde5ad68071abacc1e72" PRIMARY KEY ("id"));`,
  `CREATE INDEX "wiped_command_program" ON "wiped_command" ("programId", "revision")`,
  `CREATE TABLE "screen" ("id" uuid NOT NULL, "secretHash" text NOT NULL, "code" text, "codeExpiresAt" TIMESTAMP WITH TIME ZONE, "address" text, "label" text NOT NULL DEFAULT '', "kind" text NOT NULL DEFAULT 'panel', "speakerId" uuid, "programId" uuid, "shownQuestionId" uuid, "identify" boolean NOT NULL DEFAULT false, "testCard" boolean NOT NULL DEFAULT false, "revokedAt" TIMESTAMP WITH TIME ZONE, "revision" integer NOT NULL DEFAULT '0', "leftProgramId" uuid, "leftRevision" integer, "pairedBy" uuid, CONSTRAINT "PK_7d30806a7556636b84d24e75f4d" PRIMARY KEY ("id"));`,
  `CREATE UNIQUE INDEX "screen_code" ON "screen" ("code") WHERE "code" IS NOT NULL;`,
  `CREATE INDEX "screen_program" ON "screen" ("programId") ;`,
  `CREATE INDEX "screen_left" ON "screen" ("leftProgramId") ;`,
  `CREATE TABLE "screen_painting" ("screenId" uuid NOT NULL, "questionId" uuid NOT NULL, "version" integer NOT NULL, "place" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "screen_painting_pkey" PRIMARY KEY ("screenId", "questionId"));`,
  `CREATE TABLE "screen_showing" ("screenId" uuid NOT NULL, "questionId" uuid NOT NULL, "from" TIMESTAMP WITH TIME ZONE NOT NULL, "until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "screen_showing_pkey" PRIMARY KEY ("screenId", "questionId", "from"));`,
  `CREATE INDEX "screen_painting_question" ON "screen_painting" ("questionId")`,
  `CREATE INDEX "screen_showing_question" ON "screen_showing" ("questionId") ;`,
  `CREATE UNIQUE INDEX "screen_showing_open" ON "screen_showing" ("screenId", "questionId") WHERE "until" IS NULL`,
  `CREATE TABLE "screen_response" ("screenId" uuid NOT NULL, "questionId" uuid NOT NULL, "answer" text NOT NULL, "toSpeakerId" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "screen_response_pkey" PRIMARY KEY ("screenId", "questionId", "answer"));`,
  `CREATE INDEX "screen_response_question" ON "screen_response" ("questionId") ;`,
  `CREATE TABLE "presence" ("socketId" text NOT NULL, "instanceId" uuid NOT NULL, "programId" uuid NOT NULL, "accountId" uuid, "name" text, "roles" text array NOT NULL DEFAULT '{}', "screenId" uuid, "editingQuestionId" uuid, "editingPhone" text, "seenAt" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_c60dabeaaf0dd0115308843a35b" PRIMARY KEY ("socketId"));`,
  `CREATE INDEX "presence_program" ON "presence" ("programId") ;`,
  `CREATE INDEX "presence_instance" ON "presence" ("instanceId") ;`,
  `ALTER TABLE "account_role" ADD CONSTRAINT "account_role_account_fk" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;`,
  `ALTER TABLE "session" ADD CONSTRAINT "session_account_fk" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE NO ACTION;`,
  `ALTER TABLE "program_entry" ADD CONSTRAINT "program_entry_program" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;`,
  `ALTER TABLE "speaker" ADD CONSTRAINT "speaker_program" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;`,
  `ALTER TABLE "question" ADD CONSTRAINT "question_program" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;`,
  `ALTER TABLE "question_wording" ADD CONSTRAINT "question_wording_question" FOREIGN KEY ("questionId") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE NO ACTION;`,
  `ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_program" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;`,
  `ALTER TABLE "screen" ADD CONSTRAINT "screen_program_fk" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;`,
]

/**
 * The ledger is written once. Entries leave it only with the wipe of a rehearsal, by a transaction that says which
 * programme it wipes, and only those written since that rehearsal opened.
 */
const LEDGER_IS_WRITTEN_ONCE = [
  `CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND current_setting('doithoai.wiping', true) = OLD."programId"::text AND EXISTS (
      SELECT 1 FROM program WHERE id = OLD."programId" AND OLD.revision >= "rehearsedFrom"
    ) THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the ledger is written once' USING ERRCODE = 'insufficient_privilege';
  END $$`,
  `CREATE TRIGGER ledger_written_once BEFORE UPDATE OR DELETE ON ledger_entry
   FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()`,
  `CREATE TRIGGER ledger_not_emptied BEFORE TRUNCATE ON ledger_entry
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`,
]

/** Exact look-up of a caller by number. TypeORM cannot describe an index on an expression. */
const CALLER_PHONE = `CREATE INDEX question_phone ON question ((caller->'phone'->>'e164')) WHERE caller IS NOT NULL`

export class Ground1763800000000 implements MigrationInterface {
  name = 'Ground1763800000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...LEDGER_IS_WRITTEN_ONCE, CALLER_PHONE])
      await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'presence',
      'screen_response',
      'screen_showing',
      'screen_painting',
      'screen',
      'wiped_command',
      'ledger_entry',
      'question_wording',
      'question',
      'speaker',
      'program_entry',
      'program',
      'house_entry',
      'sign_in_failure',
      'session',
      'account_role',
      'account',
    ])
      await runner.query(`DROP TABLE "${table}"`)
    await runner.query('DROP FUNCTION refuse_ledger_change()')
  }
}
