import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnUntil } from './children.mjs'
import { createDatabase } from './databases.mjs'
import { Person } from './person.mjs'
import { slip, wording } from './samples.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PASSWORD = 'doithoai-demo'

/** The product as it is started in a station, as the other side. Everything goes through its real API. */
export class Product {
  name = 'product'

  /** Opens on a database of its own. */
  static async open(postgresUrl, database, { people, screens, profile, folder }) {
    const databaseUrl = await createDatabase(postgresUrl, `product_${database}`)
    const product = new Product(databaseUrl, { profile, folder })
    try {
      await product.start()
      await product.prepare(people, screens)
    } catch (error) {
      await product.close()
      throw error
    }
    return product
  }

  constructor(databaseUrl, { profile, folder = ROOT } = {}) {
    const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
    this.program = [...profiling, join(folder, 'dist/server/main.js')]
    this.databaseUrl = databaseUrl
    this.moderators = []
    this.secretaries = []
    this.screens = []
    this.desks = []
  }

  /** Starts its server, again where its clients look for it. */
  async start() {
    const PORT = this.address ? new URL(this.address).port : '0'
    this.server = await spawnUntil(
      this.program,
      // Named as if npm had started it, it ends with us however we end.
      {
        DATABASE_URL: this.databaseUrl,
        PORT,
        HOST: '127.0.0.1',
        DEMO: '1',
        npm_lifecycle_event: 'bench',
      },
      /: (http:\S+)/,
    )
    this.address = this.server.match[1]
  }

  get pid() {
    return this.server.child.pid
  }

  kill() {
    return this.server.kill()
  }

  async prepare(people, screens) {
    const producer = await this.signIn('daodien')
    const { body } = await producer.get('/api/programs')
    this.programId = body.programs[0].id
    for (let seat = 0; seat < people; seat++) {
      this.moderators.push(await this.signIn(`duyet${1 + (seat % 2)}`))
      this.secretaries.push(await this.signIn(`thuky${1 + (seat % 2)}`))
    }
    for (let number = 1; number <= screens; number++) this.screens.push(await this.pair(producer, number))
    // One desk of each kind is open, so that a change is projected for every audience.
    const desks = [this.moderators[0], this.secretaries[0], producer]
    const join = { protocol: 1, programId: this.programId }
    this.desks = desks.map(({ headers }) => ({ headers, join, knock: '/health/live' }))
    producer.leave()
  }

  async signIn(username) {
    const person = new Person(this.address)
    const { headers } = await person.post('/api/session', { username, password: PASSWORD })
    person.headers.cookie = headers['set-cookie'][0].split(';')[0]
    return person
  }

  /** A browser asks for a code, the producer types it. */
  async pair(producer, number) {
    const { body } = await producer.post('/api/screens')
    const { screenId, secret, code } = body
    const screen = { id: randomUUID(), code, label: `Màn hình ${number}`, kind: 'panel' }
    await producer.post(`/api/programs/${this.programId}/screens`, screen)
    return { auth: { screenId, secret }, join: { protocol: 1 }, knock: '/health/live' }
  }

  async log(person, number) {
    const { body } = await person.post(
      `/api/programs/${this.programId}/questions`,
      slip(randomUUID(), number),
    )
    return body.question
  }

  async approve(person, question, turn) {
    await this.move(person, question, { move: 'approve', wording: wording(turn) })
  }

  /**
   * Takes approved questions off the screens again, so that the running order stays as long as on the day. Done when
   * no screen has one any more, so that nothing of it is left to be done when the measuring goes on.
   */
  async clear(questions, crowd) {
    const last = questions.at(-1)
    if (!last) return
    const gone = crowd.departureOf(this, last.id)
    for (const question of questions) await this.withdraw(question)
    await gone
  }

  withdraw(question) {
    return this.move(this.moderators[0], question, { move: 'withdraw' })
  }

  async move(person, question, move) {
    const command = { id: randomUUID(), version: question.version, ...move }
    const { body } = await person.post(`/api/questions/${question.id}/moves`, command)
    question.version = body.question.version
  }

  async close() {
    for (const person of [...this.moderators, ...this.secretaries]) person.leave()
    await this.server?.stop()
  }
}
