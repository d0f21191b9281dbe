import { get } from 'node:http'
import { io } from 'socket.io-client'

/** Between two attempts to come back, and how long an answer is waited for: as the pages do it. Milliseconds. */
const PAUSE_MS = { least: 100, spread: 300 }
const SOON_MS = { least: 0, spread: 150 }
const LATER_MS = { least: 400, spread: 300 }
const PATIENCE_MS = { hasty: 400, patient: 5000 }
const ANSWERS_WITHIN_MS = 30_000
/** Whoever is refused on coming back asks again after this, as pages do. */
const REFUSED_PAUSE_MS = 1000

/** With what a frame begins that tells an event. */
const EVENT = '2'
/** The latest frame, and what it says. */
let latest = {}

/**
 * A thousand screens are a thousand machines; here they are one process, which reads a frame that all of them are sent
 * once only. Else the reading would be measured, and not the servers.
 */
function shareDecoding(decoder) {
  const add = decoder.add.bind(decoder)
  decoder.add = frame => {
    // An answer is its socket's own.
    if (frame[0] !== EVENT) return add(frame)
    if (frame === latest.frame) return void decoder.emitReserved('decoded', latest.packet)
    decoder.once('decoded', packet => (latest = { frame, packet }))
    add(frame)
  }
}

/**
 * One browser's socket. It is right when it has what it shows: the product's answer to its join, the floor's snapshot.
 * When its line is gone it comes back by itself, after the same pauses on both sides; the product's knocks over HTTP
 * first and says up to where it knows everything, as its pages do.
 */
export class Display {
  revision = undefined
  wasRight = false

  constructor(address, { auth, headers, join, snapshot, knock }, told) {
    Object.assign(this, { address, join, snapshot, knock, told })
    this.socket = io(address, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      ...(auth && { auth }),
      ...(headers && { extraHeaders: headers }),
    })
    shareDecoding(this.socket.io.decoder)
    this.socket.on('connect', () => this.enter())
    this.socket.on('snapshot', () => this.isRight())
    this.socket.on('live:patch', ({ revision }) => (this.revision = revision))
    this.socket.on('disconnect', reason => reason !== 'io client disconnect' && this.comeBack(SOON_MS))
    this.socket.on('connect_error', error => {
      if (error.data?.code) this.refused(error.data.code, () => this.socket.connect())
      else this.comeBack(PAUSE_MS)
    })
  }

  /** Connects for the first time; answers when it is right. */
  open() {
    return new Promise((resolve, reject) => {
      this.opened = resolve
      this.fail = reject
      this.socket.connect()
    })
  }

  enter() {
    if (!this.join) return this.snapshot || this.isRight()
    const since = this.revision === undefined ? {} : { since: this.revision }
    this.socket.timeout(ANSWERS_WITHIN_MS).emit('live:join', { ...this.join, ...since }, (late, ack) => {
      // Cut off meanwhile: the next connection asks again.
      if (late) return
      if (!ack.ok) return this.refused(ack.error.code, () => this.enter())
      this.revision = (ack.snapshot ?? ack.patch).revision
      this.isRight()
    })
  }

  isRight() {
    this.wasRight = true
    this.opened()
    this.told(this)
  }

  refused(code, again) {
    if (!this.wasRight) return this.fail(new Error(`a socket was refused: ${code}`))
    setTimeout(again, REFUSED_PAUSE_MS)
  }

  comeBack(first) {
    const ended = new AbortController()
    void this.tryAgain(PATIENCE_MS.hasty, ended, first)
    if (this.knock) void this.tryAgain(PATIENCE_MS.patient, ended, LATER_MS)
  }

  async tryAgain(patience, ended, before) {
    do {
      await new Promise(resolve => setTimeout(resolve, before.least + Math.random() * before.spread))
      before = PAUSE_MS
      if (ended.signal.aborted) return
    } while (this.knock && !(await this.isAnswered(patience)))
    if (ended.signal.aborted) return
    ended.abort()
    this.socket.connect()
  }

  isAnswered(patience) {
    return new Promise(resolve => {
      const signal = AbortSignal.timeout(patience)
      get(this.address + this.knock, { agent: false, signal }, answer => {
        answer.resume()
        resolve(answer.statusCode === 200)
      }).on('error', () => resolve(false))
    })
  }

  /** The line is gone, without a word to either end. */
  cut() {
    this.socket.io.engine.transport.ws.terminate()
  }

  close() {
    this.socket.disconnect()
  }
}
