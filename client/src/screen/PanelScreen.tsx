import { useLiveState } from '../live/LiveProgram.js'
import { Clocks } from './Clocks.js'
import { Idle } from './Idle.js'
import { NextLine } from './NextLine.js'
import { QuestionFace } from './QuestionFace.js'
import { Stage } from './Stage.js'
import { approvedOf, isRunning, nowOf } from './shown.js'

/** For the whole studio: NOW, and NEXT in grey. Between two questions NEXT stands large in NOW's place. */
export function PanelScreen() {
  const state = useLiveState()
  const now = nowOf(state)
  const approved = approvedOf(state)
  const question = now ?? approved[0]
  if (!question || !isRunning(state)) return <Idle />
  const after = now ? approved : approved.slice(1)
  return (
    <Stage>
      <QuestionFace
        question={question}
        variant={now ? 'now' : 'next'}
        speakers={state.speakers}
        aside={<Clocks now={now} />}
      />
      <NextLine next={now && after[0]} after={now ? Math.max(0, after.length - 1) : after.length} />
    </Stage>
  )
}
