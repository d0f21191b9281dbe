import type pg from 'pg'

/**
 * Statements that `begin` begins leave in one packet. PostgreSQL is woken once for all of them: on a busy machine each
 * waking costs more than the statement.
 */
export function inOnePacket<T>(client: pg.ClientBase, begin: () => T): T {
  const { stream } = (client as pg.Client).connection
  stream.cork()
  try {
    return begin()
  } finally {
    stream.uncork()
  }
}
