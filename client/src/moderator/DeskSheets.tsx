import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import { Paper } from '../ui/Paper.js'
import { ClosingDialog } from './ClosingDialog.js'
import { CueSheet } from './CueSheet.js'
import { DeskDialog } from './DeskDialog.js'
import { DeskKey } from './DeskKey.js'
import type { Sheet } from './DeskTools.js'
import { FairnessTables } from './FairnessTables.js'
import { HelpSheet } from './HelpSheet.js'
import { PaperHead } from './PaperHead.js'
import { RunningOrderPaper } from './RunningOrderPaper.js'
import { useDesk } from './moderator-desk.js'

type Props = {
  sheet: Sheet
  close: () => void
  now: DeskQuestion | undefined
  approved: readonly DeskQuestion[]
}

/** The sheets over the desk, and what is on paper: the statistics while they are open, else the running order. */
export function DeskSheets({ sheet, close, now, approved }: Props) {
  const { t } = useTranslation()
  const { phase } = useDesk().program
  const title = t('fairness.title')
  return (
    <>
      {sheet === 'cues' && <CueSheet close={close} />}
      {sheet === 'fairness' && (
        <DeskDialog
          title={title}
          close={close}
          tools={
            <Button size="compact-sm" variant="default" onClick={() => window.print()}>
              {t('fairness.print')} <DeskKey name="print" />
            </Button>
          }
        >
          <FairnessTables />
        </DeskDialog>
      )}
      {sheet === 'closing' && phase === 'ended' && <ClosingDialog close={close} />}
      {sheet === 'help' && <HelpSheet close={close} />}
      <Paper>
        {sheet === 'fairness' ? (
          <>
            <PaperHead title={title} />
            <FairnessTables />
          </>
        ) : (
          <RunningOrderPaper now={now} approved={approved} />
        )}
      </Paper>
    </>
  )
}
