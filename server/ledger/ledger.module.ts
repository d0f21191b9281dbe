import { Global, Module } from '@nestjs/common'
import { Clock } from './clock.js'
import { Ledger } from './ledger.js'
import { LedgerReader } from './ledger.reader.js'
import { LedgerWatch } from './ledger-watch.js'

@Global()
@Module({ providers: [Clock, Ledger, LedgerReader, LedgerWatch], exports: [Clock, Ledger, LedgerReader] })
export class LedgerModule {}
