/** The value below which a share of the samples lies. */
export function percentile(samples, share) {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

const median = values => percentile(values, 0.5)

/** One round of one side as figures: milliseconds, and operations a second. */
const figuresOf = ({ samples, busy }) => ({
  p50: percentile(samples, 0.5),
  p99: percentile(samples, 0.99),
  perSecond: (samples.length / busy) * 1000,
})

/**
 * A scenario's figures over its rounds. Ratios are made within each round, where both sides met the same machine;
 * what is told is the median of the rounds.
 */
export function summary(scenario, rounds) {
  const told = rounds.map(([floor, product]) => ({ floor: figuresOf(floor), product: figuresOf(product) }))
  const over = pick => median(told.map(pick))
  const side = name => ({
    p50: over(round => round[name].p50),
    p99: over(round => round[name].p99),
    perSecond: over(round => round[name].perSecond),
  })
  const ratio = figure => over(round => round.product[figure] / round.floor[figure])
  return {
    ...scenario,
    floor: side('floor'),
    product: side('product'),
    ratio: { p50: ratio('p50'), p99: ratio('p99'), perSecond: ratio('perSecond') },
    rounds: told,
  }
}

const COLUMNS = [
  ['scenario', ({ name }) => name],
  ['floor p50', ({ floor }) => floor.p50.toFixed(2)],
  ['p99', ({ floor }) => floor.p99.toFixed(2)],
  ['/s', ({ floor }) => floor.perSecond.toFixed(0)],
  ['product p50', ({ product }) => product.p50.toFixed(2)],
  ['p99', ({ product }) => product.p99.toFixed(2)],
  ['/s', ({ product }) => product.perSecond.toFixed(0)],
  ['p50', ({ ratio }) => `x${ratio.p50.toFixed(2)}`],
  ['p99', ({ ratio }) => `x${ratio.p99.toFixed(2)}`],
  ['rate', ({ ratio }) => `x${ratio.perSecond.toFixed(2)}`],
  ['p50 of each round', ({ rounds }) => rounds.map(round => `x${ratioOf(round)}`).join(' ')],
]

const ratioOf = ({ floor, product }) => (product.p50 / floor.p50).toFixed(2)

/** The summaries as a table. */
export function table(summaries) {
  const rows = [
    COLUMNS.map(([title]) => title),
    ...summaries.map(one => COLUMNS.map(([, cell]) => cell(one))),
  ]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map(row => row[column].length)))
  const line = row =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0])))
  return rows.map(row => line(row).join('  ')).join('\n')
}
