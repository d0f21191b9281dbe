import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import classes from './Paper.module.css'

/** What is on paper when the page is printed, and only then: black on white, instead of everything on the screen. */
export const Paper = ({ children }: { children: ReactNode }) =>
  createPortal(<div className={classes.paper}>{children}</div>, document.body)
