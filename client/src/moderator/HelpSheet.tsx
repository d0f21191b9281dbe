import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DeskDialog } from './DeskDialog.js'
import classes from './HelpSheet.module.css'
import { useHelp } from './useHelp.js'

/** Every key of the desk, by what it is for. */
export function HelpSheet({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const help = useHelp()
  return (
    <DeskDialog title={t('help.title')} close={close}>
      <div className={classes.sheet}>
        {help.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, means]) => (
                <div key={key + means}>
                  <dt>
                    <Kbd size="xs">{key}</Kbd>
                  </dt>
                  <dd>{means}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DeskDialog>
  )
}
