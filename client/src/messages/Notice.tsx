import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Event } from '#protocol/live.js'
import type { ScreenMessage } from '#protocol/message.js'
import { useConnection, useLiveState, useServerNow } from '../live/LiveProgram.js'
import classes from './Notice.module.css'
import { noticeOf } from './standing.js'

/** Longer ones are set smaller. Characters. */
const SHORT = 70

/** The gallery's word to this screen, above its picture. Whoever sits or stands there says that it was seen. */
export function Notice() {
  const { messages, me } = useLiveState()
  const now = useServerNow()
  const notice = noticeOf(messages.values() as Iterable<ScreenMessage>, now)
  if (!notice) return null
  return (
    <Standing key={notice.id} notice={notice} answerable={me?.kind === 'speaker' || me?.kind === 'host'} />
  )
}

function Standing({ notice, answerable }: { notice: ScreenMessage; answerable: boolean }) {
  const { t } = useTranslation()
  const connection = useConnection()
  const [failed, setFailed] = useState(false)

  async function see() {
    const ack = await connection
      .say(Event.answer, { messageId: notice.id, answer: 'seen' })
      .catch(() => undefined)
    setFailed(!(ack as { ok: boolean } | undefined)?.ok)
  }

  return (
    <div className={classes.notice} role="alert">
      <span className={classes.mark}>{t('messages.mark')}</span>
      <span className={[...notice.text].length > SHORT ? `${classes.text} ${classes.long}` : classes.text}>
        {notice.text}
      </span>
      {answerable && (
        <UnstyledButton className={classes.seen} onClick={() => void see()}>
          {t('messages.see')}
        </UnstyledButton>
      )}
      {failed && <span className={classes.mark}>▲ {t('screen.notSent')}</span>}
    </div>
  )
}
