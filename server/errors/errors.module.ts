import { Global, Module } from '@nestjs/common'
import { HttpErrorFilter } from './http-error.filter.js'
import { Refusals } from './refusals.js'

/** How the house says no, for everybody who has to. */
@Global()
@Module({ providers: [HttpErrorFilter, Refusals], exports: [HttpErrorFilter, Refusals] })
export class ErrorsModule {}
