import { useTranslation } from 'react-i18next'
import type { PrivateNumber } from '#protocol/private-numbers.js'
import classes from './MarkedTextarea.module.css'

/** The private numbers of a text by name, on one line: screens will not show them. */
export function PrivateNumbers({ numbers }: { numbers: readonly PrivateNumber[] }) {
  const { t } = useTranslation()
  const named = numbers.map(({ text, kind }) => `${text.trim()} (${t(`aids.number.${kind}`)})`)
  return (
    <span className={classes.numbers}>
      ▲ {t('aids.privateNumbers', { numbers: [...new Set(named)].join(', ') })}
    </span>
  )
}
