import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { Message as MessageView } from '#protocol/message.js'
import type { Person } from '#protocol/roles.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { Database } from '../database/database.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { Ledger } from '../ledger/ledger.js'
import { programOf } from '../programs/program-row.js'
import type { ScreenRow } from '../screens/screen.entity.js'
import { type Message, isForDesk, seenBy, stands, standsOn, wasSeenBy } from './domain/message.js'
import { presentMessage } from './message.presenter.js'
import { MESSAGE_BY_ID, writeSeen } from './message.sql.js'

/** Who says that he has seen a message. */
@Injectable()
export class MessageSeenService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Somebody at a desk that the message was sent to. */
  async atDesk(actor: AccountActor, messageId: string, id: string): Promise<{ message: MessageView }> {
    const message = await this.one(messageId)
    const roles = mustHold(actor, message.programId, ['moderator', 'producer'], 'message.not_found')
    if (!isForDesk(message, roles)) throw new DomainError('access.not_allowed')
    await this.record(id, message, actor.person, stands)
    return { message: presentMessage(await this.one(messageId)) }
  }

  /** The speaker or host at a screen that the message stands on. Said twice, it was seen once. */
  async atScreen(screen: ScreenRow, programId: string, messageId: string): Promise<void> {
    const standing = (message: Message, now: Date) =>
      message.programId === programId && standsOn(message, screen, now)
    const message = await this.one(messageId)
    if (!standing(message, this.clock.now())) throw new DomainError('message.not_found')
    if (wasSeenBy(message, screen.id)) return
    await this.record(newId(), message, { id: screen.id, name: screen.label }, standing)
  }

  private async record(
    id: string,
    { id: messageId, programId }: Message,
    by: Person,
    standing: (message: Message, now: Date) => boolean,
  ): Promise<void> {
    await this.ledger.record(
      { id, programId, type: 'message.seen', targetId: messageId, by },
      transaction => transaction.query<Message>(MESSAGE_BY_ID, [messageId]),
      (transaction, [message]) => {
        if (programOf(transaction).phase === 'closed') throw new DomainError('program.closed')
        if (!message || !standing(message, transaction.now)) throw new DomainError('message.not_found')
        writeSeen(transaction, seenBy(message, by, transaction.now))
        return { result: undefined }
      },
    )
  }

  private async one(messageId: string): Promise<Message> {
    const [message] = await this.database.query<Message>(MESSAGE_BY_ID, [messageId])
    if (!message) throw new DomainError('message.not_found')
    return message
  }
}
