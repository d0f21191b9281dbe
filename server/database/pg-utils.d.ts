/** What the driver does to values before it sends them. It has no types for its parts. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Buffer | null
}
