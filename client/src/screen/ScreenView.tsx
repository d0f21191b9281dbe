import { VisuallyHidden } from '@mantine/core'
import { useLiveState } from '../live/LiveProgram.js'
import { HostScreen } from './HostScreen.js'
import { Blank, Identify } from './Idle.js'
import { LineMark } from './LineMark.js'
import { Overlay } from './Overlay.js'
import { PanelScreen } from './PanelScreen.js'
import { SpeakerScreen } from './SpeakerScreen.js'
import { TestCard } from './TestCard.js'
import { useReceipts } from './useReceipts.js'

const KINDS = { panel: PanelScreen, speaker: SpeakerScreen, host: HostScreen }

/** A paired screen: what its kind paints, unless it is dark, tested or asked for its name. */
export function ScreenView() {
  const { me, program } = useLiveState()
  useReceipts()
  if (!me) return null
  if (me.kind === 'overlay') return <Overlay />
  if (program.blank) return <Blank />
  const Kind = KINDS[me.kind]
  return (
    <>
      <VisuallyHidden component="h1">{me.label}</VisuallyHidden>
      {me.testCard ? <TestCard me={me} /> : me.identify ? <Identify label={me.label} /> : <Kind />}
      <LineMark />
    </>
  )
}
