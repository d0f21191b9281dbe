import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../ui/useKeys.js'
import { CueStatus } from './CueStatus.js'
import { DeskKey } from './DeskKey.js'
import classes from './ModeratorDesk.module.css'
import { DESK_KEYS } from './desk-keys.js'
import { useDeskKeys } from './useDeskKeys.js'
import { useDesk } from './moderator-desk.js'

const print = () => window.print()

export type Sheet = 'cues' | 'fairness' | 'closing' | 'help' | null

/** What is seldom needed: statistics, paper, the keys, and in the end the closing of the books. */
export function DeskTools({ show }: { show: (sheet: Sheet) => void }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const ended = program.phase === 'ended'
  const closed = program.phase === 'closed'
  useDeskKeys(closed ? [] : [[DESK_KEYS.cues, () => show('cues')]])
  useKeys([
    [DESK_KEYS.fairness, () => show('fairness')],
    [DESK_KEYS.print, print],
    ...(ended ? [[DESK_KEYS.closing, () => show('closing')] as [string, () => void]] : []),
  ])
  useQuestionMark(() => show('help'))
  return (
    <div className={classes.tools}>
      {ended && (
        <Button size="compact-xs" onClick={() => show('closing')}>
          {t('closing.title')} <DeskKey name="closing" />
        </Button>
      )}
      <CueStatus />
      {!closed && (
        <Button size="compact-xs" variant="default" onClick={() => show('cues')}>
          {t('messages.title')} <DeskKey name="cues" />
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => show('fairness')}>
        {t('fairness.title')} <DeskKey name="fairness" />
      </Button>
      <Button size="compact-xs" variant="default" onClick={print}>
        {t('tools.print')} <DeskKey name="print" />
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => show('help')}>
        {t('help.title')} <DeskKey name="help" />
      </Button>
    </div>
  )
}

/** The one key without Alt or Ctrl: it is a letter wherever something is typed. */
function useQuestionMark(act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.altKey || event.isComposing) return
      if (document.activeElement?.closest('input, textarea, select, [contenteditable], [role=dialog]')) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
