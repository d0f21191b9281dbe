import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The index takes no single word of 2 KB; what is logged from now on is cut by the program. */
const CUT_WORDS = `UPDATE question SET "searchText" = regexp_replace("searchText", '(\\S{60})\\S+', '\\1', 'g')
  WHERE "searchText" ~ '\\S{61}'`

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
    // Folding and the lexicon are the program's: at its start it makes every gist that is missing.
    await runner.query('ALTER TABLE "question" ADD "gist" text')
    await runner.query(CUT_WORDS)
    for (const index of INDEXES) await runner.query(index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX question_words')
    await runner.query('DROP INDEX question_gist')
    await runner.query('ALTER TABLE "question" DROP COLUMN "gist"')
  }
}
