import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '../../server/seed/first-accounts.js'
import { copyDatabase, type TestDatabase } from './database.js'
import { Desk } from './desk.js'
import { Instance } from './instance.js'
import { LiveClient } from './live-client.js'
import { Screen } from './screen.js'

/** An instance, by its number, or the address of a proxy before them. */
type At = number | string

/** The demo's house in processes of its own: what can be killed without ending the test. */
export class Station {
  private readonly clients: LiveClient[] = []

  private constructor(
    readonly database: TestDatabase,
    private readonly settings: Record<string, string>,
    readonly instances: Instance[],
    readonly programId: string,
  ) {}

  /** Opens on a copy of the migrated database, or on the one whose URL is given. */
  static async open({
    instances = 1,
    fragile = false,
    database = undefined as TestDatabase | undefined,
    settings = {} as Record<string, string>,
  } = {}) {
    const own = database ?? (await copyDatabase())
    const told = { ...settings, DATABASE_URL: own.url }
    const started: Instance[] = []
    for (let count = 0; count < instances; count++) started.push(await Instance.start(told, { fragile }))
    const [program] = await own.query<{ id: string }>('SELECT id FROM program')
    return new Station(own, told, started, program!.id)
  }

  get url(): string {
    return this.database.url
  }

  /** Starts an instance again where its clients look for it. */
  async restart(instance = 0, how: { fragile?: boolean } = {}): Promise<Instance> {
    const { port } = this.instances[instance]!
    const again = await Instance.start({ ...this.settings, PORT: port }, how)
    this.instances[instance] = again
    return again
  }

  async as(username: string, at: At = 0): Promise<Desk> {
    const desk = new Desk(this.addressOf(at), this.programId)
    await desk.signIn(username, DEMO_PASSWORD)
    return desk
  }

  /** A screen that connects again by itself, as browsers do, and asks for what it missed. */
  async panel(at: At = 0): Promise<LiveClient> {
    const address = this.addressOf(at)
    const waiting = await Screen.ask(address)
    const producer = await this.as('daodien', at)
    const command = { id: randomUUID(), code: waiting.code, label: 'Màn hình', kind: 'panel' }
    await producer.post(`/api/programs/${this.programId}/screens`, command, 201)
    const auth = { screenId: waiting.id, secret: waiting.secret }
    return this.stay(await LiveClient.connect(address, { auth, reconnection: true }))
  }

  /** A desk's socket, which connects again by itself too. */
  async joined(desk: Desk): Promise<LiveClient> {
    const headers = { cookie: desk.cookie! }
    const client = await LiveClient.connect(desk.address, { headers, reconnection: true })
    return this.stay(client, desk.programId)
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.close()
    await Promise.all(this.instances.map(instance => instance.kill()))
    await this.database.drop()
  }

  private addressOf(at: At): string {
    return typeof at === 'number' ? this.instances[at]!.address : at
  }

  private async stay(client: LiveClient, programId?: string): Promise<LiveClient> {
    this.clients.push(client)
    return client.stay(programId === undefined ? {} : { programId })
  }
}
