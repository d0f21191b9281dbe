import { z } from 'zod'
import { Grant } from './roles.js'
import { codePoints, requiredName } from './text.js'

/** The longest that is read, in code units: 64 Vietnamese letters in whatever form. */
const Password = z.string().max(256)

/** Characters of a password that is the only thing asked for (NIST SP 800-63B-4, 3.1.1.2); no rule of composition. */
export const PASSWORD_LENGTH = 15

/** The fault of a password that is shorter; `server/errors` says it in the reader's language. */
export const PASSWORD_SHORT = 'password.too_short'

export const SignIn = z.strictObject({ username: requiredName(), password: Password })
export type SignIn = z.infer<typeof SignIn>

export const ChangePassword = z.strictObject({
  old: Password,
  new: Password.refine(typed => codePoints(typed.normalize('NFKC')) >= PASSWORD_LENGTH, PASSWORD_SHORT),
})
export type ChangePassword = z.infer<typeof ChangePassword>

/** Who is signed in. */
export const Account = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(Grant),
  passwordChangeNeeded: z.literal(true).optional(),
})
export type Account = z.infer<typeof Account>
