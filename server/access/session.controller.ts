import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ChangePassword, SignIn } from '#protocol/session.js'
import { AccountsService, presentAccount } from './accounts.service.js'
import type { AccountActor } from './actor.js'
import { CurrentActor, Public, SignedIn } from './allow.js'
import { endedCookie, secretIn, sessionCookie } from './session-cookie.js'

@Controller('api/session')
export class SessionController {
  constructor(private readonly accounts: AccountsService) {}

  @Post()
  @HttpCode(200)
  @Public()
  async signIn(
    @Body({ schema: SignIn }) command: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { secret, account } = await this.accounts.signIn(command, request.ip)
    // One browser holds one session: what it held before is over.
    await this.accounts.endHeld(secretIn(request.headers.cookie))
    void reply.header('set-cookie', sessionCookie(secret, request.protocol === 'https'))
    return { account }
  }

  @Get()
  @SignedIn({ evenWithOneTimePassword: true })
  whoAmI(@CurrentActor() actor: AccountActor) {
    return { account: presentAccount(actor) }
  }

  @Delete()
  @HttpCode(204)
  @SignedIn({ evenWithOneTimePassword: true })
  async signOut(
    @CurrentActor() actor: AccountActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.accounts.signOut(actor)
    void reply.header('set-cookie', endedCookie(request.protocol === 'https'))
  }

  @Put('password')
  @HttpCode(204)
  @SignedIn({ evenWithOneTimePassword: true })
  async changePassword(
    @CurrentActor() actor: AccountActor,
    @Body({ schema: ChangePassword }) command: ChangePassword,
    @Req() request: FastifyRequest,
  ) {
    await this.accounts.changePassword(actor, command, request.ip)
  }
}
