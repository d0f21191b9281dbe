import type { ScreenReceipt } from '#protocol/live.js'
import type { Screen } from '#protocol/screen.js'
import type { DeskQuestion } from '../questions/columns.js'

/** A screen is given this long before it is said to lag. Milliseconds. */
export const GRACE_MS = 1500
/** What took longer was not slow: the screen came on, or the question moved up. Milliseconds. */
const TOLD_MS = 10_000

type Seen = Pick<DeskQuestion, 'id' | 'version' | 'state' | 'onAirSince' | 'decidedAt'>
export type Lag = { screen: Screen; why: 'testCard' | 'identify' | 'offline' | 'lags' }

/** When the question came to be what the screens should show. */
export const shownSince = ({ state, onAirSince, decidedAt }: Seen) =>
  Date.parse((state === 'on_air' ? onAirSince : decidedAt) ?? '')

/**
 * Of the screens whose kind paints it: how many show the question as it is now, which do not and why, and how many
 * milliseconds the slowest took. The overlay is not waited for: it is sent only what it is cued for.
 */
export function receiptsOf(question: Seen, screens: readonly Screen[], receipts: readonly ScreenReceipt[]) {
  const byScreen = new Map(receipts.map(receipt => [receipt.screenId, receipt]))
  const waited = screens.filter(screen => screen.kind !== 'overlay')
  const lags: Lag[] = []
  let slowest = 0
  for (const screen of waited) {
    const receipt = byScreen.get(screen.id)
    const painted = receipt?.painted.find(
      one => one.questionId === question.id && one.version === question.version,
    )
    if (painted) slowest = Math.max(slowest, Date.parse(painted.at) - shownSince(question))
    else lags.push({ screen, why: reason(screen, receipt) })
  }
  const took = slowest > 0 && slowest < TOLD_MS ? slowest : null
  return { waited, lags, took: lags.length === 0 ? took : null }
}

function reason(screen: Screen, receipt: ScreenReceipt | undefined): Lag['why'] {
  if (!receipt?.connected) return 'offline'
  if (screen.testCard) return 'testCard'
  return screen.identify ? 'identify' : 'lags'
}

/** A seat that would rather not answer, and whom it names. */
export type Pass = { key: string; screenId: string; toSpeakerId: string | null; at: string }

/** What speakers ask for and nobody has decided yet, the latest first. */
export function passesOf(
  question: Pick<DeskQuestion, 'id' | 'leadSpeakerId'>,
  receipts: readonly ScreenReceipt[],
  settled: ReadonlySet<string>,
): Pass[] {
  return receipts
    .flatMap(({ screenId, passed }) =>
      passed
        .filter(({ questionId }) => questionId === question.id)
        .map(({ toSpeakerId, at }) => ({
          key: [screenId, question.id, toSpeakerId, at].join(' '),
          screenId,
          toSpeakerId,
          at,
        })),
    )
    .filter(pass => !settled.has(pass.key))
    .filter(pass => pass.toSpeakerId === null || pass.toSpeakerId !== question.leadSpeakerId)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
