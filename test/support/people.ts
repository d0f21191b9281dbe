import { randomUUID } from 'node:crypto'
import type { Role } from '../../protocol/roles.js'
import { AccountsService } from '../../server/access/accounts.service.js'
import type { Desk } from './desk.js'
import type { House } from './house.js'

export const PASSWORD = 'mật khẩu của tôi'

export type NewPerson = {
  roles: readonly Role[]
  /** The one programme that the roles are for; else they are for the house. */
  programId?: string
  oneTime?: boolean
  instance?: number
}

/** Somebody new at a desk, signed in, with an account of their own. */
export async function newPerson(
  house: House,
  { roles, programId, oneTime = false, instance = 0 }: NewPerson,
): Promise<Desk & { username: string; accountId: string }> {
  const username = `nguoi-${randomUUID()}`
  const accountId = await house.app.get(AccountsService).create(
    { username, password: PASSWORD, oneTime },
    roles.map(role => ({ role, programId: programId ?? null })),
    new Date(),
  )
  const desk = await house.as(username, { password: PASSWORD, instance })
  return Object.assign(desk, { username, accountId })
}
