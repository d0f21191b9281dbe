import { Notice } from '../messages/Notice.js'
import { useLiveState } from '../live/LiveProgram.js'
import { Clocks } from './Clocks.js'
import { Idle } from './Idle.js'
import { NextLine } from './NextLine.js'
import { QuestionFace } from './QuestionFace.js'
import { Stage } from './Stage.js'
import { onGlass } from './shown.js'

/** For the whole studio: NOW, and NEXT in grey. Between two questions NEXT stands large in NOW's place. */
export function PanelScreen() {
  const state = useLiveState()
  const glass = onGlass(state)
  if (!glass) return <Idle />
  const { question, now, after } = glass
  return (
    <Stage notice={<Notice />}>
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
