import { percentile } from './figures.mjs'
import { QuestionPool } from './question-pool.mjs'

/** How many operations each of several people makes before the other side has its turn. */
const BURST = 4
/** Questions approved at a time while one person works. */
const APPROVED = 10
/** Operations before anything is measured, so that neither side is met cold. */
const WARM_UP_TURNS = 120

const now = () => process.hrtime.bigint()
const milliseconds = nanoseconds => Number(nanoseconds) / 1e6

/** One operation of one person: the milliseconds it took. */
const DEEDS = {
  /** From just before the moderator's request until the last screen has the frame. */
  async approve({ side, crowd, pool }, seat, turn) {
    const question = pool.take()
    const arrival = crowd.arrivalOf(side, question.id)
    const since = now()
    const [at] = await Promise.all([arrival, side.approve(side.moderators[seat], question, turn)])
    return milliseconds(at - since)
  },
  /** From just before the secretary's request until its answer. */
  async log({ side }, seat, turn) {
    const since = now()
    await side.log(side.secretaries[seat], turn)
    return milliseconds(now() - since)
  },
}

/** Operations in great number: the median, the 99th percentile, and how many a second. */
export const operations = {
  async warmUp(scenario, bench) {
    await play({ ...scenario, turns: Math.min(scenario.turns, WARM_UP_TURNS / scenario.people) }, bench)
  },
  async play(scenario, bench) {
    const played = await play(scenario, bench)
    return Object.fromEntries(
      played.map(({ side, samples, busy }) => [
        side,
        {
          p50: percentile(samples, 0.5),
          p99: percentile(samples, 0.99),
          perSecond: (samples.length / busy) * 1000,
        },
      ]),
    )
  },
}

/**
 * One round of one scenario. The sides take turns all the way, and change who begins: one person's operations
 * alternate one by one, several people's in short bursts.
 */
async function play(scenario, { sides, crowd }) {
  const { screens, people, kind, turns } = scenario
  await crowd.gather(sides, screens)
  const burst = people === 1 ? 1 : BURST
  const size = kind === 'approve' ? Math.max(APPROVED, people * burst) : 0
  const places = []
  for (const side of sides)
    places.push({ side, crowd, burst, pool: await QuestionPool.fill(side, crowd, size) })
  const played = places.map(({ side }) => ({ side: side.name, samples: [], busy: 0 }))
  for (let turn = 0; turn < turns; turn += burst) {
    const order = (turn / burst) % 2 === 0 ? [0, 1] : [1, 0]
    for (const index of order) {
      const place = places[index]
      await place.pool.spare(kind === 'approve' ? people * burst : 0)
      const since = now()
      played[index].samples.push(...(await playBurst(scenario, place, turn)))
      played[index].busy += milliseconds(now() - since)
    }
  }
  for (const { pool } of places) await pool.empty()
  return played
}

/** Everybody at once, each one operation after the other. */
async function playBurst({ kind, people }, place, first) {
  const lanes = Array.from({ length: people }, async (_, seat) => {
    const samples = []
    for (let turn = first; turn < first + place.burst; turn++)
      samples.push(await DEEDS[kind](place, seat, turn))
    return samples
  })
  return (await Promise.all(lanes)).flat()
}
