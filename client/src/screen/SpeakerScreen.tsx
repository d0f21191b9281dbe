import { useLiveState } from '../live/LiveProgram.js'
import { Answers } from './Answers.js'
import { type Large, NowAndList } from './NowAndList.js'
import { partOf } from './shown.js'

/** For one seat, which answers to what it reads. */
export const SpeakerScreen = () => <NowAndList Foot={SeatAnswers} />

/** Whoever sits here has read it; only what is this seat's, or led by nobody yet, may be passed to another. */
function SeatAnswers({ question }: Large) {
  const seat = useLiveState().me?.speakerId ?? null
  const mayPass = question.leadSpeakerId === null || partOf(question, seat) !== undefined
  return <Answers question={question} mayPass={mayPass} />
}
