import type { z } from 'zod'

/** Where the first fault of a body is, or null when there is none. */
export const faultAt = (schema: z.ZodType, body: unknown) =>
  schema.safeParse(body).error?.issues[0]?.path.join('.') ?? null

/** Through JSON, as it comes: an own `__proto__` and not a prototype. */
export const withProto = (body: object) =>
  JSON.parse(JSON.stringify(body).replace(/\}$/, ',"__proto__":{"role":"admin"}}'))
