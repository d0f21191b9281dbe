import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eventually } from './eventually.js'
import { NO_BACKUPS } from './house.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = 'dist/server/main.js'
/** The same server, which in addition can be told to fail at a certain place. */
const FRAGILE = 'test/support/instance.mjs'

/** Where an instance dies or stands still, when a test says so. */
export type Fault =
  'die with the lock' | 'die after the commit' | 'die after the announcement' | 'stand still with the lock'
export type Ending = { code: number | null; signal: NodeJS.Signals | null; within: number }

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The built server as a process of its own, to be killed, stopped and started again. */
export class Instance {
  /** Everything that it wrote. */
  said = ''
  address = ''
  readonly ended: Promise<Ending>

  private constructor(private readonly child: ChildProcess) {
    running.add(child)
    const listen = (words: Buffer) => (this.said += words.toString())
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    const begun = performance.now()
    this.ended = new Promise(resolve => {
      child.once('close', (code, signal) => {
        running.delete(child)
        resolve({ code, signal, within: performance.now() - begun })
      })
    })
  }

  /** Spawns one with these settings; whether it comes up is the caller's question. */
  static spawn(
    settings: Record<string, string>,
    { fragile = false, output = 'pipe' as 'pipe' | number } = {},
  ): Instance {
    if (!existsSync(`${root}/${BUILT}`)) throw new Error(`${BUILT} is missing: npm test builds it`)
    const { PATH, HOME, TMPDIR } = process.env
    // As one that npm started, it ends by itself should the test be gone.
    const begun = { PATH, HOME, ...(TMPDIR && { TMPDIR }), npm_lifecycle_event: 'test' }
    const env = { ...begun, PORT: '0', DEMO: '1', LOG_LEVEL: 'error', BACKUP_DIR: NO_BACKUPS, ...settings }
    const stdio = ['ignore', output, output, ...(fragile ? ['ipc' as const] : [])] as never
    const child = spawn(process.execPath, [fragile ? FRAGILE : BUILT], { cwd: root, env, stdio })
    return new Instance(child)
  }

  static async start(settings: Record<string, string>, how: { fragile?: boolean } = {}): Promise<Instance> {
    const instance = Instance.spawn(settings, how)
    await instance.up()
    return instance
  }

  /** Nobody reads any longer what it writes. */
  stopListening(): void {
    this.child.stdout?.destroy()
    this.child.stderr?.destroy()
  }

  /** Waits for the address that it prints when it serves. */
  async up(within = 20_000): Promise<string> {
    this.address = await eventually(
      () => {
        const address = /http:\/\/[\d.]+:\d+/.exec(this.said)?.[0]
        if (!address) throw new Error(`it has not come up: ${this.said}`)
        return address
      },
      { timeout: within, interval: 10 },
    )
    return this.address
  }

  get pid(): number {
    return this.child.pid!
  }

  get port(): string {
    return new URL(this.address).port
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /** Orders a fault, for the next command or one of those behind it; from the answer on it is armed. */
  async order(fault: Fault, command = 1): Promise<void> {
    const armed = new Promise(resolve => this.child.once('message', resolve))
    this.child.send({ fault, command })
    await armed
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }

  async kill(): Promise<Ending> {
    this.child.kill('SIGKILL')
    return this.ended
  }
}

/** Whether a process was halted by SIGSTOP, and not merely told to. */
export const isStopped = (pid: number): boolean =>
  /^\d+ \(.*\) T/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
