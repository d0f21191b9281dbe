import type { Slip } from '../slip.js'
import { useOutbox, useUnsent } from './OutboxProvider.js'
import { UNNOTICED_MS, inOrder } from './stages.js'

/** What is spoken of: on its way for longer than a moment, come back, or with nobody at it. */
export function useUnsentRows(): { waiting: Slip[]; refused: Slip[]; left: Slip[] } {
  const outbox = useOutbox()
  const { slips, at } = useUnsent()
  return {
    waiting: inOrder(slips).filter(slip => at - slip.order > UNNOTICED_MS || slip.failures > 0),
    refused: slips.filter(slip => slip.stage === 'refused').toSorted((a, b) => a.order - b.order),
    left: slips.filter(outbox.isLeft).toSorted((a, b) => a.takenAt.localeCompare(b.takenAt)),
  }
}
