import type { PatchAccount } from '#protocol/accounts.js'
import type { Grant } from '#protocol/roles.js'

/** An account as it is kept, without what it signs in with. */
export type KeptAccount = {
  id: string
  version: number
  username: string
  name: string
  roles: readonly Grant[]
  lockedAt: Date | null
  oneTime: boolean
  lastSeenAt: Date | null
}

/** The account as the command leaves it. */
export const patched = (account: KeptAccount, command: PatchAccount, now: Date): KeptAccount => ({
  ...account,
  version: account.version + 1,
  name: command.name ?? account.name,
  roles: command.roles ?? account.roles,
  lockedAt: (command.locked ?? account.lockedAt !== null) ? (account.lockedAt ?? now) : null,
})

/** Whether somebody with this account can look after the house. */
export const keepsHouse = ({ lockedAt, roles }: Pick<KeptAccount, 'lockedAt' | 'roles'>): boolean =>
  lockedAt === null && roles.some(({ role, programId }) => role === 'admin' && programId === null)

export const sameRoles = (one: readonly Grant[], other: readonly Grant[]): boolean =>
  one.length === other.length &&
  one.every(grant =>
    other.some(({ role, programId }) => role === grant.role && programId === grant.programId),
  )

/** Whether what was open with the account before may not go on: it was locked, or may do other things now. */
export const mustSignInAnew = (before: KeptAccount, after: KeptAccount): boolean =>
  after.lockedAt !== null || !sameRoles(before.roles, after.roles)
