import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../ui/useKeys.js'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './AirBar.module.css'
import { KeyButton } from './KeyButton.js'
import { useDesk } from './moderator-desk.js'
import { useDeskKeys } from './useDeskKeys.js'

type Props = { now: DeskQuestion; correct: () => void }

/** What can be done with the question on air. Thu hồi works at any moment, before any dialog too. */
export function NowMoves({ now, correct }: Props) {
  const { t } = useTranslation()
  const { moves } = useDesk()
  const [withdrawing, setWithdrawing] = useState(false)
  const may = (move: 'withdraw' | 'recall' | 'answer') => now.moves.includes(move)
  const make = (move: 'recall' | 'answer') => may(move) && void moves.move(now, { move })

  async function withdraw() {
    if (!may('withdraw') || withdrawing) return
    setWithdrawing(true)
    await moves.withdraw(now)
    setWithdrawing(false)
  }

  useKeys([['Alt+R', () => void withdraw()]])
  useDeskKeys([
    ['Alt+Shift+S', () => make('recall')],
    ['Alt+Shift+D', () => make('answer')],
    ['Alt+Shift+E', () => may('withdraw') && correct()],
  ])
  return (
    <div className={classes.moves}>
      {may('withdraw') && (
        <KeyButton
          keys="Alt+R"
          variant="filled"
          color="red.9"
          onClick={() => void withdraw()}
          loading={withdrawing}
        >
          {t('moderator.move.withdraw')}
        </KeyButton>
      )}
      {may('answer') && (
        <KeyButton keys="Alt+Shift+D" onClick={() => make('answer')}>
          {t('moderator.move.answer')}
        </KeyButton>
      )}
      {may('recall') && (
        <KeyButton keys="Alt+Shift+S" onClick={() => make('recall')}>
          {t('moderator.move.recall')}
        </KeyButton>
      )}
      {may('withdraw') && (
        <KeyButton keys="Alt+Shift+E" onClick={correct}>
          {t('air.correct')}
        </KeyButton>
      )}
    </div>
  )
}
