import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '../../server/app.setup.js'
import { DEMO_PASSWORD } from '../../server/seed/first-accounts.js'
import { Seed } from '../../server/seed/seed.module.js'
import { type Settings, readSettings } from '../../server/settings/settings.js'
import { copyDatabase, type TestDatabase } from './database.js'
import { Desk } from './desk.js'
import { Screen } from './screen.js'

/** No folder: what lies in the checkout is none of a test's business. */
export const NO_BACKUPS = '/nowhere/doithoai-backup'

/** A house with the demo's people and its live programme: real database, real HTTP, real sockets. */
export class House {
  private readonly desks: Desk[] = []
  private readonly screens: Screen[] = []

  private constructor(
    readonly database: TestDatabase,
    readonly apps: NestFastifyApplication[],
    readonly addresses: string[],
    /** The demo's programme: live, with three on the panel. */
    readonly programId: string,
  ) {}

  static async open({ instances = 1, settings = {} as Partial<Settings> } = {}): Promise<House> {
    const database = await copyDatabase()
    const apps: NestFastifyApplication[] = []
    const addresses: string[] = []
    for (let instance = 0; instance < instances; instance++) {
      const told = {
        ...readSettings({ PORT: '0', LOG_LEVEL: 'error', BACKUP_DIR: NO_BACKUPS }),
        demo: true,
        ...settings,
      }
      const app = await createApp(told, database.url)
      await app.init()
      await app.get(Seed).plant()
      await app.listen(0, '127.0.0.1')
      const { port } = app.getHttpServer().address() as { port: number }
      apps.push(app)
      addresses.push(`http://127.0.0.1:${port}`)
    }
    const [program] = await database.query<{ id: string }>('SELECT id FROM program')
    return new House(database, apps, addresses, program?.id ?? '')
  }

  get app(): NestFastifyApplication {
    return this.apps[0]!
  }

  /** Somebody signed in at a desk; the instance is the first unless said otherwise. */
  async as(username: string, { instance = 0, password = DEMO_PASSWORD } = {}): Promise<Desk> {
    const desk = new Desk(this.addresses[instance]!, this.programId)
    await desk.signIn(username, password)
    this.desks.push(desk)
    return desk
  }

  /** A client that nobody signed in at. */
  stranger({ instance = 0 } = {}): Desk {
    const desk = new Desk(this.addresses[instance]!, this.programId)
    this.desks.push(desk)
    return desk
  }

  /** A screen that the producer paired by its code. */
  async screen(
    kind: 'panel' | 'speaker' | 'host' | 'overlay',
    { instance = 0, programId = this.programId } = {},
  ) {
    const producer = await this.as('daodien')
    const waiting = await Screen.ask(this.addresses[instance]!)
    this.screens.push(waiting)
    await producer.post(
      `/api/programs/${programId}/screens`,
      { id: randomUUID(), code: waiting.code, label: `Màn hình ${kind}`, kind },
      201,
    )
    return waiting
  }

  /** A programme of one's own, open or further on. */
  async program(phase: 'draft' | 'open' | 'live' = 'open'): Promise<string> {
    const admin = await this.as('quantri')
    const producer = await this.as('daodien')
    const id = randomUUID()
    await admin.post('/api/programs', { id, title: 'Chương trình thử', copyOf: this.programId }, 201)
    for (const next of phase === 'draft' ? [] : phase === 'open' ? ['open'] : ['open', 'live'])
      await producer.phase(id, next)
    return id
  }

  async close(): Promise<void> {
    for (const desk of this.desks) desk.leave()
    for (const screen of this.screens) screen.leave()
    for (const app of this.apps) await app.close()
    await this.database.drop()
  }
}
