import { percentile } from '../figures.mjs'

/** What an hour of a live programme comes to, at one action a second. */
const ACTIONS_AN_HOUR = 3600
/** MiB that may be added in as much work as an hour has, once the program has warmed up. */
const GROWTH_AN_HOUR = 2
/** How much later the last screen may be at the end than at the beginning, at worst. */
const SLOWER = 1.2
/** The share of the run in which the program still warms up. */
const WARM_UP = 0.25

/** The run minute by minute: what was done, how long the screens waited, and the least memory that was held. */
export function minutesOf({ begun, count, samples, memory }) {
  const minuteOf = at => Math.min(count - 1, Math.floor((at - begun) / 60_000))
  return Array.from({ length: count }, (_none, minute) => {
    const took = samples.filter(sample => minuteOf(sample.begun) === minute).map(sample => sample.took)
    const held = memory.filter(({ at }) => minuteOf(at) === minute).map(({ mib }) => mib)
    return {
      minute: minute + 1,
      actions: took.length,
      p50: percentile(took, 0.5),
      p99: percentile(took, 0.99),
      mib: Math.min(...held),
    }
  })
}

/** The p99 of a part of the run; the median of its minutes, since one of them may have met a busy machine. */
const worst = part =>
  percentile(
    part.map(({ p99 }) => p99),
    0.5,
  )

/** Growth and slowing over the part of the run in which the program is warm, and whether they are within bounds. */
export function verdictOf(minutes) {
  const warm = minutes.slice(Math.floor(minutes.length * WARM_UP))
  const actions = warm.reduce((sum, minute) => sum + minute.actions, 0)
  const growth = (slope(warm.map(({ mib }) => mib)) * warm.length * ACTIONS_AN_HOUR) / actions
  const third = Math.ceil(warm.length / 3)
  const slower = worst(warm.slice(-third)) / worst(warm.slice(0, third))
  return { growth, slower, isHeld: growth <= GROWTH_AN_HOUR && slower <= SLOWER }
}

/** Of the straight line that is nearest to the values: how much is added from one to the next. */
function slope(values) {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  const below = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0)
  return below === 0 ? 0 : above / below
}

export const told = ({ growth, slower }) =>
  `memory: ${growth.toFixed(2)} MiB for as much work as an hour has (at most ${GROWTH_AN_HOUR}) · ` +
  `p99 at the end: x${slower.toFixed(2)} of the beginning (at most x${SLOWER})`
