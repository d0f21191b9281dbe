import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = [
  `CREATE TABLE "message" ("id" uuid NOT NULL, "programId" uuid NOT NULL, "text" text NOT NULL, "to" jsonb NOT NULL, "by" jsonb NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "until" TIMESTAMP WITH TIME ZONE, "seen" jsonb NOT NULL DEFAULT '[]', "revision" integer NOT NULL, "gone" boolean NOT NULL DEFAULT false, CONSTRAINT "message_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "message_changed" ON "message" ("programId", "revision")`,
  `ALTER TABLE "message" ADD CONSTRAINT "message_program" FOREIGN KEY ("programId") REFERENCES "program"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TABLE "wrong_code" ("id" uuid NOT NULL, "accountId" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "wrong_code_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "wrong_code_account" ON "wrong_code" ("accountId", "at")`,
]

/** Messages, and the codes of screens that were guessed wrongly. */
export class Messages1764200000000 implements MigrationInterface {
  name = 'Messages1764200000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "wrong_code"')
    await runner.query('DROP TABLE "message"')
  }
}
