import { useLiveState } from '../live/LiveProgram.js'
import { type FaceQuestion, QuestionFace } from '../screen/QuestionFace.js'
import { Stage } from '../screen/Stage.js'
import classes from './ScreenPicture.module.css'

type Props = { question: FaceQuestion; variant: 'now' | 'next' }

/** What a screen of 16:9 shows of a question, drawn by the screens' own component, only smaller. */
export function ScreenPicture({ question, variant }: Props) {
  const { speakers } = useLiveState()
  return (
    <div className={classes.picture}>
      <Stage>
        <QuestionFace question={question} variant={variant} speakers={speakers} />
      </Stage>
    </div>
  )
}
