import { Button, Tabs, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { memo, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { type DeskQuestion, all } from '../questions/columns.js'
import { useAnswers } from '../questions/useAnswers.js'
import { useSession } from '../session/Session.js'
import { useKeys } from '../ui/useKeys.js'
import { AnswerBar } from './AnswerBar.js'
import { Archive } from './Archive.js'
import { DivertLogged } from './DivertLogged.js'
import { ListFoot } from './ListFoot.js'
import { EVERYTHING, ListTools } from './ListTools.js'
import { QuestionRows } from './QuestionRows.js'
import { isWanted, listed } from './listing.js'
import classes from './List.module.css'
import { correctable } from './correction.js'
import { useCorrection } from './useCorrection.js'
import { useRowActs } from './useRowActs.js'

type Tab = 'mine' | 'all'

const returned = (questions: readonly DeskQuestion[]) => questions.filter(one => one.state === 'returned')

function count(questions: readonly DeskQuestion[]): string {
  const waiting = returned(questions).length
  return waiting > 0 ? `${questions.length} · ↩ ${waiting}` : String(questions.length)
}

/** What became of the calls: mine, or everyone's, live. Returned ones stand on top, one key away. */
export const QuestionList = memo(function QuestionList({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const state = useLiveState()
  const [tab, setTab] = useState<Tab>('mine')
  const [narrowed, setNarrowed] = useState(EVERYTHING)
  const [detailsId, setDetailsId] = useState<string | null>(null)
  const [diverting, setDiverting] = useState<DeskQuestion>()
  const [inArchive, setInArchive] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  const correcting = useCorrection()
  const answers = useAnswers()
  const openId = correcting.question?.id
  // The letter typed into the search stands at once; hundreds of rows may follow a moment later.
  const wanted = useDeferredValue(narrowed)
  const [entering, setEntering] = useState(false)

  const everyone = useMemo(() => listed(all(state)), [state])
  const mine = useMemo(() => everyone.filter(one => one.loggedBy.id === account.id), [everyone, account.id])
  const listedHere = tab === 'mine' ? mine : everyone
  const live = useMemo(() => listedHere.filter(one => isWanted(one, wanted)), [listedHere, wanted])
  const first = returned(live).find(one => one.id !== openId) ?? returned(everyone)[0]

  /** One correction at a time: another one waits until what is typed was sent or given up. */
  function correct(question: DeskQuestion) {
    setDetailsId(null)
    if (!correcting.question) return correcting.open(question)
    if (openId === question.id) return
    notifications.show({
      message: t('list.correctingOther', { number: correcting.question.number }),
      closeButtonProps: { 'aria-label': t('refusal.close') },
    })
  }

  const acts = useRowActs({ correct, divert: setDiverting, answer: answers.open })

  function narrow(part: Partial<typeof narrowed>) {
    setInArchive(false)
    setNarrowed(before => ({ ...before, ...part }))
  }

  const intoRows = useEffectEvent(() => {
    setEntering(false)
    const card = rows.current?.querySelector<HTMLElement>('[data-card]')
    if (card) card.focus()
    else if (narrowed.typed.trim()) setInArchive(true)
  })
  const caughtUp = wanted === narrowed
  useEffect(() => {
    if (entering && caughtUp) intoRows()
  }, [entering, caughtUp])

  useKeys([
    ['Alt+F', () => search.current?.select()],
    [
      'Alt+B',
      () => {
        if (!first || openId) return
        setInArchive(false)
        correct(first)
      },
    ],
  ])

  return (
    <section className={classes.list} aria-labelledby="list-title">
      <Title order={2} className={classes.hidden} id="list-title">
        {t('secretary.questions')}
      </Title>
      <Tabs value={tab} onChange={value => setTab(value as Tab)} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="mine">{`${t('secretary.mine')} (${count(mine)})`}</Tabs.Tab>
          <Tabs.Tab value="all">{`${t('secretary.all')} (${count(everyone)})`}</Tabs.Tab>
        </Tabs.List>
        <ListTools
          searchRef={search}
          narrowed={narrowed}
          onChange={narrow}
          onEnter={() => setEntering(true)}
        />
        <Tabs.Panel value={tab} className={classes.panel} ref={rows}>
          {inArchive ? (
            <Archive
              typed={narrowed.typed}
              onBack={() => {
                setInArchive(false)
                search.current?.select()
              }}
            />
          ) : (
            <>
              <QuestionRows
                live={live}
                view={JSON.stringify([tab, wanted])}
                firstId={openId ? undefined : first?.id}
                correcting={correcting}
                acts={acts}
                detailsId={detailsId}
                setDetailsId={setDetailsId}
                onOpen={question => (correctable(question) ? correct(question) : setDetailsId(question.id))}
                onDone={onDone}
              />
              {live.length === 0 && (
                <Text c="dark.2" p="sm">
                  {live.length < listedHere.length ? t('secretary.nothingFound') : t('secretary.nothingYet')}
                </Text>
              )}
              {narrowed.typed.trim() && (
                <Button size="xs" variant="subtle" onClick={() => setInArchive(true)}>
                  {t('list.searchEarlier')}
                </Button>
              )}
            </>
          )}
        </Tabs.Panel>
      </Tabs>
      <AnswerBar answers={answers} onDone={onDone} />
      <ListFoot />
      {diverting && (
        <DivertLogged
          question={diverting}
          onClose={() => {
            setDiverting(undefined)
            onDone()
          }}
        />
      )}
    </section>
  )
})
