import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { BlankSlips } from './BlankSlips.js'
import { FilledSlip } from './FilledSlip.js'
import './Paper.css'

/** Slips on paper: blank ones with numbers of their own, or the one question that the address names. */
export default function PaperPage() {
  const { t } = useTranslation()
  const { questions } = useLiveState()
  const [address] = useSearchParams()
  const id = address.get('question')
  if (!id) return <BlankSlips />
  const question = questions.get(id) as DeskQuestion | undefined
  return (
    <main className="paper">
      <div className="paper-tools">
        <Title order={1} size="h4">
          {question ? t('paper.filled', question) : t('paper.notThere')}
        </Title>
        {question && (
          <Button autoFocus onClick={() => window.print()}>
            {t('paper.print')}
          </Button>
        )}
      </div>
      {question ? <FilledSlip question={question} /> : <Text>{t('secretary.nothingFound')}</Text>}
    </main>
  )
}
