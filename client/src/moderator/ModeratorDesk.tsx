import { VisuallyHidden } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import type { QuestionState } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { AirBar } from './AirBar.js'
import { Column } from './Column.js'
import { Counters, Fits } from './Counters.js'
import { DeskSheets } from './DeskSheets.js'
import { DeskTools, type Sheet } from './DeskTools.js'
import { DoneFilter } from './DoneFilter.js'
import classes from './ModeratorDesk.module.css'
import { OrderColumn } from './OrderColumn.js'
import { ServerClock } from './ServerClock.js'
import { type Chosen, SpeakerFilter } from './SpeakerFilter.js'
import { TakeAsked } from './TakeAsked.js'
import { DeskContext, type ModeratorDesk as Desk, type Open } from './moderator-desk.js'
import { useEditing, useEditors } from '../live/useEditing.js'
import { useColumns } from './useColumns.js'
import { useDrafts } from './useDraft.js'
import { useDeskKeys } from './useDeskKeys.js'
import { useMoves } from './useMoves.js'
import { useOrder } from './useOrder.js'
import { useTake } from './useTake.js'
import { useWalkIn } from '../ui/walk.js'

/** The moderator's desk: what is on air and next, and every question by what is to be done with it. */
export default function ModeratorDesk() {
  useWalkIn()
  const { t } = useTranslation()
  const state = useLiveState()
  const moves = useMoves()
  const [open, setOpen] = useState<Open>(null)
  const [doneAs, setDoneAs] = useState<QuestionState | ''>('')
  const [whose, setWhose] = useState<Chosen>('all')
  const [sheet, setSheet] = useState<Sheet>(null)
  const { take, asked, answerAsked } = useTake(moves)
  useEditing(open?.id ?? null)
  const editors = useEditors()
  useDeskKeys([['Alt+Z', moves.undo]])

  const { questions, speakers } = state
  const program = state.program as Program
  const columns = useColumns(questions)
  const order = useOrder(columns.approved)
  const isWhose = useMemo(() => {
    const lead = whose === 'nobody' ? null : whose
    return (question: DeskQuestion) => whose === 'all' || question.leadSpeakerId === lead
  }, [whose])
  const ordered = useMemo(() => order.questions.filter(isWhose), [order.questions, isWhose])
  const done = useMemo(
    () => columns.done.filter(one => isWhose(one) && (!doneAs || one.state === doneAs)),
    [columns, isWhose, doneAs],
  )
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

  const { waiting, approved, answered, now } = columns
  return (
    <DeskContext value={desk}>
      <ServerClock>
        <main className={classes.desk}>
          <VisuallyHidden component="h1">{t('desk.moderator')}</VisuallyHidden>
          <div className={classes.bar}>
            <Counters waiting={waiting} approved={approved.length} answered={answered} now={now} />
            <DeskTools show={setSheet} />
          </div>
          <AirBar now={now} next={approved[0]} />
          <SpeakerFilter questions={columns.all} chosen={whose} choose={setWhose} />
          <div className={classes.columns} data-open={open?.column}>
            <Column name="waiting" live={waiting} open={open} editors={editors} />
            <OrderColumn
              order={order}
              shown={ordered}
              open={open}
              editors={editors}
              about={<Fits approved={approved.length} answered={answered} now={now} />}
            />
            <Column
              key={whose + doneAs}
              name="done"
              live={done}
              open={open}
              editors={editors}
              tools={<DoneFilter state={doneAs} choose={setDoneAs} />}
            />
          </div>
        </main>
        <TakeAsked asked={asked} answer={answerAsked} />
        <DeskSheets sheet={sheet} close={() => setSheet(null)} now={now} approved={approved} />
      </ServerClock>
    </DeskContext>
  )
}
