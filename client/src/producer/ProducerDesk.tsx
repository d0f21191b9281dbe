import { useLiveState } from '../live/LiveProgram.js'

export default function ProducerDesk() {
  const state = useLiveState()
  return <main>{state.questions.size}</main>
}
