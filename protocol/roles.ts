import { z } from 'zod'

export const Role = z.enum(['secretary', 'moderator', 'producer', 'admin'])
export type Role = z.infer<typeof Role>

/** A role held for one programme, or for the house when `programId` is null. */
export const Grant = z.strictObject({ role: Role, programId: z.uuid().nullable() })
export type Grant = z.infer<typeof Grant>

/** Whoever did something, as it is kept and shown: never more than the name. */
export const Person = z.strictObject({ id: z.uuid(), name: z.string() })
export type Person = z.infer<typeof Person>
