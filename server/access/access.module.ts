import { Global, Module } from '@nestjs/common'
import { AccountsService } from './accounts.service.js'
import { SessionController } from './session.controller.js'
import { Sessions } from './sessions.js'
import { SignInThrottle } from './sign-in-throttle.js'

@Global()
@Module({
  controllers: [SessionController],
  providers: [AccountsService, Sessions, SignInThrottle],
  exports: [AccountsService, Sessions],
})
export class AccessModule {}
