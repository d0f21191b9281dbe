import { useTranslation } from 'react-i18next'
import type { CallerView } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'
import { CallerWords } from './CallerWords.js'

type Asker = { number: number; callerLine: string; caller?: CallerView | null }

/** Who else asked the same, by number. */
export function Askers({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const askers: readonly Asker[] = question.askers
  return askers.map(asker => (
    <div key={asker.number}>
      {t('question.number', asker)}: {asker.caller ? <CallerWords caller={asker.caller} /> : asker.callerLine}
    </div>
  ))
}
