import { Display } from './display.mjs'

/**
 * The second process: it holds the screens and the desks of both sides, and reports when the last screen of a side has
 * an approved question, has lost it, or is right again. Times are of the machine's monotonic clock, which all processes share.
 */
const sides = new Map()
/** So many connect at a time: a house that opens its doors, not a flood. */
const AT_A_TIME = 50

class Side {
  screens = []
  desks = []
  /** On how many screens something has happened, by its name. */
  counts = new Map()
  /** The screens that came back since somebody asked. */
  back = undefined

  constructor(name, address) {
    this.name = name
    this.address = address
  }

  async want(screens, desks) {
    await this.bring(this.screens, screens, true)
    await this.bring(this.desks, desks, false)
    this.counts.clear()
  }

  /** Makes them as many as wanted. */
  async bring(displays, wanted, counted) {
    for (const gone of displays.splice(wanted.length)) gone.close()
    while (displays.length < wanted.length) {
      const tickets = wanted.slice(displays.length, displays.length + AT_A_TIME)
      const more = tickets.map(ticket => this.display(ticket, counted))
      displays.push(...more)
      await Promise.all(more.map(display => display.open()))
    }
  }

  display(ticket, counted) {
    const display = new Display(this.address, ticket, one => counted && this.isBack(one))
    if (counted) {
      const approved = ({ id, state }) => state === 'approved' && this.count(id)
      display.socket.on('question', approved)
      display.socket.on('live:patch', ({ put, drop }) => {
        put?.questions?.forEach(approved)
        drop?.questions?.forEach(id => this.count(`gone ${id}`))
      })
    }
    return display
  }

  count(what) {
    const count = (this.counts.get(what) ?? 0) + 1
    if (count < this.screens.length) return void this.counts.set(what, count)
    const at = process.hrtime.bigint()
    this.counts.delete(what)
    process.send({ side: this.name, what, at: String(at) })
  }

  isBack(display) {
    if (!this.back?.add(display) || this.back.size < this.screens.length) return
    const at = process.hrtime.bigint()
    this.back = undefined
    process.send({ side: this.name, what: 'back', at: String(at) })
  }

  close() {
    for (const display of [...this.screens, ...this.desks]) display.close()
  }
}

const DEEDS = {
  async want(wanted) {
    for (const { name, address, screens, desks } of wanted) {
      if (!sides.has(name)) sides.set(name, new Side(name, address))
      await sides.get(name).want(screens, desks)
    }
  },
  /** From now on it is noted who comes back. */
  watch(name) {
    sides.get(name).back = new Set()
  },
  /** Cuts the lines of all screens of a side. */
  cut(name) {
    DEEDS.watch(name)
    for (const screen of sides.get(name).screens) screen.cut()
  },
  leave() {
    for (const side of sides.values()) side.close()
    sides.clear()
  },
}

process.on('message', async ({ deed, of }) => {
  try {
    await DEEDS[deed](of)
    process.send({ done: deed })
  } catch (error) {
    process.send({ done: deed, failed: error.message })
  }
})
process.on('disconnect', () => process.exit())
process.send({ ready: true })
