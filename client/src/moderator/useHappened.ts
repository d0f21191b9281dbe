import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../live/live-connection.js'
import { useConnection } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import { didWhat } from './did-what.js'
import { useDesk } from './moderator-desk.js'

/** What somebody else did with the question while it was open here: "duyet2 đã sửa lúc 09:14:05". */
export function useHappened(question: DeskQuestion): string | null {
  const { t } = useTranslation()
  const { moves } = useDesk()
  const connection = useConnection()
  const [happened, setHappened] = useState<string | null>(null)
  const seen = useRef(question.version)
  useEffect(() => {
    if (question.version === seen.current) return
    seen.current = question.version
    const live = connection.current()
    const { by, type } = live.data?.cause ?? {}
    const time = clockTime(serverNow(live))
    setHappened(
      by && type
        ? t('card.happened', { name: by.name, what: didWhat(type, t), time })
        : t('moderator.corrected'),
    )
  }, [connection, question.version, t])
  return happened !== null && !moves.isOwn(question) ? happened : null
}
