import type { ReactNode } from 'react'
import classes from './Stage.module.css'

type Props = {
  className?: string | undefined
  /** Above the picture, which gives way to it. */
  notice?: ReactNode
  children: ReactNode
}

/** The ground a screen's picture stands on, of any size; texts fit themselves to it. */
export function Stage({ className = '', notice, children }: Props) {
  return (
    <div className={classes.stage} data-stage="">
      {notice}
      <div className={`${classes.inside} ${className}`}>{children}</div>
    </div>
  )
}
