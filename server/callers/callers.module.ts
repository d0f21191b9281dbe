import { Module } from '@nestjs/common'
import { CallerLookupService } from './caller-lookup.service.js'
import { CallersController } from './callers.controller.js'

@Module({ controllers: [CallersController], providers: [CallerLookupService] })
export class CallersModule {}
