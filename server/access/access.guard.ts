import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import type { Role } from '#protocol/roles.js'
import { DomainError } from '../errors/domain-error.js'
import { SETTINGS } from '../settings/settings.token.js'
import type { Settings } from '../settings/settings.js'
import { type AccountActor, type Actor, mustHold, rolesAnywhere, rolesForHouse } from './actor.js'
import { RULE, type Rule } from './allow.js'
import { isForeign } from './origin.js'
import { secretIn } from './session-cookie.js'
import { Sessions } from './sessions.js'

const CLOSED: Rule = { open: false, roles: [] }
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = FastifyRequest<{ Params: { programId?: string } }> & { actor?: AccountActor }

/** The one guard of routes and socket events: closed unless a rule opens it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule =
      this.reflector.getAllAndOverride<Rule | undefined>(RULE, [context.getHandler(), context.getClass()]) ??
      CLOSED
    if (context.getType() === 'ws') return this.mayEmit(context, rule)
    return this.mayRequest(context.switchToHttp().getRequest<Asked>(), rule)
  }

  /** A socket was let in by its handshake; here only what it may say is decided. */
  private mayEmit(context: ExecutionContext, rule: Rule): boolean {
    if (rule.open) return true
    const { actor } = context.switchToWs().getClient<{ data: { actor: Actor } }>().data
    const mine = actor.kind === 'screen' ? ['screen'] : rolesAnywhere(actor)
    if (!mine.some(role => rule.roles.includes(role as Role | 'screen')))
      throw new DomainError('access.not_allowed')
    return true
  }

  private async mayRequest(request: Asked, rule: Rule): Promise<boolean> {
    const secret = secretIn(request.headers.cookie)
    if ((secret || !READING.has(request.method)) && this.isForeign(request))
      throw new DomainError('access.not_allowed')
    if (rule.open) return true
    const actor = secret ? await this.sessions.find(secret) : undefined
    if (!actor) throw new DomainError('access.signed_out')
    if (actor.passwordChangeNeeded && !rule.evenWithOneTimePassword)
      throw new DomainError('access.password_change_needed')
    request.actor = actor
    this.mustHoldRole(actor, request.params.programId, rule)
    return true
  }

  private mustHoldRole(
    actor: AccountActor,
    programId: string | undefined,
    rule: Rule & { open: false },
  ): void {
    const roles = rule.roles as readonly Role[]
    if (programId) return void mustHold(actor, programId.toLowerCase(), roles)
    const held = rule.forHouse ? rolesForHouse(actor) : rolesAnywhere(actor)
    if (!held.some(role => roles.includes(role))) throw new DomainError('access.not_allowed')
  }

  private isForeign(request: Asked): boolean {
    const hosts = [request.headers.host ?? '', request.host]
    return isForeign(request.headers, this.settings.publicOrigins, hosts)
  }
}
