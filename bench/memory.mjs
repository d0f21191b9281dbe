import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const SETTLES_WITHIN_MS = 4000

/** Resident memory of a process in KiB, as the system counts it. */
function residentKiB(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])
}

/** A freshly started server with nobody connected, in MiB, and what each screen adds to it, in KiB. */
export const memory = {
  missing: () =>
    existsSync('/proc/self/status') ? undefined : 'this system has no /proc to read memory from',
  async play({ screens }, { sides, crowd }) {
    await crowd.gather(sides, 0, { desks: false })
    for (const side of sides) {
      await side.kill()
      await side.start()
    }
    await pause(SETTLES_WITHIN_MS)
    const idle = sides.map(({ pid }) => residentKiB(pid))
    await crowd.gather(sides, screens, { desks: false })
    await pause(SETTLES_WITHIN_MS)
    const figures = sides.map(({ name, pid }, at) => [
      name,
      { idle: idle[at] / 1024, perScreen: (residentKiB(pid) - idle[at]) / screens },
    ])
    return Object.fromEntries(figures)
  },
}
