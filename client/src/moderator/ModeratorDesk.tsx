import { useLiveState } from '../live/LiveProgram.js'

export default function ModeratorDesk() {
  const state = useLiveState()
  return <main>{state.questions.size}</main>
}
