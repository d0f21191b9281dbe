import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MoveName } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'
import { DivertForm } from './DivertForm.js'
import { History } from './History.js'
import { KeyButton } from './KeyButton.js'
import { MergeForm } from './MergeForm.js'
import classes from './OpenCard.module.css'
import { RejectForm } from './RejectForm.js'
import { ReturnForm } from './ReturnForm.js'
import { useDeskKeys } from './useDeskKeys.js'
import type { Move } from './useMoves.js'

/** The moves in the order of their buttons, each with its key. Bad news and one-way moves ask for one thing more. */
export const MOVE_KEYS: [MoveName, string][] = [
  ['approve', 'Alt+D'],
  ['take', 'Alt+Shift+Enter'],
  ['return', 'Alt+T'],
  ['merge', 'Alt+G'],
  ['defer', 'Alt+S'],
  ['resubmit', 'Alt+B'],
  ['advise', 'Alt+H'],
  ['split', 'Alt+X'],
  ['restore', 'Alt+K'],
  ['recall', 'Alt+K'],
  ['withdraw', 'Alt+Shift+R'],
  ['reject', 'Alt+L'],
  ['divert', 'Alt+C'],
  ['undo', 'Alt+Shift+Z'],
]
const ASKS = ['return', 'reject', 'merge', 'divert'] as const
type Asks = (typeof ASKS)[number]
const asks = (move: MoveName): move is Asks => ASKS.includes(move as Asks)

/** On air these are the card's on top, with keys that work everywhere. */
const ON_TOP = new Set<MoveName>(['withdraw', 'recall', 'answer'])

type Props = {
  question: DeskQuestion
  /** What it would first be merged into. */
  likeliest: DeskQuestion | undefined
  /** Nothing hinders an approval. */
  sendable: boolean
  /** Something was typed or chosen that the server has not got. */
  changed: boolean
  approve: () => void
  make: (move: Move) => void
  take: () => void
}

/** What can be done with the opened question now, as the server says. */
export function MoveButtons({ question, likeliest, sendable, changed, approve, make, take }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asks | null>(null)
  const [history, setHistory] = useState(false)
  const open = MOVE_KEYS.filter(
    ([move]) => question.moves.includes(move) && !(question.state === 'on_air' && ON_TOP.has(move)),
  )
  const again = question.state === 'approved'

  function press(move: MoveName) {
    if (asks(move)) setAsking(asking === move ? null : move)
    else if (move === 'approve') approve()
    else if (move === 'take') take()
    else make({ move } as Move)
  }
  const keys = open.map(([move, key]): [string, () => void] => [key, () => press(move)])
  useDeskKeys(again && changed ? [...keys, ['Alt+D', approve]] : keys)
  const toggleHistory = () => setHistory(now => !now)
  useDeskKeys([['Alt+I', toggleHistory]])

  function close() {
    setAsking(null)
    document.getElementById(`card-${question.id}`)?.focus()
  }
  const form = { close, make }
  return (
    <>
      {history && <History question={question} />}
      <div className={classes.moves}>
        {again && changed && (
          <KeyButton keys="Alt+D" variant="filled" color="blue.4" onClick={approve} disabled={!sendable}>
            {t('moderator.approveAgain')}
          </KeyButton>
        )}
        {open.map(([move, key]) => (
          <KeyButton
            key={move}
            keys={key}
            size={move === 'approve' ? 'compact-sm' : 'compact-xs'}
            variant={move === 'approve' ? 'filled' : 'default'}
            color="blue.4"
            disabled={move === 'approve' && !sendable}
            aria-expanded={asks(move) ? asking === move : undefined}
            onClick={() => press(move)}
          >
            {t(`moderator.move.${move}`)}
          </KeyButton>
        ))}
        <KeyButton keys="Alt+I" size="compact-xs" aria-expanded={history} onClick={toggleHistory}>
          {t('card.history')}
        </KeyButton>
      </div>
      {asking === 'return' && <ReturnForm {...form} />}
      {asking === 'reject' && <RejectForm {...form} />}
      {asking === 'merge' && <MergeForm {...form} question={question} likeliest={likeliest} />}
      {asking === 'divert' && <DivertForm {...form} number={question.number} />}
    </>
  )
}
