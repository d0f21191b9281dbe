import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { LookUpCaller } from '#protocol/caller-lookup.js'
import type { AccountActor } from '../access/actor.js'
import { Allow, CurrentActor } from '../access/allow.js'
import { CallerLookupService } from './caller-lookup.service.js'

@Controller('api/callers')
export class CallersController {
  constructor(private readonly callers: CallerLookupService) {}

  @Post('lookup')
  @HttpCode(200)
  @Allow('secretary', 'moderator')
  lookUp(@CurrentActor() actor: AccountActor, @Body({ schema: LookUpCaller }) asked: LookUpCaller) {
    return this.callers.lookUp(actor, asked)
  }
}
