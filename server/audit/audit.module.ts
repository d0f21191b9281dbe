import { Global, Module } from '@nestjs/common'
import { AuditTrail } from './audit-trail.js'
import { AuditController } from './audit.controller.js'
import { AuditReader } from './audit.reader.js'

@Global()
@Module({ controllers: [AuditController], providers: [AuditTrail, AuditReader], exports: [AuditTrail] })
export class AuditModule {}
