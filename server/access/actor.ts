import type { Grant, Person, Role } from '#protocol/roles.js'
import { DomainError } from '../errors/domain-error.js'

/** Somebody signed in. */
export type AccountActor = {
  kind: 'account'
  sessionId: string
  person: Person
  grants: readonly Grant[]
  passwordChangeNeeded: boolean
}

/** A screen's browser. */
export type ScreenActor = { kind: 'screen'; screenId: string }

export type Actor = AccountActor | ScreenActor

/** The roles an account holds for a programme: its own for it, and those for the house. */
export const rolesIn = (actor: AccountActor, programId: string): Role[] => [
  ...new Set(
    actor.grants
      .filter(grant => grant.programId === null || grant.programId === programId)
      .map(grant => grant.role),
  ),
]

/** The roles an account holds anywhere. */
export const rolesAnywhere = (actor: AccountActor): Role[] => [
  ...new Set(actor.grants.map(grant => grant.role)),
]

/** The roles an account holds for the house, and not only for a programme. */
export const rolesForHouse = (actor: AccountActor): Role[] =>
  actor.grants.filter(grant => grant.programId === null).map(grant => grant.role)

/**
 * The roles in a programme, of which one must be among the allowed. Somebody else's programme does not exist for
 * the asker; in his own, what his role does not cover is refused.
 */
export function mustHold(
  actor: AccountActor,
  programId: string,
  allowed: readonly Role[],
  missing: `${'program' | 'question' | 'screen' | 'message'}.not_found` = 'program.not_found',
): Role[] {
  const roles = rolesIn(actor, programId)
  if (roles.length === 0) throw new DomainError(missing)
  if (!roles.some(role => allowed.includes(role))) throw new DomainError('access.not_allowed')
  return roles
}
