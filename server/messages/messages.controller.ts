import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { Id } from '#protocol/ids.js'
import { SendMessage } from '#protocol/message.js'
import { BareCommand } from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { Allow, CurrentActor } from '../access/allow.js'
import { MessageSeenService } from './message-seen.service.js'
import { MessagesService } from './messages.service.js'

@Controller('api')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly seeing: MessageSeenService,
  ) {}

  @Post('programs/:programId/messages')
  @Allow('producer', 'moderator')
  async send(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: SendMessage }) command: SendMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { replayed, message } = await this.messages.send(actor, programId, command)
    void reply.status(replayed ? 200 : 201)
    return { message }
  }

  @Post('messages/:messageId/seen')
  @HttpCode(200)
  @Allow('producer', 'moderator')
  see(
    @CurrentActor() actor: AccountActor,
    @Param('messageId', { schema: Id }) messageId: Id,
    @Body({ schema: BareCommand }) command: BareCommand,
  ) {
    return this.seeing.atDesk(actor, messageId, command.id)
  }
}
