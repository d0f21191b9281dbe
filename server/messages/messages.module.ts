import { Module } from '@nestjs/common'
import { ProgramsModule } from '../programs/programs.module.js'
import { MessageSeenService } from './message-seen.service.js'
import { MessagesController } from './messages.controller.js'
import { MessagesService } from './messages.service.js'

@Module({
  imports: [ProgramsModule],
  controllers: [MessagesController],
  providers: [MessagesService, MessageSeenService],
  exports: [MessageSeenService],
})
export class MessagesModule {}
