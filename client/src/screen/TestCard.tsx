import { useViewportSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ScreenMe } from '#protocol/screen.js'
import { useLive } from '../live/LiveProgram.js'
import { signedSpan } from '../text/times.js'
import { Stage } from './Stage.js'
import classes from './TestCard.module.css'

const MARKS = 'Ẫ Ễ Ợ Ự ẨỂ'
/** The sizes that matter, as shares of the height. */
const SIZES = [
  ['huge', ''],
  ['large', ''],
  ['legible', '3,7 %'],
  ['smallest', '2,6 %'],
] as const

/** Edges, greys, sizes and stacked marks, with the screen's name: what a monitor cuts off is seen before the show. */
export function TestCard({ me }: { me: ScreenMe }) {
  const { t } = useTranslation()
  const { width, height } = useViewportSize()
  const { clockAhead } = useLive()
  return (
    <Stage className={classes.card}>
      <div className={classes.name}>{me.label}</div>
      <div>
        {t(`screen.kind.${me.kind}`)}
        <span className={classes.here}>
          {` · ${width} × ${height} · ${window.devicePixelRatio}× · ${t('screen.clockAhead', { time: signedSpan(clockAhead) })}`}
        </span>
      </div>
      {SIZES.map(([size, share]) => (
        <div key={size} className={`${classes.marks} ${classes[size]}`}>
          {MARKS} {share}
        </div>
      ))}
      <div className={classes.bars} aria-hidden="true">
        {Array.from({ length: 6 }, (_, index) => (
          <span key={index} />
        ))}
      </div>
    </Stage>
  )
}
