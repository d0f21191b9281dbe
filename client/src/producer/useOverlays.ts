import { paths } from '#protocol/paths.js'
import type { Screen } from '#protocol/screen.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { onAir } from '../questions/columns.js'

/** One key for television: off every overlay if anything stands on one, else the question on air onto all of them. */
export function useOverlays(screens: Screen[]): () => void {
  const send = useCommand()
  const now = onAir(useLiveState())
  const overlays = screens.filter(screen => screen.kind === 'overlay')
  const cued = overlays.filter(screen => screen.shownQuestionId !== null)
  return () => {
    const turned = cued.length > 0 ? cued : now ? overlays : []
    const shownQuestionId = cued.length > 0 ? null : now?.id
    for (const { id } of turned) void send('PATCH', paths.screen(id), { shownQuestionId })
  }
}
