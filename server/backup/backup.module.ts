import { Module } from '@nestjs/common'
import { BackupController } from './backup.controller.js'
import { ErasureWatch } from './erasure-watch.js'

/** What a running server has to do with backups: it says when the last one was, and writes down what was erased since. */
@Module({ controllers: [BackupController], providers: [ErasureWatch] })
export class BackupModule {}
