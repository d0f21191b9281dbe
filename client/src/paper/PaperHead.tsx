import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { dayAndTime } from '../text/times.js'

/** What every slip says on top: the programme, its day, and the number, large. */
export function PaperHead({ program, number }: { program: Program; number: number }) {
  const { t } = useTranslation()
  const { seriesTitle, title, plannedStart, channels } = program
  const day = plannedStart ? dayAndTime(plannedStart).slice(0, 10) : '…… / …… / …………'
  return (
    <header className="slip-head">
      <div>
        <div className="slip-series">{seriesTitle}</div>
        <div className="slip-title">
          {program.number ? `${t('home.topicNumber', { number: program.number })} – ` : ''}
          {title}
        </div>
        <div>{[t('paper.day', { day }), ...channels].join(' · ')}</div>
      </div>
      <div className="slip-number">
        <span>{t('paper.number')}</span>
        <strong>{number}</strong>
      </div>
    </header>
  )
}
