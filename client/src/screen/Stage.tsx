import type { ReactNode } from 'react'
import classes from './Stage.module.css'

/** The ground a screen's picture stands on, of any size; texts fit themselves to it. */
export function Stage({ className = '', children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.stage} data-stage="">
      <div className={`${classes.inside} ${className}`}>{children}</div>
    </div>
  )
}
