import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The house's entries say who answers for an agency, and from which day until which they hold. */
export class HouseLists1764300000000 implements MigrationInterface {
  name = 'HouseLists1764300000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "house_entry" ADD "representative" text, ADD "effectiveFrom" date, ADD "effectiveTo" date',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "house_entry" DROP COLUMN "effectiveTo", DROP COLUMN "effectiveFrom", DROP COLUMN "representative"',
    )
  }
}
