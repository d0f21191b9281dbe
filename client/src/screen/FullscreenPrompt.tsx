import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FullscreenPrompt.module.css'

/** Less than this of the monitor in use: there is a frame of the browser around. */
const WHOLE = 0.97

const hasFrame = () =>
  document.fullscreenEnabled &&
  document.fullscreenElement === null &&
  window.innerHeight < WHOLE * window.screen.height

/** As long as somebody moves the pointer over a screen in a window: how it becomes the whole monitor. */
export function FullscreenPrompt() {
  const { t } = useTranslation()
  const [framed, setFramed] = useState(hasFrame)
  useEffect(() => {
    const look = () => setFramed(hasFrame())
    window.addEventListener('resize', look)
    document.addEventListener('fullscreenchange', look)
    return () => {
      window.removeEventListener('resize', look)
      document.removeEventListener('fullscreenchange', look)
    }
  }, [])
  return framed ? <div className={classes.prompt}>{t('screen.fill')}</div> : null
}
