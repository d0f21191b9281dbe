/** The value below which a share of the samples lies. */
export function percentile(samples, share) {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

const median = values => percentile(values, 0.5)

/** The figures there are, with their units. */
export const UNITS = {
  p50: 'ms',
  p95: 'ms',
  p99: 'ms',
  perSecond: '/s',
  time: 'ms',
  cold: 'ms',
  second: 'ms',
  idle: 'MiB',
  perScreen: 'KiB',
}

/**
 * A scenario's figures over its rounds. Ratios are made within each round, where both sides met the same machine;
 * what is told is the median of the rounds, and the least and the most of them: of the ratio where there is a floor.
 */
export function summary({ goals = {}, ...scenario }, rounds) {
  const figures = Object.keys(rounds[0].product).map(name => {
    const of = side => rounds.map(round => round[side][name])
    const product = of('product')
    const floor = rounds[0].floor ? of('floor') : undefined
    const ratios = floor && product.map((value, round) => value / floor[round])
    const spread = ratios ?? product
    const goal = goals[name]
    const judged = goal && median(goal.times ? ratios : product)
    return {
      name,
      unit: UNITS[name],
      ...(floor && { floor: median(floor) }),
      product: median(product),
      ...(ratios && { ratio: median(ratios) }),
      rounds: { least: Math.min(...spread), most: Math.max(...spread) },
      ...(goal && { goal, met: goal.most === undefined ? judged >= goal.least : judged <= goal.most }),
    }
  })
  return { ...scenario, figures, rounds }
}
