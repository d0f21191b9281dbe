import { isAnchor, weightOf } from './ideas.js'

/** An earlier question with its gist. */
export type Earlier = { id: string; gist: readonly string[] }

/** Beyond this a text is long, and more of it tells less. */
const LONG = 10
const BEYOND = 0.4

/** A programme that has just begun is taken for one of so many questions: nothing is common yet. */
const BEFORE = 30
/** What stands in less than one question of so many is rare. */
const RARE = 10

/** Alike enough to be shown: much in common, or little but nearly all of both. */
const ENOUGH = [
  { shared: 3.2, score: 0.3 },
  { shared: 2.4, score: 0.5 },
]

/**
 * How alike each earlier question is to what is asked, between 0 and 1: the weight of what both say, by the mean weight
 * of what either says. What many of the programme's questions are about counts less. Those that are not alike enough to
 * show score 0. `questions`: how many the programme has; `earlier` must hold all that share an anchor.
 */
export function scoreSimilar(
  asked: readonly string[],
  earlier: readonly Earlier[],
  questions: number,
): Map<string, number> {
  const wanted = new Map(asked.map(telling => [telling, weightOf(telling) * rarity(telling)]))
  const bulkAsked = bulk(asked)
  return new Map(earlier.map(({ id, gist }) => [id, score(gist)]))

  function rarity(telling: string): number {
    if (!isAnchor(telling)) return 1
    const holding = earlier.filter(({ gist }) => gist.includes(telling)).length
    return Math.min(1, Math.log1p((questions + BEFORE) / Math.max(1, holding)) / Math.log1p(RARE))
  }

  function score(gist: readonly string[]): number {
    const common = gist.filter(telling => wanted.has(telling))
    if (!common.some(isAnchor)) return 0
    const shared = common.reduce((sum, telling) => sum + wanted.get(telling)!, 0)
    const alike = Math.min(1, (2 * shared) / (bulkAsked + bulk(gist)))
    return ENOUGH.some(least => shared >= least.shared && alike >= least.score) ? alike : 0
  }
}

function bulk(gist: readonly string[]): number {
  const weight = gist.reduce((sum, telling) => sum + weightOf(telling), 0)
  return Math.min(weight, LONG) + Math.max(0, weight - LONG) * BEYOND
}
