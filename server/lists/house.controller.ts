import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { AddEntry, PatchEntry } from '#protocol/house.js'
import { ImportTable } from '#protocol/house-import.js'
import { Id } from '#protocol/ids.js'
import { HouseList } from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { AllowForHouse, CurrentActor, SignedIn } from '../access/allow.js'
import { languageOf } from '../errors/error-body.js'
import { HouseImport } from './house-import.service.js'
import { HouseListPipe } from './house-list.pipe.js'
import { HouseLists } from './house-lists.service.js'

/** One of the house's lists; another name is no list. */
const LIST = new HouseListPipe()

@Controller('api/house')
export class HouseController {
  constructor(
    private readonly house: HouseLists,
    private readonly tables: HouseImport,
  ) {}

  @Get(':list')
  @SignedIn()
  async list(@Param('list', LIST) list: HouseList) {
    return { [list]: await this.house.list(list) }
  }

  /** Adds one entry: 201, and 200 when the same command comes again. */
  @Post(':list')
  @AllowForHouse('admin')
  async add(
    @CurrentActor() actor: AccountActor,
    @Param('list', LIST) list: HouseList,
    @Body({ schema: AddEntry }) command: AddEntry,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { replayed } = await this.house.add(actor, list, command)
    void reply.status(replayed ? 200 : 201)
    return this.list(list)
  }

  @Patch(':list/:entryId')
  @AllowForHouse('admin')
  async change(
    @CurrentActor() actor: AccountActor,
    @Param('list', LIST) list: HouseList,
    @Param('entryId', { schema: Id }) entryId: Id,
    @Body({ schema: PatchEntry }) command: PatchEntry,
  ) {
    await this.house.change(actor, list, entryId, command)
    return this.list(list)
  }

  /** Takes a table in, or with `preview` only says what would come of it. Bodies up to `IMPORT_BODY_LIMIT` bytes. */
  @Post(':list/import')
  @HttpCode(200)
  @AllowForHouse('admin')
  async takeIn(
    @CurrentActor() actor: AccountActor,
    @Param('list', LIST) list: HouseList,
    @Body({ schema: ImportTable }) command: ImportTable,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const language = languageOf(accepted)
    if (command.preview) return { report: await this.tables.preview(list, command, language) }
    return { report: await this.tables.takeIn(actor, list, command, language), ...(await this.list(list)) }
  }
}
