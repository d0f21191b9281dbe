import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cable } from '../../support/cable.js'
import { Crowd } from '../../support/crowd.js'
import type { Desk } from '../../support/desk.js'
import { eventually } from '../../support/eventually.js'
import { report } from '../../support/figures.js'
import { type Kept, type LedgerLine, type Picture, violationsIn } from '../../support/history-check.js'
import { isStopped } from '../../support/instance.js'
import { OwnPostgres } from '../../support/own-postgres.js'
import { Hands } from '../../support/random-hands.js'
import { seeded } from '../../support/random-hour.js'
import { Station } from '../../support/station.js'

const SECONDS = Number(process.env['FAULTS_SECONDS'] ?? 90)
const SEED = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000)
const MODERATORS = 4
const CABLES = 4
const DISPLAYS_EACH = 5

describe(`${SECONDS} seconds in which everything dies and comes back by chance (seed ${SEED})`, () => {
  let postgres: OwnPostgres
  let station: Station
  let cables: Cable[]
  let crowds: Crowd[]
  beforeAll(async () => {
    postgres = await OwnPostgres.start()
    station = await Station.open({ instances: 2, database: postgres })
    const producer = await station.as('daodien')
    const addresses = station.instances.map(({ address }) => address)
    cables = await Promise.all(Array.from({ length: CABLES }, () => Cable.to(...addresses)))
    crowds = []
    for (const { address } of cables) crowds.push(await Crowd.gather(producer, DISPLAYS_EACH, address))
  })
  afterAll(async () => {
    for (const crowd of crowds ?? []) crowd.leave()
    for (const cable of cables ?? []) cable.close()
    await station?.close()
  })

  /** What each display shows, from now on. */
  function recorded(): Picture[][] {
    return crowds.flatMap(({ screens }) =>
      screens.map(screen => {
        const pictures: Picture[] = []
        screen.shown = () => {
          const shown = [...screen.questions.values()].map(({ id, state, version }) => ({
            id,
            state,
            version,
          }))
          pictures.push({ revision: screen.revision, shown })
        }
        screen.shown()
        return pictures
      }),
    )
  }

  /** What goes wrong, and comes right after some commands more. */
  function mishaps(chance: () => number, passed: (commands: number) => Promise<void>) {
    const instance = () => Math.floor(chance() * 2)
    const cable = () => cables[Math.floor(chance() * CABLES)]!
    return {
      async 'instance killed'() {
        const which = instance()
        await station.instances[which]!.kill()
        await passed(5)
        await station.restart(which)
      },
      async 'instance stopped'() {
        const stopped = station.instances[instance()]!
        stopped.signal('SIGSTOP')
        await eventually(() => expect(isStopped(stopped.pid)).toBe(true))
        await passed(5)
        stopped.signal('SIGCONT')
      },
      async 'PostgreSQL crashed'() {
        await postgres.crash()
        await passed(5)
        await postgres.recover()
      },
      async 'connections ended'() {
        await postgres.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND random() < 0.6`,
        )
      },
      async 'cable cut'() {
        const cut = cable()
        cut.cut()
        await passed(60)
        cut.mend()
      },
      async 'cable snapped'() {
        cable().snap()
      },
    }
  }

  it('lose nothing acknowledged, do nothing refused, and show nothing that is not so', async () => {
    const chance = seeded(SEED)
    const hands = new Hands(station.programId, chance)
    const displays = recorded()
    const people: Desk[][] = []
    for (let person = 0; person < MODERATORS; person++) {
      const username = person % 2 === 0 ? 'duyet1' : 'duyet2'
      people.push([await station.as(username, 0), await station.as(username, 1)])
    }
    const passed = async (commands: number) => {
      const enough = hands.over + commands
      await eventually(() => expect(hands.over).toBeGreaterThanOrEqual(enough), {
        timeout: 60_000,
        interval: 20,
      })
    }
    const happened = new Map<string, number>()
    const all = Object.entries(mishaps(chance, passed))
    const begun = performance.now()
    const working = { on: true }
    const steps = people.map(async desks => {
      while (working.on) await hands.step(desks)
    })
    try {
      while (performance.now() - begun < SECONDS * 1000) {
        await passed(20 + Math.floor(chance() * 150))
        const [name, mishap] = all[Math.floor(chance() * all.length)]!
        happened.set(name, (happened.get(name) ?? 0) + 1)
        await mishap()
      }
    } finally {
      working.on = false
    }
    await Promise.all(steps)
    await hands.settled()

    const ledger = await postgres.query<LedgerLine>(
      `SELECT revision, "commandId", type, "targetId", "from", "to" FROM ledger_entry
        WHERE "programId" = $1 ORDER BY revision`,
      [station.programId],
    )
    for (const crowd of crowds) await crowd.until(({ revision }) => revision === ledger.length)
    const questions = await postgres.query<Kept>('SELECT id, state, version FROM question')
    const count = (kind: string) => hands.acts.filter(act => act.kind === kind).length
    report('random faults', {
      seed: SEED,
      ...Object.fromEntries(happened),
      acknowledged: count('ok'),
      refused: count('fail'),
      unknown: count('info'),
      pictures: displays.flat().length,
    })
    expect(violationsIn({ acts: hands.acts, ledger, questions, displays })).toEqual([])
    expect(count('ok')).toBeGreaterThan(count('info'))
  })
})
