import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { span } from '../text/times.js'
import classes from './Pairing.module.css'
import { FullscreenPrompt } from './FullscreenPrompt.js'
import { Stage } from './Stage.js'
import { CODE_MS } from './identity.js'

type Props = {
  waiting: { code: string; askedAt: number }
  /** This browser was a screen until somebody took it away. */
  revoked: boolean
  onExpired: () => void
}

/** Six digits to be typed at the producer's desk, and the same as a QR code; anew when their ten minutes are over. */
export function Pairing({ waiting: { code, askedAt }, revoked, onExpired }: Props) {
  const { t } = useTranslation()
  const [now, setNow] = useState(() => Date.now())
  const left = askedAt + CODE_MS - now
  const expired = left <= 0

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (expired) onExpired()
  }, [expired, onExpired])

  return (
    <Stage className={classes.pairing}>
      <h1 className={classes.title}>{t('screen.pair')}</h1>
      {revoked && (
        <div className={classes.revoked} role="status">
          ■ {t('screen.revoked')}. {t('screen.revokedHow')}
        </div>
      )}
      <div className={classes.code}>
        {code.slice(0, 3)} {code.slice(3)}
      </div>
      <QRCodeSVG
        className={classes.qr}
        value={`${location.origin}/producer?code=${code}`}
        title={t('screen.pairAddress')}
        marginSize={2}
      />
      <div>{t('screen.pairHow')}</div>
      <div className={classes.quiet}>{t('screen.codeLeft', { time: span(left) })}</div>
      <FullscreenPrompt />
    </Stage>
  )
}

/** Dark, and a word if it takes long. */
export function Waiting({ words }: { words: string }) {
  return (
    <Stage>
      <div className={classes.late} role="status">
        {words}
      </div>
    </Stage>
  )
}
