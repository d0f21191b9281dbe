import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Screen } from '#protocol/screen.js'
import type { Live } from '../live/live-connection.js'
import { LiveFrom, type LiveSource, useConnection } from '../live/LiveProgram.js'
import { ScreenPicture } from '../screen/ScreenPicture.js'
import classes from './Picture.module.css'
import { sentTo } from './sent-to.js'

/** The monitor that is drawn, in CSS pixels; the screen's own size is known to nobody but itself. */
const MONITOR = { width: 1280, height: 720 }

/** A small live picture of a screen: its own components, scaled, fed with what it is sent. To be looked at only. */
export function Picture({ screen, dim }: { screen: Screen; dim: boolean }) {
  const connection = useConnection()
  const source = useMemo(() => sourceFor(screen, connection), [screen, connection])
  const { ref, width } = useElementSize()
  return (
    <div
      ref={ref}
      className={dim ? `${classes.frame} ${classes.dim}` : classes.frame}
      data-kind={screen.kind}
      data-picture=""
      inert
      aria-hidden="true"
    >
      {width > 0 && (
        <div className={classes.monitor} style={{ ...MONITOR, transform: `scale(${width / MONITOR.width})` }}>
          <LiveFrom source={source}>
            <ScreenPicture />
          </LiveFrom>
        </div>
      )}
    </div>
  )
}

/** The desk's connection as this screen would have it: it hears the same and says nothing. */
function sourceFor(screen: Screen, { subscribe, current }: LiveSource): LiveSource {
  let from: Live | undefined
  let made: Live | undefined
  const see = (): Live => {
    const live = current()
    if (live === from) return made!
    const known = from?.data
    const changed =
      !known ||
      !live.data ||
      known.questions !== live.data.questions ||
      known.messages !== live.data.messages ||
      known.speakers !== live.data.speakers ||
      known.program !== live.data.program
    made = { ...live, data: changed ? live.data && sentTo(screen, live.data) : made?.data }
    from = live
    return made
  }
  return { subscribe, current: see, say: () => Promise.resolve({ ok: false }) }
}
