import { forkReady } from './children.mjs'

const ARRIVES_WITHIN_MS = 5000

/** The process that holds the screens, as seen from here. */
export class Crowd {
  waiting = new Map()

  static async open() {
    return new Crowd(await forkReady('displays.mjs'))
  }

  constructor({ child, stop }) {
    this.child = child
    this.close = stop
    child.on('message', ({ side, id, at, there }) => {
      if (there) return this.settled?.()
      const key = `${side}:${id}`
      this.waiting.get(key)?.(BigInt(at))
      this.waiting.delete(key)
    })
  }

  /** Connects so many screens to each side, and its desks. */
  async gather(sides, screens) {
    const settled = new Promise(resolve => (this.settled = resolve))
    this.child.send({
      want: sides.map(side => ({
        name: side.name,
        address: side.address,
        screens: side.screens.slice(0, screens),
        desks: side.desks,
      })),
    })
    await settled
  }

  /** When the last screen of a side has a question. To be called before it is sent. */
  arrivalOf(side, id) {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`a question did not reach every screen of the ${side.name}`))
      const timer = setTimeout(fail, ARRIVES_WITHIN_MS)
      this.waiting.set(`${side.name}:${id}`, at => {
        clearTimeout(timer)
        resolve(at)
      })
    })
  }
}
