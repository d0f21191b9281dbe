import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { forkReady } from './children.mjs'
import { Person } from './person.mjs'
import { slip, wording } from './samples.mjs'

const DATABASE = 'floor'

/** The floor, as one of the two sides. */
export class Floor {
  name = 'floor'

  static async open(postgresUrl, { people, screens }) {
    const admin = new pg.Client({ connectionString: postgresUrl })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${DATABASE}`)
    await admin.end()
    const url = new URL(postgresUrl)
    url.pathname = `/${DATABASE}`
    const server = await forkReady('floor/server.mjs', { FLOOR_DATABASE_URL: url.href })
    return new Floor(server, people, screens)
  }

  constructor(server, people, screens) {
    this.server = server
    this.address = server.ready.address
    const seats = () => Array.from({ length: people }, () => new Person(this.address))
    this.moderators = seats()
    this.secretaries = seats()
    // Nobody has to be paired or signed in.
    this.screens = Array.from({ length: screens }, () => ({ auth: { room: 'screens' } }))
    this.desks = Array.from({ length: 3 }, () => ({ auth: { room: 'desks' } }))
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
