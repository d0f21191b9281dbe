/** A press of a key that screens have to paint: a question as it was decided, and when that began here. */
export type Pressed = {
  press: Press
  revision: number
  questionId: string
  version: number
  /** Milliseconds that never go back. */
  at: number
}
export type Press = 'approve' | 'take'

/** What a screen says: the revision of its picture and every question that stands on it. */
export type Glass = {
  screenId: string
  /** The revision at which it joined: whatever is not later it was told in one piece, whenever it came. */
  joinedAt: number
  revision: number
  painted: readonly { questionId: string; version: number; place: string }[]
}

/** A browser that stood still for longer has lost its socket: it joins again, and is counted no more. */
const KEPT_MS = 15_000
const KEPT = 256

type Kept = Pressed & { seenBy: Set<string> }

/**
 * How long one programme's presses take to the glass. A press counts once for each screen that was there when it was
 * announced; one that was away and came back is told everything at once, which says nothing of speed.
 */
export class KeyToGlass {
  private readonly presses = new Map<number, Kept>()
  private taken: Kept | undefined

  pressed(pressed: Pressed): void {
    const kept = { ...pressed, seenBy: new Set<string>() }
    this.presses.set(pressed.revision, kept)
    if (pressed.press === 'take') this.taken = kept
    for (const [revision, { at }] of this.presses) {
      if (this.presses.size <= KEPT && pressed.at - at <= KEPT_MS) break
      this.presses.delete(revision)
    }
  }

  /** From now on nobody paints questions, whatever was pressed. */
  hidden(): void {
    this.presses.clear()
    this.taken = undefined
  }

  /** The press that a screen now shows for the first time, with the milliseconds that it took. */
  painted(glass: Glass, now: number): { press: Press; took: number } | undefined {
    const seen = this.presses.get(glass.revision) ?? this.skipped(glass)
    if (!seen || glass.joinedAt >= seen.revision || seen.seenBy.has(glass.screenId)) return undefined
    if (now - seen.at > KEPT_MS || !shows(glass, seen)) return undefined
    seen.seenBy.add(glass.screenId)
    return { press: seen.press, took: now - seen.at }
  }

  /**
   * A slow screen paints several revisions in one picture. What was taken has had to stand on it ever since; of what
   * was approved nobody knows here whether there was room for it.
   */
  private skipped({ revision }: Glass): Kept | undefined {
    return this.taken && this.taken.revision < revision ? this.taken : undefined
  }
}

const shows = ({ painted }: Glass, { press, questionId, version }: Pressed) =>
  painted.some(
    one =>
      one.questionId === questionId &&
      one.version === version &&
      (press === 'approve' || one.place === 'now'),
  )
