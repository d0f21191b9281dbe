import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Priority } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './OpenCard.module.css'
import { useDesk } from './moderator-desk.js'

type Change = { priority?: Priority; agencyId?: string | null }
type Props = { question: DeskQuestion; send: (change: Change) => void }

const PRIORITIES: Priority[] = ['normal', 'high', 'urgent']
const WAITING = new Set(['pending', 'returned'])

/** How soon it should be read, and who answers it in writing: changed at once. */
export function Sorting({ question, send }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const agencies = program.agencies.filter(entry => !entry.retiredAt || entry.id === question.agencyId)
  return (
    <div className={classes.choices}>
      <NativeSelect
        size="xs"
        label={t('secretary.priority')}
        data={PRIORITIES.map(value => ({ value, label: t(`priority.${value}`) }))}
        value={question.priority}
        disabled={!WAITING.has(question.state)}
        onChange={event => send({ priority: event.currentTarget.value as Priority })}
      />
      <NativeSelect
        size="xs"
        label={t('card.agency')}
        data={[
          { value: '', label: t('card.noAgency') },
          ...agencies.map(entry => ({ value: entry.id, label: entry.name })),
        ]}
        value={question.agencyId ?? ''}
        onChange={event => send({ agencyId: event.currentTarget.value || null })}
      />
    </div>
  )
}
