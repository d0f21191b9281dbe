import type pg from 'pg'

export type Table = { name: string; columns: string[]; key: string[]; refersTo: string[] }

/**
 * What holds only while servers run. Nobody is signed in after a restore, least of all with a session that was ended
 * since; what somebody typed as a user name by mistake is not kept for a month.
 */
export const LEFT_OUT: readonly string[] = [
  'session',
  'presence',
  'sign_in_failure',
  'wrong_code',
  'migration',
]

/** As PostgreSQL itself describes them: also an older version's, before an upgrade. Texts are ordered the same everywhere. */
const DESCRIBED = `
  SELECT c.relname::text AS name,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attname COLLATE "C") AS columns,
    ARRAY(SELECT quote_ident(a.attname) || CASE WHEN a.atttypid = 'text'::regtype THEN ' COLLATE "C"' ELSE '' END
      FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, place), pg_attribute a
      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum
      ORDER BY k.place) AS key,
    ARRAY(SELECT f.confrelid::regclass::oid FROM pg_constraint f
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS "refersToIds", c.oid
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
    AND c.relname <> ALL($1) ORDER BY c.relname COLLATE "C"`

/** The tables that are kept, each behind those that it refers to. */
export async function describeTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { oid: number; refersToIds: number[] }>(DESCRIBED, [LEFT_OUT])
  const nameOf = new Map(rows.map(({ oid, name }) => [Number(oid), name]))
  return inOrder(
    rows.map(({ name, columns, key, refersToIds }) => ({
      name,
      columns,
      key,
      refersTo: refersToIds.flatMap(oid => nameOf.get(Number(oid)) ?? []),
    })),
  )
}

function inOrder(tables: Table[]): Table[] {
  const placed: Table[] = []
  const left = [...tables]
  while (left.length > 0) {
    const next = left.findIndex(table =>
      table.refersTo.every(name => placed.some(done => done.name === name)),
    )
    if (next < 0) throw new Error(`tables refer to each other: ${left.map(({ name }) => name).join(', ')}`)
    placed.push(...left.splice(next, 1))
  }
  return placed
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const listed = (names: readonly string[]) => names.map(quoted).join(', ')

/** The rows by their key, so that the same rows are the same text. */
export const copyOut = ({ name, columns, key }: Table): string =>
  `COPY (SELECT ${listed(columns)} FROM ${quoted(name)} ORDER BY ${key.join(', ')}) TO STDOUT`

export const copyIn = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`

/** Values are written the same way whatever the server, the role or the database are set to. */
export const PLAIN_TEXT = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
  SET LOCAL IntervalStyle = 'postgres'; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex';
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`
