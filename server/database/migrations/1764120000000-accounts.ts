import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Accounts have a name beside what is typed to sign in, which is the same in any case. */
export class Accounts1764120000000 implements MigrationInterface {
  name = 'Accounts1764120000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'ALTER TABLE "account" ADD "name" text',
      'UPDATE "account" SET "name" = "username"',
      'ALTER TABLE "account" ALTER COLUMN "name" SET NOT NULL',
      `ALTER TABLE "account" ADD "version" integer NOT NULL DEFAULT '1'`,
      'ALTER TABLE "account" ADD "lastSeenAt" TIMESTAMP WITH TIME ZONE',
      'DROP INDEX "account_username"',
      'CREATE UNIQUE INDEX "account_username" ON "account" (lower("username"))',
    ])
      await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'DROP INDEX "account_username"',
      'CREATE UNIQUE INDEX "account_username" ON "account" ("username")',
      'ALTER TABLE "account" DROP COLUMN "lastSeenAt"',
      'ALTER TABLE "account" DROP COLUMN "version"',
      'ALTER TABLE "account" DROP COLUMN "name"',
    ])
      await runner.query(statement)
  }
}
