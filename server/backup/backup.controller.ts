import { Controller, Get } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Allow } from '../access/allow.js'
import { poolOf } from '../database/data-source.js'
import { lastBackup } from './last-backup.js'

@Controller('api/backup')
export class BackupController {
  constructor(private readonly dataSource: DataSource) {}

  /** When the house was last backed up: for the check-list before air. */
  @Get()
  @Allow('producer', 'admin')
  async last() {
    return { backup: await lastBackup(poolOf(this.dataSource)) }
  }
}
