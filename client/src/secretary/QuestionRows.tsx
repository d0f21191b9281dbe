import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { useEditors } from '../live/useEditing.js'
import { type DeskQuestion, approved } from '../questions/columns.js'
import { walk } from '../ui/walk.js'
import { CorrectionForm } from './CorrectionForm.js'
import classes from './List.module.css'
import { QuestionDetails } from './QuestionDetails.js'
import { QuestionRow } from './QuestionRow.js'
import { moreOf, reasonOf } from './row-words.js'
import type { useCorrection } from './useCorrection.js'
import type { RowActs } from './useRowActs.js'
import { useHand, useStill } from './useStill.js'

type Props = {
  live: readonly DeskQuestion[]
  view: string
  firstId: string | undefined
  correcting: ReturnType<typeof useCorrection>
  acts: RowActs
  detailsId: string | null
  setDetailsId: (id: string | null) => void
  onOpen: (question: DeskQuestion) => void
  onDone: () => void
}

/** The rows, walked with the arrows. They stand still while a hand is on them. */
export function QuestionRows(props: Props) {
  const { live, view, firstId, correcting, acts, detailsId, setDetailsId, onDone } = props
  const { t } = useTranslation()
  const state = useLiveState()
  const editors = useEditors()
  const [focused, setFocused] = useState('')
  const hand = useHand()
  const { shown, news, release } = useStill({ live, questions: state.questions, held: hand.held, view })
  const zone = useRef<HTMLDivElement>(null)

  const places = useMemo(() => new Map(approved(state).map((one, index) => [one.id, index + 1])), [state])
  const program = state.program as Program
  const topics = useMemo(() => new Map(program.topics.map(({ id, name }) => [id, name])), [program])

  // The same function for ever, so that a row is drawn again only for what it shows.
  const latest = useRef(props.onOpen)
  useEffect(() => void (latest.current = props.onOpen))
  const [onOpen] = useState(() => (question: DeskQuestion) => latest.current(question))

  const open = correcting.question
  // What is open stays in sight, whatever is searched for.
  const rows = open && !shown.some(one => one.id === open.id) ? [open, ...shown] : shown
  const currentId = rows.some(one => one.id === focused) ? focused : rows[0]?.id

  const cardOf = (id: string) => zone.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const target = event.target as HTMLElement
    const id = target.closest('li')?.dataset['question']
    const question = id && (state.questions.get(id) as DeskQuestion | undefined)
    if (!question || question.id === open?.id) return
    if (event.key === 'Escape' && detailsId === id) {
      setDetailsId(null)
      cardOf(id)?.focus()
    } else if (event.altKey && event.code === 'KeyI') {
      event.preventDefault()
      setDetailsId(detailsId === id ? null : id)
      cardOf(id)?.focus()
    } else if (!acts.onKey(event, question) && target.dataset['card'] && !event.altKey) walk(event)
  }

  return (
    <div ref={zone} {...hand.on}>
      {news > 0 && (
        <Button
          className={classes.news}
          size="compact-sm"
          variant="outline"
          onClick={() => {
            release()
            setTimeout(() => zone.current?.querySelector<HTMLElement>('[data-card]')?.focus())
          }}
        >
          {t('moderator.news', { count: news })} ↓
        </Button>
      )}
      <ul
        className={classes.rows}
        aria-labelledby="list-title"
        onKeyDown={onKeyDown}
        onFocus={event => setFocused(event.target.closest('li')?.dataset['question'] ?? '')}
      >
        {rows.map(question => (
          <QuestionRow
            key={question.id}
            question={question}
            more={moreOf(question, { state, place: places.get(question.id), t })}
            reason={reasonOf(question, program)}
            topic={question.topicId ? topics.get(question.topicId) : undefined}
            editors={editors.get(question.id)}
            current={question.id === currentId}
            first={question.id === firstId}
            onOpen={onOpen}
          >
            {correcting.correction?.questionId === question.id ? (
              <CorrectionForm
                correction={correcting.correction}
                question={question}
                sending={correcting.sending}
                onChange={correcting.change}
                onSend={async () => {
                  if (await correcting.send()) onDone()
                }}
                onClose={() => {
                  correcting.close()
                  onDone()
                }}
              />
            ) : question.id === detailsId ? (
              <QuestionDetails question={question} acts={acts} />
            ) : undefined}
          </QuestionRow>
        ))}
      </ul>
    </div>
  )
}
