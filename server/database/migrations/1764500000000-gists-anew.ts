import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The lexicon knows more: at its start the program makes every gist that is missing. */
const FORGET = 'UPDATE question SET gist = NULL'

export class GistsAnew1764500000000 implements MigrationInterface {
  name = 'GistsAnew1764500000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORGET)
  }

  /** An older version's lexicon says something else of the same words. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(FORGET)
  }
}
