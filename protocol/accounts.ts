import { z } from 'zod'
import { Id, Moment } from './ids.js'
import { Grant } from './roles.js'
import { requiredName } from './text.js'

/** The fault of a user name in another form; `server/errors` says it in the reader's language. */
export const USERNAME_FORM = 'username.form'

/** What is typed to sign in: the same in any case, kept in lower case. */
export const Username = requiredName()
  .transform(typed => typed.toLowerCase())
  .refine(username => /^[a-z0-9._-]{3,60}$/.test(username), USERNAME_FORM)

/** Each role once; an account without one may sign in and do nothing. */
const Roles = z
  .array(z.strictObject({ role: Grant.shape.role, programId: Id.nullable() }))
  .max(500)
  .transform(roles => [...new Map(roles.map(grant => [`${grant.role} ${grant.programId}`, grant])).values()])

/** Makes an account; its `id` is the command's. It is answered with a one-time password, once. */
export const CreateAccount = z.strictObject({
  id: Id,
  username: Username,
  name: requiredName(),
  roles: Roles,
})
export type CreateAccount = z.infer<typeof CreateAccount>

/** What is absent stays; `roles` are replaced whole. Other roles or a lock end every session of the account. */
export const PatchAccount = z.strictObject({
  id: Id,
  version: z.int().min(1),
  name: requiredName().optional(),
  roles: Roles.optional(),
  locked: z.boolean().optional(),
})
export type PatchAccount = z.infer<typeof PatchAccount>

/** An account as who administers the house sees it. */
export const HouseAccount = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  username: z.string(),
  name: z.string(),
  roles: z.array(Grant),
  locked: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSeenAt: Moment.nullable(),
})
export type HouseAccount = z.infer<typeof HouseAccount>

/** By user name. */
export const HouseAccounts = z.strictObject({ accounts: z.array(HouseAccount) })
export type HouseAccounts = z.infer<typeof HouseAccounts>

/** With the one-time password the first time that the command is answered, and never again. */
export const AccountGiven = z.strictObject({ account: HouseAccount, password: z.string().optional() })
export type AccountGiven = z.infer<typeof AccountGiven>
