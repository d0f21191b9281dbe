import { hash, verify } from '@node-rs/argon2'

/** However its accents and wide letters were typed. */
const stable = (password: string) => password.normalize('NFKC')

/** argon2id with OWASP's parameters: 19 MiB, two passes (about 30 ms on the machines it was tried on). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string) => hash(stable(password), OPTIONS)

const nobody = hashPassword('nobody has this password')

/** Takes the same time for a user that does not exist, whose hash is undefined. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), stable(password))
  return matches && passwordHash !== undefined
}
