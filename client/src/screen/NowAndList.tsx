import { type ComponentType, useMemo } from 'react'
import type { ScreenQuestion } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import { Notice } from '../messages/Notice.js'
import { ApprovedList } from './ApprovedList.js'
import { Clocks } from './Clocks.js'
import { Idle } from './Idle.js'
import classes from './NowAndList.module.css'
import { QuestionFace } from './QuestionFace.js'
import { Stage } from './Stage.js'
import { onGlass } from './shown.js'

/** The large question, and how many are approved and not answered yet. */
export type Large = { question: ScreenQuestion; left: number }

type Props = {
  /** Between the first line and the text of the large question. */
  Lead?: ComponentType<Large>
  /** Under it. */
  Foot: ComponentType<Large>
}

/** For one person: NOW large, and everything approved beside it, this seat's first. Before the show, NEXT and the list. */
export function NowAndList({ Lead, Foot }: Props) {
  const { questions, program, speakers, me } = useLiveState()
  // Pulses and receipts change no question: the list is not measured anew for them.
  const glass = useMemo(() => onGlass({ questions, program }), [questions, program])
  if (!glass) return <Idle />
  const { question, now, after } = glass
  const large = { question, left: after.length + (now ? 0 : 1) }
  return (
    <Stage className={classes.screen} notice={<Notice />}>
      <div className={classes.main}>
        <QuestionFace
          question={question}
          variant={now ? 'now' : 'next'}
          speakers={speakers}
          aside={<Clocks now={now} />}
          lead={Lead && <Lead {...large} />}
          foot={<Foot {...large} />}
        />
      </div>
      <ApprovedList approved={after} seat={me?.speakerId ?? null} nextId={now && after[0]?.id} />
    </Stage>
  )
}
