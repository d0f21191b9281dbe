import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '../../server/app.setup.js'
import type { ToldPassword } from '../../server/seed/first-accounts.js'
import { Seed } from '../../server/seed/seed.module.js'
import { readSettings } from '../../server/settings/settings.js'
import { Desk } from './desk.js'
import { NO_BACKUPS } from './house.js'

/** One start of the program on a database, with the settings of its environment: as `main.ts` starts it. */
export class Start {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly address: string,
    /** What the console was told. */
    readonly told: ToldPassword[],
  ) {}

  static async on(databaseUrl: string, environment: Record<string, string>): Promise<Start> {
    const settings = readSettings({
      LOG_LEVEL: 'error',
      BACKUP_DIR: NO_BACKUPS,
      DATABASE_URL: databaseUrl,
      ...environment,
    })
    const app = await createApp(settings, databaseUrl)
    await app.init()
    const told = await app.get(Seed).plant()
    await app.listen(0, '127.0.0.1')
    const { port } = app.getHttpServer().address() as { port: number }
    return new Start(app, `http://127.0.0.1:${port}`, told)
  }

  desk(): Desk {
    return new Desk(this.address, '')
  }

  async signIn(username: string, password: string): Promise<number> {
    return (await this.desk().signIn(username, password)).status
  }

  stop(): Promise<void> {
    return this.app.close()
  }
}
