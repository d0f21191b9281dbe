import { useLiveState } from '../live/LiveProgram.js'

export default function SecretaryDesk() {
  const state = useLiveState()
  return <main>{state.questions.size}</main>
}
