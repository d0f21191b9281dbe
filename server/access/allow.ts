import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Role } from '#protocol/roles.js'
import type { AccountActor } from './actor.js'

/** Who may use a route or a socket event. What says nothing is closed. */
export type Rule =
  | { open: true }
  | {
      open: false
      roles: readonly (Role | 'screen')[]
      /** Held for the house: a programme's own do not count. */
      forHouse?: true
      evenWithOneTimePassword?: true
    }

export const RULE = 'access:rule'

/** Anyone at all. */
export const Public = () => SetMetadata(RULE, { open: true } satisfies Rule)

/** Whoever holds one of these roles, in the programme that the route names or else anywhere. */
export const Allow = (...roles: (Role | 'screen')[]) =>
  SetMetadata(RULE, { open: false, roles } satisfies Rule)

/** Whoever holds one of these roles for the house: for what is no programme's. */
export const AllowForHouse = (...roles: Role[]) =>
  SetMetadata(RULE, { open: false, roles, forHouse: true } satisfies Rule)

/** Whoever is signed in. */
export const SignedIn = (options: { evenWithOneTimePassword?: true } = {}) =>
  SetMetadata(RULE, {
    open: false,
    roles: ['secretary', 'moderator', 'producer', 'admin'],
    ...options,
  } satisfies Rule)

/** The signed-in account of an HTTP request. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): AccountActor =>
    context.switchToHttp().getRequest<{ actor: AccountActor }>().actor,
)
