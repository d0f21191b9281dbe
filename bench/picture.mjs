/** A bar's place and the sizes of the picture, in units of its view box. */
const WIDTH = 900
const LEFT = 250
const BAR = 380
const ROW = 26
const MOST = 3
const HEAD = 74
const GAP = 46

const at = ratio => LEFT + (Math.min(ratio, MOST) / MOST) * BAR
const digits = value => value.toFixed(value < 10 ? 1 : 0)

/** What the picture shows: scenario, figure, and how it is called there. */
const TIMES = [
  ['approve-1', 'p50', 'approve → 1 screen'],
  ['approve-20', 'p50', 'approve → last of 20 screens'],
  ['approve-20', 'p99', '… 99th percentile'],
  ['approve-100', 'p50', '… of 100 screens'],
  ['approve-1000', 'p50', '… of 1,000 screens'],
  ['approve-20-by-8', 'p50', '… of 20, with 8 moderators'],
  ['key-to-glass', 'p50', 'key to glass, in a browser'],
  ['cut-200', 'p50', '200 screens after a cut'],
  ['return-200', 'time', '200 screens after kill -9'],
  ['return-1000', 'time', '1,000 screens after kill -9'],
]
const RATES = [
  ['log-1', 'perSecond', '1 secretary logs'],
  ['log-8', 'perSecond', '8 secretaries log'],
  ['log-32', 'perSecond', '32 secretaries log'],
  ['approve-20-by-8', 'perSecond', '8 moderators approve'],
]

const STYLE = `
  .ground { fill: #fbfbfa; stroke: #d8d8d4 }
  text { font: 14px system-ui, sans-serif; fill: #26262a }
  .title { font-weight: 600; font-size: 16px }
  .quiet { fill: #5f5f68 }
  .floor { stroke: #5f5f68; stroke-dasharray: 3 3 }
  .bar { fill: #2f7fb8 }
  .goal { stroke: #c2410c; stroke-width: 3 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #17181c; stroke: #34353c }
    text { fill: #e6e6ea }
    .quiet { fill: #a3a3ad }
    .floor { stroke: #a3a3ad }
    .bar { fill: #4f9fd8 }
    .goal { stroke: #fb923c }
  }`

const text = (x, y, words, kind = '', anchor = 'start') =>
  `<text x="${x}" y="${y}" class="${kind}" text-anchor="${anchor}">${words}</text>`

function row({ label, ratio, floor, product, unit, goal }, y) {
  const mark = goal?.times && at(goal.most ?? goal.least)
  return [
    text(LEFT - 12, y + 15, label, '', 'end'),
    `<rect x="${LEFT}" y="${y + 3}" width="${(at(ratio) - LEFT).toFixed(1)}" height="${ROW - 10}" class="bar"/>`,
    mark ? `<path d="M${mark.toFixed(1)} ${y} v${ROW - 4}" class="goal"/>` : '',
    text(LEFT + BAR + 14, y + 15, `x${ratio.toFixed(2)}`),
    text(
      LEFT + BAR + 66,
      y + 15,
      `${digits(product)} ${unit}, floor ${digits(floor)}${goal && !goal.times ? `; goal ${goal.most} ${unit}` : ''}`,
      'quiet',
    ),
  ].join('\n')
}

function group(title, rows, top) {
  const bottom = top + rows.length * ROW
  return [
    text(24, top - 12, title, 'title'),
    ...rows.map((figure, index) => row(figure, top + index * ROW)),
    `<path d="M${at(1).toFixed(1)} ${top - 6} V${bottom}" class="floor"/>`,
    text(at(1), bottom + 14, 'floor', 'quiet', 'middle'),
  ].join('\n')
}

/** The figures beside the floor as bars, for a light and a dark page. */
export function picture(summaries) {
  const pick = list =>
    list.flatMap(([scenario, name, label]) => {
      const figure = summaries
        .find(one => one.name === scenario)
        ?.figures.find(one => one.name === name && one.ratio !== undefined)
      return figure ? [{ ...figure, label }] : []
    })
  const [times, rates] = [pick(TIMES), pick(RATES)]
  const second = HEAD + times.length * ROW + GAP + 20
  const height = second + rates.length * ROW + 56
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img">
<title>How long the product takes, as a multiple of a bare floor</title>
<style>${STYLE}
</style>
<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8" class="ground"/>
${text(24, 30, 'The product as a multiple of a bare floor; orange: the goal', 'title')}
${group('Time: shorter is better', times, HEAD)}
${group('Questions a second: longer is better', rates, second)}
</svg>
`
}
