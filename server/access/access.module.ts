import { Global, Module } from '@nestjs/common'
import { AccountUpkeepService } from './account-upkeep.service.js'
import { AccountsController } from './accounts.controller.js'
import { AccountsService } from './accounts.service.js'
import { SessionController } from './session.controller.js'
import { Sessions } from './sessions.js'
import { SignInThrottle } from './sign-in-throttle.js'

@Global()
@Module({
  controllers: [SessionController, AccountsController],
  providers: [AccountsService, AccountUpkeepService, Sessions, SignInThrottle],
  exports: [AccountsService, Sessions],
})
export class AccessModule {}
