import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenQuestion } from '#protocol/question.js'
import { Answers } from './Answers.js'
import classes from './ApprovedList.module.css'
import { partOf } from './shown.js'

/** The list is as large as there is room, and becomes smaller before anything of it is left out. */
const SHRINKS = [1.3, 1.15, 1, 0.88, 0.76]

type Props = { approved: ScreenQuestion[]; seat: string | null; nextId?: string | undefined }

/** Every approved question: this seat's first and marked, others' small. Never scrolled: what has no room is counted. */
export function ApprovedList({ approved, seat, nextId }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  const [leftOut, setLeftOut] = useState(0)
  const ordered = useMemo(() => mineFirst(approved, seat), [approved, seat])

  useLayoutEffect(() => {
    const fit = () => setLeftOut(ordered.length - fitRows(list.current!))
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(list.current!)
    for (const row of list.current!.querySelectorAll('li')) observer.observe(row)
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fit)
    }
  }, [ordered])

  return (
    <section className={classes.list} ref={list} aria-label={t('screen.approved')}>
      <ul className={classes.rows}>
        {ordered.map(question => {
          const part = partOf(question, seat)
          return (
            <li
              key={question.id}
              className={part ? `${classes.row} ${classes.mine}` : classes.row}
              data-place={question.id === nextId ? 'next' : 'list'}
              data-question={question.id}
              data-version={question.version}
            >
              <div className={classes.head}>
                <span className={classes.number}>{t('question.number', { number: question.number })}</span>
                {part && (
                  <span className={classes.part}>
                    {part === 'lead' ? '★' : '◇'} {t(`screen.${part}`)}
                  </span>
                )}
                {question.id === nextId && <span className={classes.next}>{t('screen.next')}</span>}
                {question.topic && <span>{question.topic}</span>}
              </div>
              <div className={classes.text}>{question.text}</div>
              {part && <Answers question={question} mayPass />}
            </li>
          )
        })}
      </ul>
      {leftOut > 0 && <div className={classes.more}>{t('screen.more', { count: leftOut })}</div>}
    </section>
  )
}

const mineFirst = (approved: ScreenQuestion[], seat: string | null) => [
  ...approved.filter(question => partOf(question, seat)),
  ...approved.filter(question => !partOf(question, seat)),
]

/** Shrinks the list until it fits, then shortens others' texts, then hides rows at its end; answers with how many stand. */
function fitRows(list: HTMLElement): number {
  const rows = list.firstElementChild as HTMLElement
  const items = [...rows.children] as HTMLElement[]
  for (const item of items) item.hidden = false
  list.removeAttribute('data-short')
  const fits = (shrink: number) => {
    list.style.setProperty('--shrink', String(shrink))
    return rows.scrollHeight <= list.clientHeight
  }
  if (SHRINKS.some(fits)) return items.length
  list.setAttribute('data-short', '')
  if (SHRINKS.slice(-2).some(fits)) return items.length
  // The line that counts them needs a row of its own.
  const room = list.clientHeight - 1.5 * Number.parseFloat(getComputedStyle(list).fontSize)
  const fitting = items.filter(item => item.offsetTop + item.offsetHeight - rows.offsetTop <= room).length
  for (const item of items.slice(fitting)) item.hidden = true
  return fitting
}
