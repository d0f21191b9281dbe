import { Alert, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditors } from '../live/useEditing.js'
import type { DeskQuestion } from '../questions/columns.js'
import { AnswerNote } from './AnswerNote.js'
import { Answerers } from './Answerers.js'
import { CardAbout } from './CardAbout.js'
import { Conflict } from './Conflict.js'
import { useSimilar } from '../questions/useSimilar.js'
import { LikelyDuplicates } from './LikelyDuplicates.js'
import { MoveButtons } from './MoveButtons.js'
import classes from './OpenCard.module.css'
import { PassNote } from './PassNote.js'
import { Preview } from './Preview.js'
import { PrivateNumbers } from './PrivateNumbers.js'
import { Sorting } from './Sorting.js'
import { Verbatim } from './Verbatim.js'
import { WordingField } from './WordingField.js'
import { conflicts } from './drafts.js'
import { cardIntoView } from './intoView.js'
import { useDesk } from './moderator-desk.js'
import type { Move, Outcome } from './useMoves.js'
import { useHappened } from './useHappened.js'
import { useWording } from './useWording.js'

/** States in which the wording and who answers are the moderator's to change. */
const OPEN_TO_WORDING = new Set(['pending', 'returned', 'approved'])

/** The opened card: the words as logged and the words for the air side by side, who answers, and the moves. */
export function OpenCard({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { moves, setOpen, take } = useDesk()
  const wording = useWording(question)
  const { draft, shown, change, rebase, forget, numbers, sendable } = wording
  const [sending, setSending] = useState(false)
  const happened = useHappened(question)
  const similar = useSimilar(question.verbatim ?? '', question.caller?.phone?.typed, question.id)
  const editable = OPEN_TO_WORDING.has(question.state)
  const own = moves.isOwn(question)
  const differs = conflicts(question, draft)
  const conflict = differs && !own && !sending

  const hindrance = conflict ? 'conflict' : numbers.length > 0 ? 'numbers' : sendable ? null : 'words'

  // Typed over a version that I changed myself, or that says the same: it stands over the present one.
  const behind = draft.version !== undefined && draft.version !== question.version
  useEffect(() => {
    if (behind && !sending && (own || !differs)) rebase()
  }, [behind, sending, own, differs, rebase])

  async function settled(asked: Promise<Outcome>): Promise<boolean> {
    setSending(true)
    const outcome = await asked
    setSending(false)
    return outcome === 'done'
  }

  /** Made, and the hand goes on to the next card. */
  async function leave(asked: Promise<Outcome>) {
    if (!(await settled(asked))) return
    focusNeighbour(question.id)
    setOpen(null)
  }

  async function approve() {
    if (hindrance)
      return void notifications.show({ color: 'orange.4', message: t(`card.hindered.${hindrance}`) })
    if (question.state !== 'approved')
      return leave(moves.move(question, { move: 'approve', ...wording.command }))
    const outcome = await moves.revise(question, wording.command)
    if (outcome === 'done') forget()
    return leave(Promise.resolve(outcome))
  }

  const make = (move: Move) =>
    leave(move.move === 'withdraw' ? moves.withdraw(question) : moves.move(question, move))

  return (
    <div className={classes.body} ref={cardIntoView}>
      <Editors questionId={question.id} />
      {conflict ? (
        <Conflict
          question={question}
          mine={draft.wording}
          happened={happened ?? t('moderator.corrected')}
          keepMine={rebase}
          takeTheirs={forget}
        />
      ) : (
        happened && <Notice>{happened}</Notice>
      )}
      {(question.state === 'approved' || question.state === 'on_air') && <PassNote question={question} />}
      <div className={classes.texts}>
        <Verbatim question={question} wording={shown.wording} />
        <WordingField
          value={editable ? shown.wording : (question.wording ?? '')}
          before={question.verbatim ?? ''}
          numbers={numbers}
          readOnly={!editable}
          onChange={text => change({ wording: text })}
        />
      </div>
      {editable && <PrivateNumbers wording={wording} />}
      <LikelyDuplicates
        question={question}
        similar={similar}
        merge={intoId => void make({ move: 'merge', intoId })}
      />
      <div className={classes.faces}>
        <Preview question={question} wording={wording} />
        <Answerers shown={shown} disabled={!editable} onChange={change} />
      </div>
      <Sorting question={question} send={body => void settled(moves.revise(question, body))} />
      <CardAbout question={question} />
      <AnswerNote question={question} />
      <MoveButtons
        question={question}
        likeliest={similar?.find(one => one.joinable)?.lead}
        sendable={hindrance === null}
        changed={Object.keys(draft).length > 0}
        approve={() => void approve()}
        make={move => void make(move)}
        take={() => take(question)}
      />
    </div>
  )
}

/** Who else has this very question open. */
function Editors({ questionId }: { questionId: string }) {
  const { t } = useTranslation()
  const names = useEditors().get(questionId)
  return names ? <Notice shape="✎">{t('moderator.editing', { names })}</Notice> : null
}

const Notice = ({ children, shape = '▲' }: { children: string; shape?: string }) => (
  <Alert color="orange.4" variant="outline" p={6} role="alert">
    <Text size="sm">
      {shape} {children}
    </Text>
  </Alert>
)

/** The hand stays in the column: on the next card, or the one before, or the empty column. */
function focusNeighbour(questionId: string) {
  const item = document.getElementById(`card-${questionId}`)?.closest('li')
  const next = item?.nextElementSibling ?? item?.previousElementSibling
  const target = next?.querySelector<HTMLElement>('[data-card]') ?? item?.closest<HTMLElement>('ul')
  target?.focus()
}
