import { forkReady } from './children.mjs'

const ARRIVES_WITHIN_MS = 20_000
const BACK_WITHIN_MS = 120_000

/** The process that holds the screens, as seen from here. */
export class Crowd {
  waiting = new Map()

  static async open() {
    return new Crowd(await forkReady('displays.mjs'))
  }

  constructor({ child, stop }) {
    this.child = child
    this.close = stop
    child.once('exit', code => this.fail(new Error(`the process of the screens ended with ${code}`)))
    child.on('message', ({ side, what, at, done, failed }) => {
      if (done) return failed ? this.fail(new Error(failed)) : this.settled()
      const key = `${side}: ${what}`
      this.waiting.get(key)?.resolve(BigInt(at))
      this.waiting.delete(key)
    })
  }

  /** Connects so many screens to each side, and its desks unless there shall be none. Answers when all are right. */
  gather(sides, screens, { desks = true } = {}) {
    const wanted = sides.map(side => ({
      name: side.name,
      address: side.address,
      screens: side.screens.slice(0, screens),
      desks: desks ? side.desks : [],
    }))
    return this.order('want', wanted)
  }

  /** Everybody goes, and the sides are forgotten. */
  leave() {
    return this.order('leave')
  }

  /** When the last screen of a side has a question. To be called before it is sent. */
  arrivalOf(side, id) {
    return this.when(side, id, ARRIVES_WITHIN_MS)
  }

  /** When the last screen of a side has lost a question. To be called before it is taken away. */
  departureOf(side, id) {
    return this.when(side, `gone ${id}`, ARRIVES_WITHIN_MS)
  }

  /** Notes from now on who comes back; answers with what waits until the last has. */
  async watch(side) {
    const back = this.when(side, 'back', BACK_WITHIN_MS)
    back.catch(() => {})
    await this.order('watch', side.name)
    return () => back
  }

  /** Cuts every screen's line of a side; answers when the last is right again. */
  async cut(side) {
    const back = this.when(side, 'back', BACK_WITHIN_MS)
    await this.order('cut', side.name)
    return back
  }

  order(deed, of) {
    return new Promise((resolve, reject) => {
      this.settled = resolve
      this.refused = reject
      this.child.send({ deed, of })
    })
  }

  when(side, what, within) {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`not every screen of the ${side.name} in ${within} ms: ${what}`))
      const timer = setTimeout(late, within)
      const ended = end => value => {
        clearTimeout(timer)
        end(value)
      }
      this.waiting.set(`${side.name}: ${what}`, { resolve: ended(resolve), reject: ended(reject) })
    })
  }

  /** Whoever waits for anything hears of it. */
  fail(error) {
    this.refused?.(error)
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
