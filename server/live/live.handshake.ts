import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import { ScreenAuth } from '#protocol/screen.js'
import type { Actor } from '../access/actor.js'
import { secretIn } from '../access/session-cookie.js'
import { Sessions } from '../access/sessions.js'
import { languageOf, toRefusal } from '../errors/error-body.js'
import { Refusals } from '../errors/refusals.js'
import { DomainError } from '../errors/domain-error.js'
import { ScreenRows } from '../screens/screen.rows.js'
import { type LiveSocket, room } from './live.rooms.js'

/** Decides who a socket is before its CONNECT is acknowledged. */
@Injectable()
export class LiveHandshake {
  constructor(
    private readonly sessions: Sessions,
    private readonly screens: ScreenRows,
    private readonly refusals: Refusals,
  ) {}

  /** Socket.IO's middleware: `connect_error` carries `data.code` and `data.requestId`. */
  readonly middleware = (socket: LiveSocket, next: (error?: Error) => void): void => {
    this.identify(socket).then(
      actor => {
        socket.data.actor = actor
        void socket.join(
          actor.kind === 'screen' ? room.screen(actor.screenId) : room.session(actor.sessionId),
        )
        next()
      },
      (error: unknown) => {
        const { body } = toRefusal(error, languageOf(socket.handshake.headers['accept-language']))
        const requestId = newId()
        this.refusals.tell({ channel: 'handshake', code: body.code, requestId, fault: error })
        next(Object.assign(new Error(body.message), { data: { code: body.code, requestId } }))
      },
    )
  }

  private async identify(socket: LiveSocket): Promise<Actor> {
    const { auth, headers } = socket.handshake
    if ('screenId' in auth || 'secret' in auth) return this.asScreen(auth)
    const secret = secretIn(headers.cookie)
    const actor = secret ? await this.sessions.find(secret) : undefined
    if (!actor) throw new DomainError('access.signed_out')
    if (actor.passwordChangeNeeded) throw new DomainError('access.password_change_needed')
    return actor
  }

  private async asScreen(auth: unknown): Promise<Actor> {
    const said = ScreenAuth.safeParse(auth)
    const screen = said.success ? await this.screens.open(said.data.screenId, said.data.secret) : undefined
    if (!screen) throw new DomainError('screen.revoked')
    return { kind: 'screen', screenId: screen.id }
  }
}
