import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { v4 as newId } from 'uuid'
import { CreateAccount, PatchAccount } from '#protocol/accounts.js'
import { Id } from '#protocol/ids.js'
import { BareCommand, OptionalBareCommand } from '#protocol/program.js'
import { AccountUpkeepService } from './account-upkeep.service.js'
import type { AccountActor } from './actor.js'
import { AllowForHouse, CurrentActor } from './allow.js'

@Controller('api/accounts')
@AllowForHouse('admin')
export class AccountsController {
  constructor(private readonly accounts: AccountUpkeepService) {}

  @Get()
  list() {
    return this.accounts.list()
  }

  @Post()
  async create(
    @CurrentActor() actor: AccountActor,
    @Body({ schema: CreateAccount }) command: CreateAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { replayed, ...given } = await this.accounts.create(actor, command)
    void reply.status(replayed ? 200 : 201)
    return given
  }

  @Patch(':accountId')
  patch(
    @CurrentActor() actor: AccountActor,
    @Param('accountId', { schema: Id }) accountId: Id,
    @Body({ schema: PatchAccount }) command: PatchAccount,
  ) {
    return this.accounts.patch(actor, accountId, command)
  }

  @Post(':accountId/password')
  @HttpCode(200)
  resetPassword(
    @CurrentActor() actor: AccountActor,
    @Param('accountId', { schema: Id }) accountId: Id,
    @Body({ schema: BareCommand }) command: BareCommand,
  ) {
    return this.accounts.resetPassword(actor, accountId, command.id)
  }

  @Delete(':accountId/sessions')
  @HttpCode(204)
  async endSessions(
    @CurrentActor() actor: AccountActor,
    @Param('accountId', { schema: Id }) accountId: Id,
    @Body({ schema: OptionalBareCommand }) command: OptionalBareCommand,
  ) {
    await this.accounts.endSessions(actor, accountId, command?.id ?? newId())
  }
}
