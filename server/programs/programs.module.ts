import { Module } from '@nestjs/common'
import { PanelService } from './panel.service.js'
import { ProgramListsReader } from './program-lists.js'
import { ProgramPhaseService } from './program-phase.service.js'
import { ProgramRows } from './program.rows.js'
import { ProgramsController } from './programs.controller.js'
import { ProgramsService } from './programs.service.js'
import { RehearsalService } from './rehearsal.service.js'

@Module({
  controllers: [ProgramsController],
  providers: [
    ProgramListsReader,
    ProgramRows,
    ProgramsService,
    ProgramPhaseService,
    RehearsalService,
    PanelService,
  ],
  exports: [ProgramListsReader, ProgramRows, ProgramsService, ProgramPhaseService, PanelService],
})
export class ProgramsModule {}
