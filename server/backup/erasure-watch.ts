import { existsSync } from 'node:fs'
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common'
import { DataSource } from 'typeorm'
import { poolOf } from '../database/data-source.js'
import { Notifications } from '../database/notifications.js'
import { Clock } from '../ledger/clock.js'
import { SETTINGS } from '../settings/settings.token.js'
import type { Settings } from '../settings/settings.js'
import { ErasureJournal } from './erasure-journal.js'
import { houseOf } from './house-of.js'

/** What is written down at most so long after it happened. Milliseconds. */
const SOON_MS = 2000
/** How often it is said that nothing was erased. Milliseconds. */
const QUIET_MS = 60_000

/** Keeps the journal of erasures beside the backups up to date, from the first backup on. Never in a command's way. */
@Injectable()
export class ErasureWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('erasures')
  private journal: ErasureJournal | undefined
  private soon: NodeJS.Timeout | undefined
  private quiet: NodeJS.Timeout | undefined
  private noting: Promise<void> = Promise.resolve()

  constructor(
    private readonly dataSource: DataSource,
    notifications: Notifications,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    notifications.on('program', () => this.noteSoon())
    notifications.onBack(() => this.noteSoon())
  }

  onApplicationBootstrap(): void {
    this.quiet = setInterval(() => void this.note(), QUIET_MS)
    void this.note()
  }

  /** While there still is a database. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.quiet)
    clearTimeout(this.soon)
    await this.note()
  }

  private noteSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined
      void this.note()
    }, SOON_MS)
  }

  /** One after the other. What cannot be written now is written the next time. */
  private note(): Promise<void> {
    this.noting = this.noting
      .then(() => this.write())
      .catch((error: unknown) => {
        this.log.warn(`what was erased could not be noted beside the backups: ${(error as Error).message}`)
      })
    return this.noting
  }

  private async write(): Promise<void> {
    const { backupDir } = this.settings
    if (!existsSync(backupDir)) return
    const pool = poolOf(this.dataSource)
    const house = this.journal ? undefined : await houseOf(pool)
    if (house) this.journal = new ErasureJournal(pool, backupDir, house)
    await this.journal?.note(this.clock.now())
  }
}
