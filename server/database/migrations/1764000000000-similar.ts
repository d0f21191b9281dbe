import type { MigrationInterface, QueryRunner } from 'typeorm'
import type { Question } from '../../questions/domain/question.js'
import { withSearchText } from '../../questions/domain/search-text.js'

/** Rows read and written at a time. */
const BATCH = 1000

/**
 * Words of the search text, and the gist with the programme that it belongs to, so that one look-up stays within it.
 * Lexemes made from arrays: no configuration, no parser, the same on every server. New entries wait in a list that is
 * kept short: whoever empties it holds a programme.
 */
const INDEXES = [
  `CREATE INDEX question_words ON question USING gin (array_to_tsvector(string_to_array("searchText", ' ')))
   WITH (gin_pending_list_limit = 256)`,
  `CREATE INDEX question_gist ON question USING gin (array_to_tsvector(
     string_to_array("programId"::text || coalesce('|' || nullif(gist, ''), ''), '|')))
   WITH (gin_pending_list_limit = 256)`,
]

export class Similar1764000000000 implements MigrationInterface {
  name = 'Similar1764000000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "question" ADD "gist" text NOT NULL DEFAULT ''`)
    await fillSearchTexts(runner)
    for (const index of INDEXES) await runner.query(index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX question_words')
    await runner.query('DROP INDEX question_gist')
    await runner.query('ALTER TABLE "question" DROP COLUMN "gist"')
  }
}

/** Makes anew what questions are found by. When the lexicon changes, a migration of its own does it again. */
export async function fillSearchTexts(runner: QueryRunner): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows: Question[] = await runner.query(
      `SELECT * FROM question WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
      [after],
    )
    const last = rows.at(-1)
    if (!last) return
    const made = rows.map(withSearchText)
    await runner.query(
      `UPDATE question SET "searchText" = made."searchText", "searchShown" = made."searchShown", gist = made.gist
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS made (id, "searchText", "searchShown", gist)
       WHERE question.id = made.id`,
      [
        made.map(question => question.id),
        made.map(question => question.searchText),
        made.map(question => question.searchShown),
        made.map(question => question.gist),
      ],
    )
    after = last.id
  }
}
