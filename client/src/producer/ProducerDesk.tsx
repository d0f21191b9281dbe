import { Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { MessageDesk } from '../messages/MessageDesk.js'
import { Conduct } from './Conduct.js'
import classes from './ProducerDesk.module.css'
import { Queue } from './Queue.js'
import { Screens } from './Screens.js'

/** The hour as the gallery leads it: phases and time, words to the studio, the running order, and every screen. */
export default function ProducerDesk() {
  const { t } = useTranslation()
  const { screens } = useLiveState()
  const byName = [...screens.values()].toSorted((a, b) =>
    a.label.localeCompare(b.label, 'vi', { numeric: true }),
  )
  return (
    <main className={classes.desk}>
      <VisuallyHidden>
        <Title order={1}>{t('desk.producer')}</Title>
      </VisuallyHidden>
      <div className={classes.column}>
        <Conduct />
        <Queue />
      </div>
      <Screens screens={byName} />
      <MessageDesk screens={byName} />
    </main>
  )
}
