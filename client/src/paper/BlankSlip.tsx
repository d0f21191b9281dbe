import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { Nature, Priority } from '#protocol/question.js'
import { CONSENTS } from '../secretary/caller.js'
import { useSentences } from '../secretary/useSentences.js'
import { PaperHead } from './PaperHead.js'
import { type Format, LINES } from './sheets.js'

type Props = { number: number; program: Program; format: Format }

/** One slip to write on: the fields in the order of the slip on the screen, nothing ticked beforehand. */
export function BlankSlip({ number, program, format }: Props) {
  const { t } = useTranslation()
  const sentences = useSentences()
  const lines = program.lines.filter(line => !line.retiredAt)
  return (
    <article className="slip" data-number={number}>
      <PaperHead program={program} number={number} />
      <div className="slip-row">
        <Blank label={t('paper.calledAt')} wide={1} />
        <Blank label={t('paper.takenBy')} wide={2} />
      </div>
      <Ticks label={t('secretary.line')} names={lines.map(line => line.name)} />
      <div className="slip-row">
        <Blank label={t('secretary.phone')} wide={3} />
        <Blank label={t('secretary.honorific')} wide={2} />
        <Blank label={t('secretary.name')} wide={4} />
      </div>
      <div className="slip-row">
        <Blank label={t('secretary.organisation')} wide={1} />
        <Blank label={t('secretary.place')} wide={1} />
      </div>
      <div className="slip-words">
        <span>{t('secretary.verbatim')}</span>
        {Array.from({ length: LINES[format] }, (_, line) => (
          <div key={line} className="slip-line" />
        ))}
      </div>
      <Ticks label={t('secretary.nature')} names={Nature.options.map(value => t(`nature.${value}`))} />
      <div className="slip-row">
        <Blank label={t('secretary.topic')} wide={1} />
        <Ticks
          label={t('secretary.priority')}
          names={Priority.options.map(value => t(`priority.${value}`))}
        />
      </div>
      <div className="slip-row">
        <Blank label={t('secretary.note')} wide={1} />
        <Ticks names={[t('secretary.direct')]} />
      </div>
      <div className="slip-consent">
        “{sentences.consent}”
        <Ticks names={CONSENTS.map(consent => t(`secretary.consent.${consent}`))} />
      </div>
      <div className="slip-denounce">
        <b>{t('paper.denunciation')}</b> “{sentences.denunciation}”
      </div>
    </article>
  )
}

function Blank({ label, wide }: { label: string; wide: 1 | 2 | 3 | 4 }) {
  return (
    <span className="slip-blank" data-wide={wide}>
      {label}: <i />
    </span>
  )
}

function Ticks({ label, names }: { label?: string; names: string[] }) {
  return (
    <div className="slip-ticks">
      {label && <span>{label}:</span>}
      {names.map(name => (
        <span key={name} className="slip-tick">
          <i /> {name}
        </span>
      ))}
    </div>
  )
}
