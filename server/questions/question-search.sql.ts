import { QuestionState } from '#protocol/question.js'
import { WITH_ASKERS } from './question.sql.js'

/** A search text as the patterns of a search take it: every word between spaces. */
export const FOUND_IN = (column: 'searchText' | 'searchShown') => `(' ' || q."${column}" || ' ')`

const READABLE = `($1::uuid[] IS NULL OR q."programId" = ANY($1)) AND q.state <> 'diverted'
  AND ($2::timestamptz IS NULL OR (q."loggedAt", q.id) < ($2, $3::uuid))`
const NEWEST_FIRST = 'ORDER BY q."loggedAt" DESC, q.id DESC'

/** So many of the newest are read in their order: whoever looks for a common word has a page there. */
export const NEWEST = 1500
export const ARCHIVE_NEWEST = {
  text: `SELECT ${WITH_ASKERS} FROM (SELECT q.* FROM question q WHERE ${READABLE} ${NEWEST_FIRST} LIMIT $6) q
    WHERE ${FOUND_IN('searchText')} LIKE ALL($4::text[]) ${NEWEST_FIRST} LIMIT $5`,
}
/** What is rarer than that is looked up by its words, and only then put in order. */
export const ARCHIVE = {
  text: `WITH found AS MATERIALIZED (SELECT q.id, q."loggedAt" FROM question q WHERE ${READABLE}
      AND array_to_tsvector(string_to_array(q."searchText", ' ')) @@ $6::tsquery
      AND ${FOUND_IN('searchText')} LIKE ALL($4::text[]))
    SELECT ${WITH_ASKERS} FROM question q
    WHERE q.id IN (SELECT q.id FROM found q ${NEWEST_FIRST} LIMIT $5) ${NEWEST_FIRST}`,
}

/**
 * Those that are about something that the text is about, and all of the same phone. Also those that nobody can be joined
 * to any more: what became of them is worth saying to whoever asks again.
 */
export const CANDIDATES = {
  name: 'question_similar',
  text: `SELECT q.id, q.number, q."mergedIntoId", q.gist, false AS "samePhone" FROM question q
      WHERE array_to_tsvector(string_to_array(q."programId"::text || coalesce('|' || nullif(q.gist, ''), ''), '|'))
        @@ $2::tsquery AND q."programId" = $1 AND q.state = ANY($4)
    UNION ALL
    SELECT q.id, q.number, q."mergedIntoId", q.gist, true FROM question q
      WHERE q.caller IS NOT NULL AND q.caller->'phone'->>'e164' = $3 AND q."programId" = $1
        AND q.state <> 'diverted'`,
}
export const LIKENED = QuestionState.options.filter(state => state !== 'diverted')
