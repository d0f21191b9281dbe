import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The audit reads the ledgers of all programmes together, newest first. */
export class AuditByTime1764110000000 implements MigrationInterface {
  name = 'AuditByTime1764110000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "ledger_entry_at" ON "ledger_entry" ("at")')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ledger_entry_at"')
  }
}
