import { useTranslation } from 'react-i18next'
import type { ScreenQuestion } from '#protocol/question.js'
import classes from './NextLine.module.css'

/** "TIẾP THEO Câu 9 · … và 4 câu nữa": what comes after, in grey. It gives way when NOW needs its room. */
export function NextLine({ next, after }: { next?: ScreenQuestion | undefined; after: number }) {
  const { t } = useTranslation()
  if (!next && after === 0) return null
  return (
    <div className={classes.line}>
      {next && (
        <>
          <span className={classes.mark}>{t('screen.next')}</span>
          <span
            className={classes.text}
            data-place="next"
            data-question={next.id}
            data-version={next.version}
          >
            {t('question.number', { number: next.number })} · {next.text}
          </span>
        </>
      )}
      {after > 0 && <span className={classes.more}>{t('screen.more', { count: after })}</span>}
    </div>
  )
}
