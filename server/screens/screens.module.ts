import { Module } from '@nestjs/common'
import { ProgramsModule } from '../programs/programs.module.js'
import { Receipts } from './receipts.js'
import { ScreenConnections } from './screen-connections.js'
import { ScreensController } from './screens.controller.js'
import { ScreensService } from './screens.service.js'

@Module({
  imports: [ProgramsModule],
  controllers: [ScreensController],
  providers: [ScreensService, ScreenConnections, Receipts],
  exports: [ScreensService, Receipts],
})
export class ScreensModule {}
