const CALLED = {
  p50: 'median',
  p95: '95th percentile',
  p99: '99th percentile',
  perSecond: 'rate',
  time: 'until all are right',
  cold: 'on an empty database',
  second: 'the second time',
  idle: 'nobody connected',
  perScreen: 'each screen',
}

const digits = value => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
const amount = (value, unit) => (value === undefined ? '–' : `${digits(value)} ${unit}`)
const times = value => `x${value.toFixed(2)}`

function goalOf({ goal, unit }) {
  if (!goal) return ''
  const bound = goal.most === undefined ? `≥ ` : `≤ `
  const value = goal.most ?? goal.least
  return bound + (goal.times ? `x${value}` : `${value} ${unit}`)
}

const verdict = ({ goal, met }) => (goal ? (met ? 'met' : 'missed') : '')

function spread({ ratio, rounds, unit }) {
  const { least, most } = rounds
  return ratio === undefined ? `${digits(least)}–${digits(most)} ${unit}` : `${times(least)}–${times(most)}`
}

const COLUMNS = [
  ['scenario', ({ scenario }) => scenario],
  ['figure', ({ name }) => CALLED[name]],
  ['floor', ({ floor, unit }) => amount(floor, unit)],
  ['product', ({ product, unit }) => amount(product, unit)],
  ['ratio', ({ ratio }) => (ratio === undefined ? '' : times(ratio))],
  ['rounds', spread],
  ['goal', goalOf],
  ['', verdict],
]

/** Every figure of every scenario as a row of cells, under the row of titles. */
function rowsOf(summaries, wanted = () => true) {
  const figures = summaries.flatMap(({ name, figures: all }) =>
    all.filter(wanted).map(figure => ({ ...figure, scenario: name })),
  )
  return [COLUMNS.map(([title]) => title), ...figures.map(figure => COLUMNS.map(([, cell]) => cell(figure)))]
}

/** All figures, for the terminal. */
export function table(summaries) {
  const rows = rowsOf(summaries)
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map(row => row[column].length)))
  const line = row =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  ')
  return rows.map(line).join('\n')
}

const markdownLine = cells => `| ${cells.join(' | ')} |`

/** The figures that have a goal, as a table in Markdown. */
export function markdownTable(summaries) {
  const [titles, ...rows] = rowsOf(summaries, ({ goal }) => goal)
  const rule = titles.map((_, at) => (at < 2 ? '---' : '---:'))
  return [titles, rule, ...rows].map(markdownLine).join('\n')
}
