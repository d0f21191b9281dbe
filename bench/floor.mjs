import { randomUUID } from 'node:crypto'
import { forkReady } from './children.mjs'
import { createDatabase } from './databases.mjs'
import { Person } from './person.mjs'
import { slip, wording } from './samples.mjs'

const DESKS = 3

/** The floor, as one of the two sides. */
export class Floor {
  name = 'floor'

  /** Opens on a database of its own. */
  static async open(postgresUrl, database, { people, screens }) {
    const floor = new Floor(await createDatabase(postgresUrl, `floor_${database}`))
    await floor.start()
    floor.seat(people, screens)
    return floor
  }

  constructor(databaseUrl) {
    this.databaseUrl = databaseUrl
    this.moderators = []
    this.secretaries = []
  }

  /** Starts its server, again where its clients look for it. */
  async start() {
    const port = this.address ? new URL(this.address).port : '0'
    this.server = await forkReady('floor/server.mjs', {
      FLOOR_DATABASE_URL: this.databaseUrl,
      FLOOR_PORT: port,
    })
    this.address = this.server.ready.address
  }

  get pid() {
    return this.server.child.pid
  }

  kill() {
    return this.server.kill()
  }

  seat(people, screens) {
    const seats = () => Array.from({ length: people }, () => new Person(this.address))
    this.moderators = seats()
    this.secretaries = seats()
    // Nobody has to be paired or signed in.
    this.screens = Array.from({ length: screens }, () => ({ auth: { room: 'screens' }, snapshot: true }))
    this.desks = Array.from({ length: DESKS }, () => ({ auth: { room: 'desks' } }))
  }

  async log(person, number) {
    const { body } = await person.post('/log', slip(randomUUID(), number))
    return body
  }

  async approve(person, question, turn) {
    await person.post('/approve', { id: question.id, wording: wording(turn) })
  }

  /** An approval here can be repeated as it is. */
  async clear() {}

  async close() {
    for (const person of [...this.moderators, ...this.secretaries]) person.leave()
    await this.server.stop()
  }
}
