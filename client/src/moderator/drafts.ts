import type { DeskQuestion } from '../questions/columns.js'
import type { CallerDraft } from '../secretary/caller.js'

/** What a moderator has typed or chosen for a question and not sent yet. */
export type Draft = Partial<{
  wording: string
  leadSpeakerId: string
  supportingSpeakerIds: string[]
  topicId: string
  /** A correction of what was taken down. */
  logged: { verbatim: string; caller: CallerDraft }
}>

/** A draft as it is kept: over which version of the question, and when it was last touched. */
export type KeptDraft = Draft & { version?: number; at?: number }

/** Longer than any programme and its closing; what a moderator left behind is then gone. Milliseconds. */
const KEPT_MS = 7 * 24 * 60 * 60_000
const EVERY = 'draft:'

/** What of a browser's store is used; its own keys are what it holds. */
type Store = {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
  removeItem: (key: string) => void
}

/** The drafts of one account for one programme, in this browser. A full or forbidden store stops nobody from typing. */
export class Drafts {
  private readonly shelf: string
  private readonly memory = new Map<string, KeptDraft>()

  constructor(
    private readonly storage: Store,
    accountId: string,
    programId: string,
    private readonly now: () => number = Date.now,
  ) {
    this.shelf = `${EVERY}${accountId}:${programId}:`
    for (const key of this.keys(EVERY)) {
      const { at } = this.parse(key)
      if (!at || at < now() - KEPT_MS) storage.removeItem(key)
    }
  }

  of(questionId: string): KeptDraft {
    return this.memory.get(questionId) ?? this.parse(this.shelf + questionId)
  }

  keep(questionId: string, draft: KeptDraft): void {
    const kept = { ...draft, at: this.now() }
    this.memory.set(questionId, kept)
    try {
      this.storage.setItem(this.shelf + questionId, JSON.stringify(kept))
    } catch {
      return
    }
  }

  forget(questionId: string): void {
    this.memory.delete(questionId)
    this.storage.removeItem(this.shelf + questionId)
  }

  /** A question that was diverted is erased everywhere, here too. */
  forgetErased(questions: ReadonlyMap<string, unknown>): void {
    for (const key of this.keys(this.shelf)) {
      const questionId = key.slice(this.shelf.length)
      if (!questions.has(questionId)) this.forget(questionId)
    }
  }

  private keys(beginning: string): string[] {
    return Object.keys(this.storage).filter(key => key.startsWith(beginning))
  }

  private parse(key: string): KeptDraft {
    try {
      return (JSON.parse(this.storage.getItem(key) ?? '{}') ?? {}) as KeptDraft
    } catch {
      return {}
    }
  }
}

/** What a card shows: the draft over the question as it is. */
export const drafted = (question: DeskQuestion, draft: Draft) => ({
  wording: draft.wording ?? question.wording ?? question.verbatim ?? '',
  leadSpeakerId: draft.leadSpeakerId ?? question.leadSpeakerId,
  supportingSpeakerIds: draft.supportingSpeakerIds ?? question.supportingSpeakerIds,
  topicId: draft.topicId ?? question.topicId,
})

/** Whether what was drafted is of an older version of the question, and says something else than it now does. */
export function conflicts(question: DeskQuestion, draft: KeptDraft): boolean {
  if (draft.version === undefined || draft.version === question.version) return false
  const now = drafted(question, {})
  const mine = drafted(question, draft)
  const logged = draft.logged !== undefined && draft.logged.verbatim !== question.verbatim
  return logged || JSON.stringify(mine) !== JSON.stringify(now)
}
