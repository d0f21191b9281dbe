import { type Earlier, scoreSimilar } from './rank-similar.js'

/** A candidate: the question itself, or the lead that it was merged into, under its id. */
export type Candidate = Earlier & { leadId: string; samePhone: boolean }
/** A question to show, that can be joined: an asker never, always his lead. */
export type Alike = { id: string; score: number; samePhone: boolean }

/**
 * The few to show: the same phone's first, then the likeliest. Of a lead and its askers the best counts.
 * `questions`: how many the programme has.
 */
export function likeliest(
  asked: readonly string[],
  candidates: readonly Candidate[],
  questions: number,
  shown: number,
): Alike[] {
  const scores = scoreSimilar(
    asked,
    [...new Map(candidates.map(candidate => [candidate.id, candidate])).values()],
    questions,
  )
  const alike = new Map<string, Alike>()
  for (const { id, leadId, samePhone } of candidates) {
    const known = alike.get(leadId)
    alike.set(leadId, {
      id: leadId,
      score: Math.max(known?.score ?? 0, scores.get(id)!),
      samePhone: samePhone || (known?.samePhone ?? false),
    })
  }
  return [...alike.values()]
    .filter(({ score, samePhone }) => samePhone || score > 0)
    .toSorted((one, other) => Number(other.samePhone) - Number(one.samePhone) || other.score - one.score)
    .slice(0, shown)
}
