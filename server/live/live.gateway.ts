import { UseFilters } from '@nestjs/common'
import {
  Ack,
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets'
import type { Server } from 'socket.io'
import { v4 as newId } from 'uuid'
import { Editing, Event, Join, type JoinAck, Painted, ScreenAnswer } from '#protocol/live.js'
import { rolesIn } from '../access/actor.js'
import { Allow } from '../access/allow.js'
import { hashSecret } from '../access/secrets.js'
import { toE164 } from '../callers/domain/caller.js'
import { digitsOf } from '#protocol/private-numbers.js'
import { DomainError } from '../errors/domain-error.js'
import { languageOf, toRefusal } from '../errors/error-body.js'
import { Refusals } from '../errors/refusals.js'
import { SocketErrorFilter } from '../errors/socket-error.filter.js'
import { MessageSeenService } from '../messages/message-seen.service.js'
import { Receipts } from '../screens/receipts.js'
import type { ScreenRow } from '../screens/screen.entity.js'
import { Allowance } from './allowance.js'
import { hangUp } from './hang-up.js'
import { LiveBeside } from './live.beside.js'
import { LiveFigures } from './live.figures.js'
import { LiveGlass } from './live.glass.js'
import { LiveHandshake } from './live.handshake.js'
import { LiveJoin } from './live.join.js'
import { LiveRooms, type LiveSocket } from './live.rooms.js'
import { Presence } from './presence.js'

const EVENTS = new Set<string>([Event.join, Event.painted, Event.answer, Event.editing])

/** What sockets may say. */
@WebSocketGateway()
@UseFilters(SocketErrorFilter)
export class LiveGateway implements OnGatewayInit<Server>, OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly rooms: LiveRooms,
    private readonly handshake: LiveHandshake,
    private readonly joining: LiveJoin,
    private readonly beside: LiveBeside,
    private readonly receipts: Receipts,
    private readonly messages: MessageSeenService,
    private readonly presence: Presence,
    private readonly glass: LiveGlass,
    private readonly figures: LiveFigures,
    private readonly refusals: Refusals,
  ) {}

  afterInit(server: Server): void {
    this.rooms.open(server)
    server.use(this.handshake.middleware as never)
  }

  /** A flood ends here; and what nobody here knows is refused as well, instead of left without an answer. */
  handleConnection(socket: LiveSocket): void {
    const allowance = new Allowance(performance.now())
    socket.use(([event, ...said], next) => {
      const verdict = allowance.spend(String(event), performance.now())
      if (verdict === 'cut') return this.cut(socket)
      if (verdict === 'refused') return this.refuse(socket, said, new DomainError('access.too_many'))
      if (!EVENTS.has(String(event))) return this.refuse(socket, said, new DomainError('access.not_allowed'))
      next()
    })
  }

  async handleDisconnect(socket: LiveSocket, reason: string): Promise<void> {
    // Who did not answer will not answer a farewell either, for which the connection would be kept half a minute.
    if (reason === 'ping timeout') hangUp(socket)
    await this.presence.leave(socket.id)
    if (socket.data.screen) await this.beside.left(socket.data.screen.id)
  }

  @SubscribeMessage(Event.join)
  @Allow('secretary', 'moderator', 'producer', 'screen')
  async join(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody({ schema: Join }) join: Join,
    @Ack() ack: ((answer: JoinAck) => void) | undefined,
  ): Promise<void> {
    // One after the other: two that ran at once could end in the wrong order, and each reads a whole programme.
    const before = socket.data.joining?.catch(() => {})
    const mine = (before ?? Promise.resolve()).then(() => this.bringIn(socket, join, ack ?? (() => {})))
    socket.data.joining = mine
    await mine
  }

  private async bringIn(socket: LiveSocket, join: Join, ack: (answer: JoinAck) => void): Promise<void> {
    const { actor } = socket.data
    if (socket.disconnected) return
    if (actor.kind === 'screen') await this.joining.screen(socket, actor.screenId, join, ack)
    else await this.joining.staff(socket, actor, join, ack)
    // It may have gone while it was being brought in.
    if (socket.disconnected) await this.presence.leave(socket.id)
  }

  @SubscribeMessage(Event.painted)
  @Allow('screen')
  painted(@ConnectedSocket() socket: LiveSocket, @MessageBody({ schema: Painted }) said: Painted) {
    const { screen, programId } = joinedScreen(socket)
    this.glass.painted(socket, said)
    this.beside.painted(screen.id, programId, said.painted)
    return { ok: true }
  }

  /** Panels and overlays have nobody who could answer. */
  @SubscribeMessage(Event.answer)
  @Allow('screen')
  async answer(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody({ schema: ScreenAnswer }) said: ScreenAnswer,
  ) {
    const { screen, programId } = joinedScreen(socket)
    if (screen.kind !== 'speaker' && screen.kind !== 'host') throw new DomainError('access.not_allowed')
    if ('messageId' in said) await this.messages.atScreen(screen, programId, said.messageId)
    else {
      await this.receipts.answer(screen.id, programId, said)
      await this.presence.tell(programId)
    }
    return { ok: true }
  }

  @SubscribeMessage(Event.editing)
  @Allow('secretary', 'moderator', 'producer')
  async editing(@ConnectedSocket() socket: LiveSocket, @MessageBody({ schema: Editing }) said: Editing) {
    const { actor, programId } = socket.data
    if (!programId || actor.kind !== 'account') throw new DomainError('program.not_found')
    const desk = rolesIn(actor, programId).some(role => role === 'secretary' || role === 'moderator')
    const phone = desk && said.phone ? hashSecret(toE164(said.phone) ?? digitsOf(said.phone)) : null
    return { ok: true, samePhone: await this.presence.edit(socket.id, said.questionId, phone) }
  }

  private cut(socket: LiveSocket): void {
    this.figures.cut.flood.inc()
    hangUp(socket)
  }

  private refuse(socket: LiveSocket, said: unknown[], refusal: DomainError): void {
    const requestId = newId()
    const { body } = toRefusal(refusal, languageOf(socket.handshake.headers['accept-language']))
    this.refusals.tell({ channel: 'socket', code: body.code, requestId, fault: refusal })
    const ack = said.at(-1)
    if (typeof ack === 'function') ack({ ok: false, error: body, requestId })
  }
}

function joinedScreen(socket: LiveSocket): { screen: ScreenRow; programId: string } {
  const { screen, programId } = socket.data
  if (!screen || !programId) throw new DomainError('screen.not_paired')
  return { screen, programId }
}
