import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { v4 as newId } from 'uuid'
import { Id } from '#protocol/ids.js'
import { OptionalBareCommand } from '#protocol/program.js'
import { NoBody, PairScreen, PatchScreen } from '#protocol/screen.js'
import type { AccountActor } from '../access/actor.js'
import { Allow, CurrentActor, Public } from '../access/allow.js'
import { ScreenChangesService } from './screen-changes.service.js'
import { ScreenPairingService } from './screen-pairing.service.js'

@Controller('api')
export class ScreensController {
  constructor(
    private readonly pairing: ScreenPairingService,
    private readonly changes: ScreenChangesService,
  ) {}

  @Post('screens')
  @Public()
  ask(@Req() request: FastifyRequest, @Body({ schema: NoBody }) _nothing: NoBody) {
    return this.pairing.ask(request.ip)
  }

  @Post('programs/:programId/screens')
  @Allow('producer')
  async pair(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: PairScreen }) command: PairScreen,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { replayed, ...paired } = await this.pairing.pair(actor, programId, command)
    void reply.status(replayed ? 200 : 201)
    if (!paired.secret) return paired
    // In the fragment, which no browser sends to any server, nor writes into a log.
    const link = `${request.protocol}://${request.host}/screen#${paired.screenId}.${paired.secret}`
    return { ...paired, link }
  }

  @Patch('screens/:screenId')
  @Allow('producer')
  patch(
    @CurrentActor() actor: AccountActor,
    @Param('screenId', { schema: Id }) screenId: Id,
    @Body({ schema: PatchScreen }) command: PatchScreen,
  ) {
    return this.changes.patch(actor, screenId, command)
  }

  @Delete('screens/:screenId')
  @HttpCode(204)
  @Allow('producer')
  async revoke(
    @CurrentActor() actor: AccountActor,
    @Param('screenId', { schema: Id }) screenId: Id,
    @Body({ schema: OptionalBareCommand }) command: OptionalBareCommand,
  ) {
    await this.changes.revoke(actor, screenId, command?.id ?? newId())
  }
}
