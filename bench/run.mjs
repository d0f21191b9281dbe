import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWithThisProcess } from '../dist/server/database/embedded/throw-away.js'
import { startEmbeddedPostgres } from '../dist/server/database/embedded-postgres.js'
import { onOrphaned } from '../dist/server/setup/parent-watch.js'
import { Closings } from './closings.mjs'
import { summary } from './figures.mjs'
import { KINDS, STAGES } from './kinds.mjs'
import { describe, toldOf } from './machine.mjs'
import { readOptions } from './options.mjs'
import { keep } from './papers.mjs'
import { playStage } from './stage.mjs'
import { table } from './table.mjs'

/** The product beside its floor, on one PostgreSQL, in one interleaved run. */
async function run({ scenarios, rounds, product }, closings) {
  const dataDir = await mkdtemp(join(tmpdir(), 'doithoai-bench-'))
  closings.add(() => rm(dataDir, { recursive: true, force: true }))
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true })
  closings.add(() => postgres.stop())
  endWithThisProcess(join(dataDir, 'cluster', 'data'))
  const machine = await describe(postgres.url)

  const played = new Map(scenarios.map(scenario => [scenario, []]))
  const house = { postgresUrl: postgres.url, rounds, product, closings }
  for (const stage of STAGES) {
    const mine = scenarios.filter(({ kind }) => stage.kinds.includes(kind))
    if (mine.length > 0)
      await playStage(stage, mine, house, { say, keep: (one, figures) => played.get(one).push(figures) })
  }
  say('')
  return { machine, rounds, scenarios: scenarios.map(one => summary(one, played.get(one))) }
}

/** What goes on, in one line that is overwritten. */
function say(what) {
  if (process.stdout.isTTY) process.stdout.write(`\r${what.padEnd(60)}${what ? '' : '\r'}`)
}

/** The scenarios that this machine can play; of the others it is said what they lack. */
function playable(scenarios) {
  return scenarios.filter(({ name, kind }) => {
    const lacking = KINDS[kind].missing?.()
    if (lacking) console.log(`${name} is left out: ${lacking}.`)
    return !lacking
  })
}

const closings = new Closings()
let interrupted = false
async function interrupt(code) {
  if (interrupted) return
  interrupted = true
  await closings.close()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupt(130))
onOrphaned(() => void interrupt(143))

try {
  const options = readOptions()
  const scenarios = playable(options.scenarios)
  const result = await run({ ...options, scenarios }, closings)
  const told = toldOf(result)
  console.log(`${table(result.scenarios)}\n\n${told}`)
  // Part of the scenarios, or another checkout, is no figure of this one.
  if (options.whole && scenarios.length === options.scenarios.length) await keep(result, told)
} catch (error) {
  // What fails because everything is being ended is no news.
  if (!interrupted) console.error(error)
  process.exitCode = 1
} finally {
  await closings.close()
}
