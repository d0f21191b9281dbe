import { VisuallyHidden } from '@mantine/core'
import { useLiveState } from '../live/LiveProgram.js'
import { FullscreenPrompt } from './FullscreenPrompt.js'
import { LineMark } from './LineMark.js'
import { ScreenPicture } from './ScreenPicture.js'
import { useReceipts } from './useReceipts.js'

/** A paired screen, which says what it has painted. Around an overlay there is nothing: it is on television. */
export function ScreenView() {
  const { me } = useLiveState()
  useReceipts()
  if (!me) return null
  if (me.kind === 'overlay') return <ScreenPicture />
  return (
    <>
      <VisuallyHidden component="h1">{me.label}</VisuallyHidden>
      <ScreenPicture />
      <LineMark />
      <FullscreenPrompt />
    </>
  )
}
