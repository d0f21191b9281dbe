import { useTranslation } from 'react-i18next'
import { useLive, useServerNow } from '../live/LiveProgram.js'
import { clockTime, span } from '../text/times.js'
import classes from './LineMark.module.css'

/** "Mất kết nối 00:14 · bản lúc 09:31:05": small, in a corner; the last picture stays. */
export function LineMark() {
  const { t } = useTranslation()
  const { link, data } = useLive()
  const now = useServerNow()
  if (link.state !== 'lost' || !data) return null
  return (
    <div className={classes.mark} role="status">
      ▲{' '}
      {t('screen.lost', {
        time: span(now - link.since),
        at: clockTime(link.since + data.program.clockOffsetMs),
      })}
    </div>
  )
}
