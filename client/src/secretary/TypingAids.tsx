import { useDeferredValue, useMemo, useState } from 'react'
import type { DeskQuestion } from '../questions/columns.js'
import { useSimilar } from '../questions/useSimilar.js'
import { DenunciationHint } from './DenunciationHint.js'
import { SimilarPanel } from './SimilarPanel.js'
import classes from './TypingAids.module.css'
import { askable } from './denouncing/askable.js'
import { soundsLikeDenunciation } from './denunciation.js'

type Props = {
  text: string
  phone: string
  /** A dialog has the keyboard, or the slip is on its way: no key of these is taken. */
  idle: boolean
  onJoin: (lead: DeskQuestion) => void
  onDivert: () => void
}

/**
 * What helps while a call is taken down: who asked the same, or, when it sounds like a denunciation, what to read out.
 * It has the room that the slip leaves and keeps it, so that nothing moves under a hand.
 */
export function TypingAids({ text, phone, idle, onJoin, onDivert }: Props) {
  const said = useDeferredValue(text)
  const denouncing = useMemo(() => soundsLikeDenunciation(said), [said])
  const unnamed = useMemo(() => askable(said), [said])
  const [dismissed, setDismissed] = useState(false)
  const asked = dismissed ? said : unnamed
  const similar = useSimilar(idle ? '' : (asked ?? ''), idle || asked === null ? '' : phone)
  if (dismissed && text.trim() === '') setDismissed(false)
  return (
    <div className={classes.room}>
      {denouncing && !dismissed ? (
        <DenunciationHint idle={idle} onDivert={onDivert} onDismiss={() => setDismissed(true)} />
      ) : (
        <SimilarPanel similar={similar ?? []} idle={idle} onJoin={onJoin} />
      )}
    </div>
  )
}
