import { Button, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { dayAndTime } from '../text/times.js'
import './Paper.css'

const ROLES = ['technician', 'producer', 'moderator', 'secretary', 'host'] as const
const BY_HAND = ['standby', 'backups', 'technicianPhone'] as const

/** One page of A4 for each who is there when the server is not: who does what, in which order. */
export default function EmergencyPage() {
  const { t } = useTranslation()
  const { title, plannedStart, lines } = useLiveState().program as Program
  const hotlines = lines.filter(line => !line.retiredAt).map(({ name }) => name)
  return (
    <main className="paper">
      <div className="paper-tools">
        <Title order={1} size="h4">
          {t('emergency.title')}
        </Title>
        <Text size="sm" c="dark.2">
          {t('emergency.why')}
        </Text>
        <Button autoFocus onClick={() => window.print()}>
          {t('emergency.print')}
        </Button>
      </div>
      <div className="paper-preview" role="region" aria-label={t('emergency.title')} tabIndex={0}>
        <article className="sheet emergency">
          <header>
            <h2>{t('emergency.title')}</h2>
            <div className="emergency-title">
              {[title, plannedStart && dayAndTime(plannedStart)].filter(Boolean).join(' · ')}
            </div>
            <div className="slip-row">
              <span>{`${t('emergency.server')}: ${location.origin}`}</span>
              <span className="emergency-lines">{`${t('emergency.lines')}: ${hotlines.join(' · ')}`}</span>
            </div>
            <div className="slip-row">
              {BY_HAND.map(name => (
                <span key={name} className="slip-blank">
                  {t(`emergency.${name}`)}: <i />
                </span>
              ))}
            </div>
          </header>
          <Part name="seen" />
          <div className="emergency-roles">
            {ROLES.map(role => (
              <Part key={role} name={role} />
            ))}
          </div>
          <Part name="back" />
          <Part name="after" />
        </article>
      </div>
    </main>
  )
}

type PartName = (typeof ROLES)[number] | 'seen' | 'back' | 'after'

/** What is done, one after the other; what is checked has a box to tick. */
function Part({ name }: { name: PartName }) {
  const { t } = useTranslation()
  const Steps = name === 'seen' ? 'ul' : 'ol'
  return (
    <section data-part={name}>
      <h3>{t(`emergency.${name}Title`)}</h3>
      <Steps>
        {t(`emergency.${name}`)
          .split('\n')
          .map(step => (
            <li key={step}>{step}</li>
          ))}
      </Steps>
    </section>
  )
}
