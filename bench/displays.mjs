import { io } from 'socket.io-client'

/**
 * The second process: it holds the screens and the desks of both sides, and reports when the last screen of a side
 * has an approved question. Times are of the machine's monotonic clock, which all processes share.
 */
const sides = new Map()

class Side {
  screens = []
  desks = []
  /** How many screens have a question, by its id. */
  counts = new Map()

  constructor(name, address) {
    this.name = name
    this.address = address
  }

  async want(screens, desks) {
    for (const gone of this.screens.splice(screens.length)) gone.disconnect()
    const more = screens.slice(this.screens.length)
    this.screens.push(...(await Promise.all(more.map(ticket => this.connect(ticket, true)))))
    const missing = desks.slice(this.desks.length)
    this.desks.push(...(await Promise.all(missing.map(ticket => this.connect(ticket, false)))))
    this.counts.clear()
  }

  async connect({ auth, headers, join }, counted) {
    const socket = io(this.address, {
      transports: ['websocket'],
      forceNew: true,
      ...(auth && { auth }),
      ...(headers && { extraHeaders: headers }),
    })
    if (counted) {
      socket.on('question', question => this.arrived(question))
      socket.on('live:patch', ({ put }) => put?.questions?.forEach(question => this.arrived(question)))
    }
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
    if (join) {
      const ack = await socket.timeout(5000).emitWithAck('live:join', join)
      if (!ack.ok) throw new Error(`${this.name} refused to let a socket join: ${ack.error.code}`)
    }
    return socket
  }

  arrived({ id, state }) {
    if (state !== 'approved') return
    const count = (this.counts.get(id) ?? 0) + 1
    if (count < this.screens.length) return void this.counts.set(id, count)
    const at = process.hrtime.bigint()
    this.counts.delete(id)
    process.send({ side: this.name, id, at: String(at) })
  }
}

process.on('message', async ({ want }) => {
  for (const { name, address, screens, desks } of want) {
    if (!sides.has(name)) sides.set(name, new Side(name, address))
    await sides.get(name).want(screens, desks)
  }
  process.send({ there: true })
})
process.on('disconnect', () => process.exit())
process.send({ ready: true })
