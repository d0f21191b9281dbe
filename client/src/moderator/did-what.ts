import type { TFunction } from 'i18next'

/** What the ledger has a word for, of those things that happen to a question. */
const KNOWN = [
  'logged',
  'revised',
  'returned',
  'resubmitted',
  'approved',
  'withdrawn',
  'taken',
  'recalled',
  'answered',
  'deferred',
  'merged',
  'split',
  'rejected',
  'restored',
  'advised',
  'diverted',
  'undone',
  'ordered',
  'answer_noted',
] as const
type Known = (typeof KNOWN)[number]

/** "đã duyệt", for `question.approved`. */
export function didWhat(type: string, t: TFunction): string {
  const event = type.replace(/^question\./, '')
  return t(`card.did.${KNOWN.includes(event as Known) ? (event as Known) : 'something'}`)
}
