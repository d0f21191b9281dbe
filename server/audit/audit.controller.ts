import { Controller, Get, Query } from '@nestjs/common'
import { ListAudit } from '#protocol/audit.js'
import type { AccountActor } from '../access/actor.js'
import { Allow, CurrentActor } from '../access/allow.js'
import { AuditReader } from './audit.reader.js'

@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: AuditReader) {}

  @Get()
  @Allow('admin')
  list(@CurrentActor() actor: AccountActor, @Query({ schema: ListAudit }) asked: ListAudit) {
    return this.audit.list(actor, asked)
  }
}
