/** PostgreSQL's classes for "not now": connection, resources, operator intervention, and a wait that was cut. */
const AWAY_CLASSES = ['08', '53', '57']
/** And by themselves: a lock not had, turns lost, a transaction cut or broken, a standby that is not promoted yet. */
const AWAY_STATES = ['55P03', '40001', '40P01', '25P03', '25P02', '25006']
const AWAY_ERRNO = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
]
/** What the driver says in words only. */
const AWAY_WORDS =
  /connection terminated|query read timeout|connection error and is not queryable|timeout exceeded when trying to connect|client was closed|server closed the connection|cannot use a pool after/i

type DriverFault = {
  code?: unknown
  message?: unknown
  driverError?: unknown
  cause?: unknown
  errors?: unknown
}

/** Whether the fault means that the database cannot be used just now, as opposed to a mistake of ours. */
export function isDatabaseAway(error: unknown): boolean {
  if (error === null || typeof error !== 'object') return false
  const { code, message, driverError, errors } = error as DriverFault
  if (driverError !== undefined && driverError !== error && isDatabaseAway(driverError)) return true
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true
  if (typeof code === 'string')
    return (
      AWAY_ERRNO.includes(code) ||
      AWAY_STATES.includes(code) ||
      (code.length === 5 && AWAY_CLASSES.includes(code.slice(0, 2)))
    )
  return typeof message === 'string' && AWAY_WORDS.test(message)
}

/** PostgreSQL's code of a fault, wherever the driver put it. */
export function sqlState(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as DriverFault
  return typeof code === 'string' ? code : driverError ? sqlState(driverError) : undefined
}

/** The name of the constraint that refused a row. */
export const constraintOf = (error: unknown) => (error as { constraint?: string } | null)?.constraint

/** Whether a row was refused because another has this key. */
export const isTaken = (error: unknown, key: string): boolean =>
  sqlState(error) === '23505' && String((error as { detail?: unknown }).detail).includes(`=(${key})`)
