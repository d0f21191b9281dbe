import { randomUUID } from 'node:crypto'
import { forkReady } from '../children.mjs'
import { slip, wording } from '../samples.mjs'
import { now } from './machine-clock.mjs'

/** Questions that go round: up onto the screens, and off them again. */
const ROUND = 40
/** Among so many actions one logs a question that stays, so that the programme grows as on a day. */
const LOGS_EVERY = 20
/** Among so many actions somebody signs in. */
const SIGNS_IN_EVERY = 200
const ARRIVES_WITHIN_MS = 30_000

/** A programme in which something happens so many times a second, before so many screens. */
export class Show {
  /** For each action: when it began, and how many milliseconds until the last screen had it. */
  samples = []
  /** How often the server could not just then, and was asked again. */
  refused = 0
  /** When the last screen had a revision, for whoever asks for it; and who asked before it was there. */
  arrived = new Map()
  asked = new Map()

  static async open(product) {
    const screens = await forkReady('soak/screens.mjs')
    const show = new Show(product, screens)
    for (let number = 1; number <= ROUND; number++)
      show.pool.push({ ...(await product.log(product.secretaries[0], number)), isShown: false })
    screens.child.send({ address: product.address, tickets: product.screens })
    return show
  }

  constructor(product, { child, stop }) {
    this.product = product
    this.close = stop
    this.pool = []
    child.on('message', ({ revision, at }) => {
      const tell = this.asked.get(revision)
      if (tell) tell(at)
      else this.arrived.set(revision, at)
    })
  }

  /** Acts so many times a second for so many minutes; no action waits for the one before. */
  async play(minutes, rate) {
    const begun = now()
    const until = begun + minutes * 60_000
    const acting = new Set()
    let fault
    for (let turn = 0; ; turn++) {
      const due = begun + (turn * 1000) / rate
      if (due >= until) break
      if (due > now()) await new Promise(resolve => setTimeout(resolve, due - now()))
      const action = this.act(turn)
        .catch(error => (fault ??= error))
        .finally(() => acting.delete(action))
      acting.add(action)
      // A question is in one hand at a time.
      if (acting.size >= ROUND / 2) await Promise.race(acting)
      if (fault) throw fault
    }
    await Promise.all(acting)
    if (fault) throw fault
  }

  async act(turn) {
    const { product } = this
    if (turn % SIGNS_IN_EVERY === SIGNS_IN_EVERY - 1) (await product.signIn('thuky2')).leave()
    const begun = now()
    const { revision } =
      turn % LOGS_EVERY === LOGS_EVERY - 1
        ? await this.log(product.secretaries[0], turn)
        : await this.turnOver(this.pool[turn % ROUND], turn)
    const at = await this.arrivalOf(revision)
    this.samples.push({ begun, took: at - begun })
  }

  async log(secretary, number) {
    const path = `/api/programs/${this.product.programId}/questions`
    return this.answered(secretary, path, slip(randomUUID(), number))
  }

  async turnOver(question, turn) {
    const move = question.isShown ? { move: 'withdraw' } : { move: 'approve', wording: wording(turn) }
    const command = { id: randomUUID(), version: question.version, ...move }
    const [moderator] = this.product.moderators
    const body = await this.answered(moderator, `/api/questions/${question.id}/moves`, command)
    question.isShown = !question.isShown
    question.version = body.question.version
    return body
  }

  /** As a desk does it: whoever is told to come again does so under the same id. */
  async answered(person, path, command) {
    for (;;) {
      try {
        return (await person.post(path, command)).body
      } catch (error) {
        if (!error.message.includes('"database.unavailable"')) throw error
        this.refused++
      }
    }
  }

  /** When the last screen reached a revision; that may have been before the answer. */
  async arrivalOf(revision) {
    const at = this.arrived.get(revision) ?? (await this.toArrive(revision))
    this.arrived.delete(revision)
    this.asked.delete(revision)
    return at
  }

  toArrive(revision) {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`revision ${revision} did not reach every screen`))
      const timer = setTimeout(fail, ARRIVES_WITHIN_MS)
      this.asked.set(revision, at => {
        clearTimeout(timer)
        resolve(at)
      })
    })
  }
}
