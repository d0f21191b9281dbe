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
/** What everybody asks about still tells so much: the hour may have one matter. */
const COMMON = 0.6

/** Alike enough to be shown: much in common, or little but nearly all of both. */
const ENOUGH = [
  { shared: 3.6, score: 0.3 },
  { shared: 2.5, score: 0.35 },
]
const LEAST_SHARED = Math.min(...ENOUGH.map(({ shared }) => shared))

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
  const wanted = new Set(asked)
  const common = earlier.map(({ gist }) => gist.filter(telling => wanted.has(telling)))
  const weights = rareWeights(asked, common, questions)
  const bulkAsked = bulk(asked)
  return new Map(earlier.map(({ id, gist }, index) => [id, score(gist, common[index]!)]))

  function score(gist: readonly string[], common: readonly string[]): number {
    const shared = common.reduce((sum, telling) => sum + weights.get(telling)!, 0)
    if (shared < LEAST_SHARED || !common.some(isAnchor)) return 0
    const alike = Math.min(1, (2 * shared) / (bulkAsked + bulk(gist)))
    return ENOUGH.some(least => shared >= least.shared && alike >= least.score) ? alike : 0
  }
}

/** The weights of what is asked, less for an anchor that many share. */
function rareWeights(asked: readonly string[], common: readonly string[][], questions: number) {
  const holding = new Map<string, number>()
  for (const telling of common.flat()) holding.set(telling, (holding.get(telling) ?? 0) + 1)
  const rarity = (telling: string) =>
    Math.min(
      1,
      Math.max(COMMON, Math.log1p((questions + BEFORE) / (holding.get(telling) ?? 1)) / Math.log1p(RARE)),
    )
  return new Map(
    asked.map(telling => [telling, weightOf(telling) * (isAnchor(telling) ? rarity(telling) : 1)]),
  )
}

function bulk(gist: readonly string[]): number {
  const weight = gist.reduce((sum, telling) => sum + weightOf(telling), 0)
  return Math.min(weight, LONG) + Math.max(0, weight - LONG) * BEYOND
}
