import { type Earlier, scoreSimilar } from './rank-similar.js'

/** What may be alike; who was merged stands for his lead. */
export type Candidate = Earlier & { number: number; mergedIntoId: string | null; samePhone: boolean }
/** A question to show, that can be joined: an asker never, always his lead. */
export type Alike = { id: string; score: number; samePhone: boolean }

/**
 * The few to show: the same phone's first, then the likeliest, then the newest. Of a lead and its askers the best counts.
 * `questions`: how many the programme has.
 */
export function likeliest(
  asked: readonly string[],
  candidates: readonly Candidate[],
  questions: number,
  shown: number,
): Alike[] {
  const once = [...new Map(candidates.map(candidate => [candidate.id, candidate])).values()]
  const scores = scoreSimilar(asked, once, questions)
  const alike = new Map<string, Alike>()
  for (const { id, mergedIntoId, samePhone } of candidates.toSorted(
    (one, other) => other.number - one.number,
  )) {
    const score = scores.get(id)!
    if (score === 0 && !samePhone) continue
    const leadId = mergedIntoId ?? id
    const known = alike.get(leadId)
    alike.set(leadId, {
      id: leadId,
      score: Math.max(known?.score ?? 0, score),
      samePhone: samePhone || (known?.samePhone ?? false),
    })
  }
  return [...alike.values()]
    .toSorted((one, other) => Number(other.samePhone) - Number(one.samePhone) || other.score - one.score)
    .slice(0, shown)
}
