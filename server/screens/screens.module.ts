import { Module } from '@nestjs/common'
import { ProgramsModule } from '../programs/programs.module.js'
import { Receipts } from './receipts.js'
import { ScreenChangesService } from './screen-changes.service.js'
import { ScreenConnections } from './screen-connections.js'
import { ScreenPairingService } from './screen-pairing.service.js'
import { ScreenSeating } from './screen-seating.js'
import { ScreenRows } from './screen.rows.js'
import { ScreensController } from './screens.controller.js'
import { WrongCodes } from './wrong-codes.js'

@Module({
  imports: [ProgramsModule],
  controllers: [ScreensController],
  providers: [
    ScreenRows,
    ScreenSeating,
    ScreenPairingService,
    ScreenChangesService,
    ScreenConnections,
    WrongCodes,
    Receipts,
  ],
  exports: [ScreenRows, Receipts],
})
export class ScreensModule {}
