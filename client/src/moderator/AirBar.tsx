import { useState } from 'react'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './AirBar.module.css'
import { AirSide } from './AirSide.js'
import { CorrectOnAir } from './CorrectOnAir.js'
import { FaceCard } from './FaceCard.js'
import { NowMoves } from './NowMoves.js'
import { PassNote } from './PassNote.js'
import { ReceiptLine } from './ReceiptLine.js'
import { usePasses } from './usePasses.js'

type Props = { now: DeskQuestion | undefined; next: DeskQuestion | undefined }

/** What is on air and what comes next, as the screens show it, and the keys that change it. */
export function AirBar({ now, next }: Props) {
  const passes = usePasses(now)
  // Outlives its question's leaving the air, which is the first step of correcting it.
  const [correcting, setCorrecting] = useState<DeskQuestion | null>(null)
  return (
    <div className={classes.bar}>
      <FaceCard place="now" question={now}>
        {now && (
          <>
            <ReceiptLine question={now} />
            <PassNote question={now} keys />
            <NowMoves key={now.id} now={now} correct={() => setCorrecting(now)} />
          </>
        )}
      </FaceCard>
      <FaceCard place="next" question={next}>
        {next && (
          <>
            <ReceiptLine question={next} />
            <PassNote question={next} keys={passes.length === 0} />
          </>
        )}
      </FaceCard>
      <AirSide now={now} next={next} />
      {correcting && <CorrectOnAir question={correcting} close={() => setCorrecting(null)} />}
    </div>
  )
}
