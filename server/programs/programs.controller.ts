import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { v4 as newId } from 'uuid'
import { Id } from '#protocol/ids.js'
import {
  BareCommand,
  ChangePhase,
  CreateProgram,
  OptionalBareCommand,
  PatchProgram,
  ProgramList,
  PutList,
  PutSpeakers,
  SetBlank,
  SetRehearsal,
} from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { Allow, AllowForHouse, CurrentActor, SignedIn } from '../access/allow.js'
import { ListNamePipe } from './list-name.pipe.js'
import { PanelService } from './panel.service.js'
import { ProgramPhaseService } from './program-phase.service.js'
import { ProgramsService } from './programs.service.js'
import { RehearsalService } from './rehearsal.service.js'

/** One of the programme's own lists; another name is no list. */
const LIST = new ListNamePipe()

@Controller('api/programs')
export class ProgramsController {
  constructor(
    private readonly programs: ProgramsService,
    private readonly phases: ProgramPhaseService,
    private readonly rehearsal: RehearsalService,
    private readonly panel: PanelService,
  ) {}

  @Get()
  @SignedIn()
  list(@CurrentActor() actor: AccountActor) {
    return this.programs.list(actor)
  }

  @Post()
  @AllowForHouse('admin')
  async create(
    @CurrentActor() actor: AccountActor,
    @Body({ schema: CreateProgram }) command: CreateProgram,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { replayed, ...created } = await this.programs.create(actor, command)
    void reply.status(replayed ? 200 : 201)
    return created
  }

  @Get(':programId')
  @SignedIn()
  read(@Param('programId', { schema: Id }) programId: Id) {
    return this.programs.read(programId)
  }

  @Patch(':programId')
  @Allow('admin', 'producer')
  patch(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: PatchProgram }) command: PatchProgram,
  ) {
    return this.programs.patch(actor, programId, command)
  }

  @Post(':programId/phase')
  @HttpCode(200)
  @Allow('producer', 'moderator')
  changePhase(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: ChangePhase }) command: ChangePhase,
  ) {
    return this.phases.change(actor, programId, command)
  }

  @Put(':programId/air')
  @Allow('moderator')
  takeAir(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: BareCommand }) command: BareCommand,
  ) {
    return this.phases.takeAir(actor, programId, command.id)
  }

  @Put(':programId/blank')
  @Allow('moderator', 'producer')
  blank(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: SetBlank }) command: SetBlank,
  ) {
    return this.phases.blank(actor, programId, command)
  }

  @Post(':programId/rehearsal')
  @HttpCode(200)
  @Allow('producer', 'admin')
  rehearse(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: SetRehearsal }) command: SetRehearsal,
  ) {
    return this.phases.rehearse(actor, programId, command)
  }

  @Delete(':programId/rehearsal')
  @Allow('producer', 'admin')
  wipe(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: OptionalBareCommand }) command: OptionalBareCommand,
  ) {
    return this.rehearsal.wipe(actor, programId, command?.id ?? newId())
  }

  @Get(':programId/speakers')
  @SignedIn()
  async speakers(@Param('programId', { schema: Id }) programId: Id) {
    return { speakers: await this.panel.speakers(programId) }
  }

  @Put(':programId/speakers')
  @Allow('admin', 'producer')
  async putSpeakers(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Body({ schema: PutSpeakers }) command: PutSpeakers,
  ) {
    return { speakers: await this.panel.putSpeakers(actor, programId, command) }
  }

  @Get(':programId/:list')
  @SignedIn()
  async readList(@Param('programId', { schema: Id }) programId: Id, @Param('list', LIST) list: ProgramList) {
    return { [list]: await this.panel.list(programId, list) }
  }

  @Put(':programId/:list')
  @Allow('admin', 'producer')
  async putList(
    @CurrentActor() actor: AccountActor,
    @Param('programId', { schema: Id }) programId: Id,
    @Param('list', LIST) list: ProgramList,
    @Body({ schema: PutList }) command: PutList,
  ) {
    return { [list]: await this.panel.putList(actor, programId, list, command) }
  }
}
