import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../dist/server/database/embedded-postgres.js'
import { Crowd } from './crowd.mjs'
import { summary, table } from './figures.mjs'
import { Floor } from './floor.mjs'
import { describe } from './machine.mjs'
import { readOptions } from './options.mjs'
import { Product } from './product.mjs'
import { playRound, prepare } from './rounds.mjs'

/** Operations before anything is measured, so that neither side is met cold. */
const WARM_UP_TURNS = 120
const RESULTS = new URL('results/', import.meta.url)

/** The product beside its floor, on one PostgreSQL, in one interleaved run. */
async function run({ scenarios, rounds, profile, folder }, closings) {
  const dataDir = await mkdtemp(join(tmpdir(), 'doithoai-bench-'))
  closings.push(() => rm(dataDir, { recursive: true, force: true }))
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true })
  closings.push(() => postgres.stop())
  const machine = await describe(postgres.url)

  const opened = async opening => {
    const one = await opening
    closings.push(() => one.close())
    return one
  }
  const house = {
    people: Math.max(...scenarios.map(scenario => scenario.people)),
    screens: Math.max(...scenarios.map(scenario => scenario.screens)),
  }
  const crowd = await opened(Crowd.open())
  const floor = await opened(Floor.open(postgres.url, house))
  const product = await opened(Product.open(postgres.url, { ...house, profile, folder }))
  const sides = [floor, product]

  const played = new Map(scenarios.map(scenario => [scenario, []]))
  await warmUp(scenarios, sides, crowd)
  for (let round = 1; round <= rounds; round++)
    for (const scenario of scenarios) {
      process.stdout.write(`\rround ${round} of ${rounds}: ${scenario.name.padEnd(20)}`)
      await crowd.gather(sides, scenario.screens)
      const places = await prepare(scenario, sides, crowd)
      played.get(scenario).push(await playRound(scenario, places))
    }
  process.stdout.write('\r')
  return { machine, scenarios: scenarios.map(scenario => summary(scenario, played.get(scenario))) }
}

async function warmUp(scenarios, sides, crowd) {
  for (const scenario of scenarios) {
    await crowd.gather(sides, scenario.screens)
    await playRound(scenario, await prepare(scenario, sides, crowd), WARM_UP_TURNS / scenario.people)
  }
}

async function keep(result) {
  await mkdir(RESULTS, { recursive: true })
  await writeFile(new URL('latest.json', RESULTS), `${JSON.stringify(result, null, 2)}\n`)
}

const closings = []
let closing
const close = () => (closing ??= closeAll())
async function closeAll() {
  for (const end of closings.toReversed()) await end().catch(error => console.error(error))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => void close().then(() => process.exit(130)))

try {
  const options = readOptions()
  const result = await run(options, closings)
  const { machine } = result
  console.log(
    `Node ${machine.node}, PostgreSQL ${machine.postgres} with fsync, ${machine.cores} cores; milliseconds`,
  )
  console.log(table(result.scenarios))
  // Part of the scenarios, or another checkout, is no figure of this one.
  if (options.whole) await keep(result)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await close()
}
