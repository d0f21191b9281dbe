import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { Database } from '../database/database.js'
import type { Question } from './domain/question.js'
import { withSearchText } from './domain/search-text.js'
import { FOUND_BY, WITHOUT_GIST } from './question.sql.js'

/** Rows read and written at a time: each is locked for no longer than a statement. */
const BATCH = 500

/**
 * Makes what questions are found by where it is missing, before anybody is served. A migration that sets the gists to
 * null has them made anew, as is needed when the lexicon changes.
 */
@Injectable()
export class QuestionRefillService implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    for (;;) {
      const rows = await this.database.query<Question>(WITHOUT_GIST, [BATCH])
      if (rows.length === 0) return
      const made = rows.map(row => withSearchText(row))
      await this.database.query(FOUND_BY, [
        made.map(question => question.id),
        made.map(question => question.searchText),
        made.map(question => question.searchShown),
        made.map(question => question.gist),
      ])
    }
  }
}
