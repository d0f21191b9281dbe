import { Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Conduct } from './Conduct.js'
import classes from './ProducerDesk.module.css'
import { Queue } from './Queue.js'
import { Screens } from './Screens.js'

/** The hour as the gallery leads it: phases and time, the running order to look at, and every screen. */
export default function ProducerDesk() {
  const { t } = useTranslation()
  return (
    <main className={classes.desk}>
      <VisuallyHidden>
        <Title order={1}>{t('desk.producer')}</Title>
      </VisuallyHidden>
      <div className={classes.column}>
        <Conduct />
        <Queue />
      </div>
      <Screens />
    </main>
  )
}
