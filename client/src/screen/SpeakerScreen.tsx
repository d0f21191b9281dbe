import { useLiveState } from '../live/LiveProgram.js'
import { Answers } from './Answers.js'
import { ApprovedList } from './ApprovedList.js'
import { Clocks } from './Clocks.js'
import { Idle } from './Idle.js'
import { QuestionFace } from './QuestionFace.js'
import { Stage } from './Stage.js'
import classes from './SpeakerScreen.module.css'
import { approvedOf, isRunning, nowOf, partOf } from './shown.js'

/** For one seat: NOW large, and everything approved beside it, this seat's first. Before the show, the list alone. */
export function SpeakerScreen() {
  const state = useLiveState()
  const seat = state.me?.speakerId ?? null
  const now = isRunning(state) ? nowOf(state) : undefined
  const approved = approvedOf(state)
  const question = now ?? approved[0]
  const early = state.program.phase === 'open'
  if (!question || !(isRunning(state) || early)) return <Idle />
  return (
    <Stage className={classes.speaker}>
      <div className={classes.main}>
        <QuestionFace
          question={question}
          variant={now ? 'now' : 'next'}
          speakers={state.speakers}
          aside={<Clocks now={now} />}
          foot={partOf(question, seat) && <Answers question={question} />}
        />
      </div>
      <ApprovedList approved={now ? approved : approved.slice(1)} seat={seat} nextId={approved[0]?.id} />
    </Stage>
  )
}
