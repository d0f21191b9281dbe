import type { QuestionState } from '#protocol/question.js'

/** A state is a word, a shape and a colour: these are the shapes and the colours. */
export const stateShape: Record<QuestionState, { shape: string; color: string }> = {
  pending: { shape: '…', color: 'dimmed' },
  returned: { shape: '↩', color: 'orange.4' },
  approved: { shape: '✓', color: 'blue.4' },
  on_air: { shape: '●', color: 'red.4' },
  answered: { shape: '✓', color: 'green.4' },
  follow_up: { shape: '⇢', color: 'dimmed' },
  merged: { shape: '⊂', color: 'dimmed' },
  rejected: { shape: '⊘', color: 'dimmed' },
  advised: { shape: '☎', color: 'dimmed' },
  diverted: { shape: '⌂', color: 'dimmed' },
}
