import { Global, Module } from '@nestjs/common'
import { Clock } from './clock.js'
import { Ledger } from './ledger.js'
import { LedgerReader } from './ledger.reader.js'

@Global()
@Module({ providers: [Clock, Ledger, LedgerReader], exports: [Clock, Ledger, LedgerReader] })
export class LedgerModule {}
