import { Controller, Get, Param } from '@nestjs/common'
import { Id } from '#protocol/ids.js'
import { Allow } from '../access/allow.js'
import { ProgramsService } from '../programs/programs.service.js'
import { sampleSlips } from './sample-slips.js'

@Controller('api/programs/:programId/samples')
export class SamplesController {
  constructor(private readonly programs: ProgramsService) {}

  /** Invented questions with which a rehearsal is played, as slips that only need an id. */
  @Get()
  @Allow('secretary', 'moderator')
  async samples(@Param('programId', { schema: Id }) programId: Id) {
    const { program } = await this.programs.read(programId)
    return { samples: sampleSlips(program) }
  }
}
