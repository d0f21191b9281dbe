import type { ScreenReceipt } from '#protocol/live.js'
import type { ScreenQuestion } from '#protocol/question.js'
import type { LiveState } from '../live/live-state.js'
import { isRunning, nowOf, onGlass } from '../screen/shown.js'

/** What a screen's large question is, given what it is sent; nothing where it is dark, tested or asked for its name. */
export function largeOn(sent: LiveState): ScreenQuestion | undefined {
  const { me, program } = sent
  if (!me || program.blank || me.testCard || me.identify) return undefined
  if (me.kind !== 'overlay') return onGlass(sent)?.question
  return isRunning(sent) && program.mode === 'air' ? nowOf(sent) : undefined
}

export type LinkQuality =
  | { state: 'away' }
  /** It has not said yet that it shows what it should. */
  | { state: 'behind'; number: number }
  /** `took`: milliseconds from the take to the glass, where that can be told. */
  | { state: 'right'; took: number | undefined }

/** Longer than this is no time of a line any more: the screen was switched on later. Milliseconds. */
const LATE_MS = 10_000

/** How good the line to a screen is: whether somebody is there, shows what it should, and how soon it did. */
export function linkQuality(
  receipt: ScreenReceipt | undefined,
  large: ScreenQuestion | undefined,
): LinkQuality {
  if (!receipt?.connected) return { state: 'away' }
  if (!large) return { state: 'right', took: undefined }
  const painted = receipt.painted.find(
    ({ questionId, version }) => questionId === large.id && version === large.version,
  )
  if (!painted) return { state: 'behind', number: large.number }
  const took = large.onAirSince ? Date.parse(painted.at) - Date.parse(large.onAirSince) : undefined
  return { state: 'right', took: took !== undefined && took >= 0 && took < LATE_MS ? took : undefined }
}
