import { z } from 'zod'
import { Grant } from './roles.js'
import { requiredName } from './text.js'

const Password = z.string().max(256)

export const SignIn = z.strictObject({ username: requiredName(), password: Password })
export type SignIn = z.infer<typeof SignIn>

/** At least 8 characters (NIST SP 800-63B, 5.1.1.2: length, no composition rules). */
export const ChangePassword = z.strictObject({ old: Password, new: Password.min(8) })
export type ChangePassword = z.infer<typeof ChangePassword>

/** Who is signed in. */
export const Account = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(Grant),
  passwordChangeNeeded: z.literal(true).optional(),
})
export type Account = z.infer<typeof Account>
