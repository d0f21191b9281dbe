import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { type Order, arranged, putAfter } from '../questions/running-order.js'
import { Refused, askServer } from '../session/ask-server.js'

/** What was asked for here, shown until the revision that holds it is here too. */
type Asked = { order: Order; until: number }

export type RunningOrder = {
  /** As it stands, with what was asked for here already in its place. */
  questions: readonly DeskQuestion[]
  /** Puts a question right after another, or first. Said aloud; what is refused is said too, and nothing changed. */
  put: (questionId: string, after: string | null) => void
  /** The latest change from here, in words, for whoever does not see it. */
  said: string
}

/** The running order and how it is changed from here: one command for each change, one after another. */
export function useOrder(approved: readonly DeskQuestion[]): RunningOrder {
  const { t } = useTranslation()
  const { programId, revision } = useLiveState()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [said, setSaid] = useState('')
  const queue = useRef(Promise.resolve())
  const underway = useRef(0)

  if (asked && asked.until <= revision) setAsked(null)
  const questions = useMemo(() => {
    if (!asked) return approved
    const known = new Map(approved.map(question => [question.id, question]))
    return arranged([...known.keys()], asked.order).map(id => known.get(id)!)
  }, [approved, asked])
  // A second press before the first is drawn goes on from where the first has put it.
  const latest = useRef(questions)
  useEffect(() => {
    latest.current = questions
  }, [questions])

  const put = useCallback(
    (questionId: string, after: string | null) => {
      const before = latest.current.map(({ id }) => id)
      const order = putAfter(before, questionId, after)
      const question = latest.current.find(({ id }) => id === questionId)
      if (!question) return
      const { number } = question
      const stays = order.every((id, place) => id === before[place])
      // A neighbour that has left meanwhile is named all the same: the server says what became of it.
      if (stays && (after === null || before.includes(after))) return
      setAsked({ order, until: Infinity })
      setSaid(t('order.placed', { number, place: order.indexOf(questionId) + 1, count: order.length }))
      underway.current += 1
      queue.current = queue.current.then(async () => {
        const outcome = await send(paths.order(programId), { questionId, after })
        underway.current -= 1
        if (outcome instanceof Refused) {
          setAsked(null)
          const words = outcome.code === 'question.move_not_possible' ? t('order.gone', { number }) : ''
          setSaid([outcome.message, words].filter(Boolean).join(' '))
          notifications.show({
            color: 'red',
            title: outcome.message,
            message: words,
            autoClose: 8000,
            closeButtonProps: { 'aria-label': t('moderator.dismiss') },
          })
        } else if (underway.current === 0)
          setAsked(now => now && { order: now.order, until: outcome.revision })
      })
    },
    [programId, t],
  )
  return { questions, put, said }
}

const send = (path: string, command: { questionId: string; after: string | null }) =>
  askServer<{ revision: number }>('POST', path, { id: newId(), ...command }).catch((error: unknown) => {
    if (error instanceof Refused) return error
    throw error
  })
