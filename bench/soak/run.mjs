import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '../../dist/server/database/embedded-postgres.js'
import { Product } from '../product.mjs'
import { now } from './machine-clock.mjs'
import { Memory } from './memory.mjs'
import { Show } from './show.mjs'
import { minutesOf, told, verdictOf } from './verdict.mjs'

/** An evening of eight hours in half an hour: whether the server grows or becomes slow. Ends with 1 if it does. */
async function soak({ minutes, rate, screens }, closings) {
  const dataDir = await mkdtemp(join(tmpdir(), 'doithoai-soak-'))
  closings.push(() => rm(dataDir, { recursive: true, force: true }))
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true })
  closings.push(() => postgres.stop())
  process.env.NODE_OPTIONS = `--import ${new URL('collect.mjs', import.meta.url)}`
  const product = await Product.open(postgres.url, 'soak', { people: 1, screens })
  delete process.env.NODE_OPTIONS
  closings.push(() => product.close())
  const show = await Show.open(product)
  closings.push(() => show.close())
  const memory = Memory.watch(product.server.child.pid)
  closings.push(() => memory.stop())

  const begun = now()
  await show.play(minutes, rate)
  const { samples, refused } = show
  return { refused, minutes: minutesOf({ begun, count: minutes, samples, memory: memory.samples }) }
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      rate: { type: 'string', default: '20' },
      screens: { type: 'string', default: '50' },
    },
  })
  const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]))
  for (const [name, value] of Object.entries(options))
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} wants a whole number`)
  return options
}

const closings = []
let closing
const close = () => (closing ??= closeAll())
async function closeAll() {
  for (const end of closings.toReversed()) await end()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => void close().then(() => process.exit(130)))

try {
  const { minutes, refused } = await soak(readOptions(), closings)
  console.table(
    minutes.map(({ minute, actions, p50, p99, mib }) => ({
      minute,
      actions,
      'p50 ms': Number(p50.toFixed(1)),
      'p99 ms': Number(p99.toFixed(1)),
      'least MiB': Number(mib.toFixed(1)),
    })),
  )
  const verdict = verdictOf(minutes)
  console.log(`${told(verdict)} · refused and asked again: ${refused}`)
  process.exitCode = verdict.isHeld ? 0 : 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await close()
}
