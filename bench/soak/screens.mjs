import { io } from 'socket.io-client'
import { now } from './machine-clock.mjs'

/**
 * The process that holds the screens: they say what they paint, as monitors do. A tenth of them is restless, one each
 * second goes away and comes back; when the last of the others has a revision is told, by the machine's monotonic clock.
 */
const AWAY_MS = 200

const steady = []
const restless = []
/** How many steady screens have passed a revision that not all have. */
const counts = new Map()

class Screen {
  revision = 0
  questions = new Map()
  painted = ''

  constructor(address, { auth }, reached) {
    this.reached = reached
    this.socket = io(address, { transports: ['websocket'], forceNew: true, auth })
    this.socket.on('connect', () => this.join())
    this.socket.on('live:patch', patch => this.apply(patch))
  }

  join() {
    const since = this.revision > 0 && { since: this.revision }
    this.socket.emit('live:join', { protocol: 1, ...since }, ack => {
      if (!ack.ok) return
      if (ack.snapshot) this.questions = new Map(ack.snapshot.questions.map(one => [one.id, one]))
      if (ack.snapshot) this.reach(ack.snapshot.revision)
      else this.apply(ack.patch)
    })
  }

  apply({ from, revision, put, drop }) {
    if (revision <= this.revision) return
    if (from > this.revision) return this.join()
    for (const id of drop?.questions ?? []) this.questions.delete(id)
    for (const question of put?.questions ?? []) this.questions.set(question.id, question)
    this.reach(revision)
  }

  reach(revision) {
    const before = this.revision
    this.revision = revision
    for (let passed = before + 1; passed <= revision; passed++) this.reached(passed)
    this.paint()
  }

  /** NOW or NEXT, and what follows: said when it is another. */
  paint() {
    const painted = [...this.questions.values()]
      .toSorted((one, other) => ((one.order ?? '') < (other.order ?? '') ? -1 : 1))
      .slice(0, 2)
      .map(({ id, version }, at) => ({ questionId: id, version, place: at === 0 ? 'now' : 'next' }))
    const said = JSON.stringify(painted)
    if (said !== this.painted) this.socket.emit('screen:painted', { painted, revision: this.revision })
    this.painted = said
  }

  rest() {
    this.socket.disconnect()
    setTimeout(() => this.socket.connect(), AWAY_MS)
  }
}

function count(revision) {
  const so = (counts.get(revision) ?? 0) + 1
  if (so < steady.length) return void counts.set(revision, so)
  counts.delete(revision)
  process.send({ revision, at: now() })
}

function open({ address, tickets }) {
  const some = Math.ceil(tickets.length / 10)
  for (const ticket of tickets.slice(some)) steady.push(new Screen(address, ticket, count))
  for (const ticket of tickets.slice(0, some)) restless.push(new Screen(address, ticket, () => {}))
  let turn = 0
  setInterval(() => restless[turn++ % restless.length].rest(), 1000)
}

process.on('message', open)
process.on('disconnect', () => process.exit())
process.send({ ready: true })
