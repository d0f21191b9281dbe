import { NativeSelect, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { QuestionState } from '#protocol/question.js'
import { useCommand } from '../commands/useCommand.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import type { LiveState } from '../live/live-state.js'
import { approved, done, onAir, waiting } from '../questions/columns.js'
import { AirBar } from './AirBar.js'
import { Column } from './Column.js'
import { Counters } from './Counters.js'
import classes from './ModeratorDesk.module.css'
import { ServerClock } from './ServerClock.js'
import { TakeAsked } from './TakeAsked.js'
import { DeskContext, type ModeratorDesk as Desk, type Open } from './moderator-desk.js'
import { useEditing, useEditors } from '../live/useEditing.js'
import { useKeys } from '../ui/useKeys.js'
import { useDrafts } from './useDraft.js'
import { useMoves } from './useMoves.js'
import { useTake } from './useTake.js'
import { useWalkIn } from './walk.js'

const DONE: QuestionState[] = ['answered', 'follow_up', 'returned', 'merged', 'rejected', 'advised']

/** The moderator's desk: what is on air and next, and every question by what is to be done with it. */
export default function ModeratorDesk() {
  useWalkIn()
  const { t } = useTranslation()
  const state = useLiveState()
  const moves = useMoves()
  const [open, setOpen] = useState<Open>(null)
  const [filter, setFilter] = useState<QuestionState | ''>('')
  const { take, asked, answerAsked } = useTake(moves)
  useEditing(open?.id ?? null)
  const editors = useEditors()
  const { toTop, onCardKey } = useOrder()
  useKeys([['Alt+Z', moves.undo]])

  const { questions, speakers } = state
  const program = state.program as Program
  // Receipts and people change the state many times a second; the columns are the questions' alone.
  const columns = useMemo(() => {
    const alone = { questions } as LiveState
    return { waiting: waiting(alone), approved: approved(alone), done: done(alone), now: onAir(alone) }
  }, [questions])
  const filtered = useMemo(
    () => (filter ? columns.done.filter(question => question.state === filter) : columns.done),
    [columns, filter],
  )
  const answered = useMemo(() => columns.done.filter(question => question.state === 'answered'), [columns])
  const desk = useMemo<Desk>(
    () => ({
      program,
      speakers: [...speakers.values()].toSorted((a, b) => a.seat - b.seat),
      moves,
      take,
      setOpen,
    }),
    [program, speakers, moves, take],
  )

  if (open && !questions.has(open.id)) setOpen(null)
  const drafts = useDrafts()
  useEffect(() => drafts.forgetErased(questions), [drafts, questions])

  return (
    <DeskContext value={desk}>
      <ServerClock>
        <main className={classes.desk}>
          <VisuallyHidden component="h1">{t('desk.moderator')}</VisuallyHidden>
          <Counters waiting={columns.waiting} approved={columns.approved.length} answered={answered} />
          <AirBar now={columns.now} next={columns.approved[0]} />
          <div className={classes.columns} data-open={open?.column}>
            <Column name="waiting" live={columns.waiting} open={open} editors={editors} toTop={toTop} />
            <Column
              name="approved"
              live={columns.approved}
              open={open}
              editors={editors}
              toTop={toTop}
              onCardKey={onCardKey}
            />
            <Column
              key={filter}
              name="done"
              live={filtered}
              open={open}
              editors={editors}
              toTop={toTop}
              tools={
                <NativeSelect
                  size="xs"
                  className={classes.filter}
                  aria-label={t('moderator.filter')}
                  value={filter}
                  onChange={event => setFilter(event.currentTarget.value as QuestionState | '')}
                  data={[
                    { value: '', label: t('moderator.allStates') },
                    ...DONE.map(one => ({ value: one, label: t(`state.${one}`) })),
                  ]}
                />
              }
            />
          </div>
        </main>
        <TakeAsked asked={asked} answer={answerAsked} />
      </ServerClock>
    </DeskContext>
  )
}

/** Moves a card of the running order by key, as the order is at that moment. */
function useOrder() {
  const connection = useConnection()
  const send = useCommand()
  const put = useCallback(
    (questionId: string, place: (from: number) => number) => {
      const data = connection.current().data
      if (!data) return
      const ids = approved(data).map(question => question.id)
      const from = ids.indexOf(questionId)
      const to = Math.max(0, Math.min(ids.length - 1, place(from)))
      if (from < 0 || to === from) return
      const after = ids.filter(id => id !== questionId)[to - 1] ?? null
      void send('POST', paths.order(data.programId), { questionId, after })
    },
    [connection, send],
  )
  const toTop = useCallback((questionId: string) => put(questionId, () => 0), [put])
  const onCardKey = useCallback(
    (event: KeyboardEvent, questionId: string) => {
      const place = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity }[event.key]
      if (place === undefined) return
      event.preventDefault()
      put(questionId, from => from + place)
    },
    [put],
  )
  return { toTop, onCardKey }
}
