import { useLiveState } from '../live/LiveProgram.js'
import { HostScreen } from './HostScreen.js'
import { Blank, Identify } from './Idle.js'
import { Overlay } from './Overlay.js'
import { PanelScreen } from './PanelScreen.js'
import { SpeakerScreen } from './SpeakerScreen.js'
import { TestCard } from './TestCard.js'

const KINDS = { panel: PanelScreen, speaker: SpeakerScreen, host: HostScreen }

/** What a screen's kind paints, unless it is dark, tested or asked for its name. */
export function ScreenPicture() {
  const { me, program } = useLiveState()
  if (!me) return null
  if (me.kind === 'overlay') return <Overlay />
  if (program.blank) return <Blank />
  if (me.testCard) return <TestCard me={me} />
  if (me.identify) return <Identify label={me.label} />
  const Kind = KINDS[me.kind]
  return <Kind />
}
