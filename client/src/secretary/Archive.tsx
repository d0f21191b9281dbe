import { Alert, Button, Loader, Text } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { StaffQuestion } from '#protocol/question.js'
import { useLiveState } from '../live/LiveProgram.js'
import { StateMark } from '../questions/StateMark.js'
import { Refused, askServer } from '../session/ask-server.js'
import { shownDay, dayOf } from '../text/days.js'
import { archiveText } from './listing.js'
import classes from './List.module.css'

type Archived = StaffQuestion & { programId: string }
type Page = { questions: Archived[]; next: string | null }

const PAGE = 20

type Props = { typed: string; onBack: () => void }

/** Questions of the programmes before this one, as the server finds them, page by page. */
export function Archive({ typed, onBack }: Props) {
  const { t } = useTranslation()
  const { programId } = useLiveState()
  const [programs, setPrograms] = useState<ReadonlyMap<string, Program>>(new Map())
  const [found, setFound] = useState<Page>({ questions: [], next: null })
  const [asking, setAsking] = useState(true)
  const [refusal, setRefusal] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const text = archiveText(typed)

  const refused = (error: unknown) => {
    if (!(error instanceof Refused)) throw error
    setRefusal(error.message)
  }

  async function ask(after: string | null) {
    const asked = new URLSearchParams({ text, limit: String(PAGE), ...(after && { after }) })
    setAsking(true)
    setRefusal('')
    const page = await askServer<Page>('GET', `${paths.archive}?${asked}`).catch(refused)
    if (page)
      setFound(before => ({ ...page, questions: [...(after ? before.questions : []), ...page.questions] }))
    setAsking(false)
  }

  const begin = useEffectEvent(() => {
    title.current?.focus()
    void ask(null)
    askServer<{ programs: Program[] }>('GET', paths.programs).then(
      answer => setPrograms(new Map(answer.programs.map(program => [program.id, program]))),
      refused,
    )
  })
  // A change of the words leads back to the list: each search of the archive is its own.
  useEffect(() => begin(), [])

  const earlier = found.questions.filter(question => question.programId !== programId)
  return (
    <div
      className={classes.archive}
      onKeyDown={event => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <div className={classes.head}>
        <Text component="h3" ref={title} tabIndex={-1} fw={700}>
          {t('list.earlier', { text: typed.trim() })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          {t('list.back')} (Esc)
        </Button>
      </div>
      {refusal && (
        <Alert color="red" role="alert" p="xs">
          {refusal}
        </Alert>
      )}
      <ul className={classes.rows}>
        {earlier.map(question => (
          <li key={question.id} className={classes.row}>
            <span className={classes.top}>
              <StateMark state={question.state} />
              <b>{t('question.number', question)}</b>
              <span className={classes.about}>{question.callerLine}</span>
              <span className={classes.when}>
                {[programs.get(question.programId)?.title, shownDay(dayOf(question.loggedAt))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={classes.whole}>{question.verbatim}</span>
            {question.answer?.said && <span className={classes.reason}>{question.answer.said}</span>}
          </li>
        ))}
      </ul>
      {!asking && !refusal && earlier.length === 0 && !found.next && (
        <Text c="dark.2" p="sm" role="status">
          {t('list.nothingEarlier')}
        </Text>
      )}
      {asking && <Loader size="sm" aria-label={t('desk.loading')} />}
      {found.next && !asking && (
        <Button variant="default" size="xs" onClick={() => void ask(found.next)}>
          {t('list.more')}
        </Button>
      )}
    </div>
  )
}
