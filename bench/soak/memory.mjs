import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { now } from './machine-clock.mjs'

const ask = promisify(execFile)
const SAMPLED_EVERY_MS = 1000

/** What a process holds of the machine's memory, second by second. MiB. */
export class Memory {
  samples = []

  static watch(pid) {
    const memory = new Memory()
    memory.timer = setInterval(() => void memory.sample(pid), SAMPLED_EVERY_MS)
    return memory
  }

  async sample(pid) {
    const at = now()
    const { stdout } = await ask('ps', ['-o', 'rss=', '-p', String(pid)])
    this.samples.push({ at, mib: Number(stdout) / 1024 })
  }

  stop() {
    clearInterval(this.timer)
  }
}
