import { Kbd, Tabs, Text, TextInput, Title } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { type DeskQuestion, all, approved } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import { CorrectionForm } from './CorrectionForm.js'
import { QuestionRow } from './QuestionRow.js'
import { useKeys } from '../ui/useKeys.js'
import { listed, matches } from './listing.js'
import classes from './List.module.css'
import { useCorrection } from './useCorrection.js'

type Tab = 'mine' | 'all'

const returned = (questions: DeskQuestion[]) => questions.filter(one => one.state === 'returned')

function count(questions: DeskQuestion[]): string {
  const waiting = returned(questions).length
  return waiting > 0 ? `${questions.length} · ↩ ${waiting}` : String(questions.length)
}

/** What became of the calls: mine, or everyone's, live. Returned ones stand on top, one key away. */
export function QuestionList({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const state = useLiveState()
  const [tab, setTab] = useState<Tab>('mine')
  const [typed, setTyped] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const correcting = useCorrection()
  const openId = correcting.question?.id

  const everyone = useMemo(() => listed(all(state)), [state])
  const mine = everyone.filter(question => question.loggedBy.id === account.id)
  // What is open stays in sight, whatever is searched for.
  const shown = (tab === 'mine' ? mine : everyone).filter(one => one.id !== openId && matches(one, typed))
  if (correcting.question) shown.unshift(correcting.question)

  const first = returned(shown).find(one => one.id !== openId) ?? returned(everyone)[0]
  const places = useMemo(() => approved(state).map(one => one.id), [state])

  useKeys([
    ['Alt+F', () => search.current?.select()],
    [
      'Alt+B',
      () => {
        if (first && !openId) correcting.open(first)
      },
    ],
  ])

  function moreOf(question: DeskQuestion): string {
    if (question.state === 'approved')
      return `, ${t('secretary.placeInOrder', { place: places.indexOf(question.id) + 1 })}`
    const into = question.mergedIntoId && state.questions.get(question.mergedIntoId)
    return into ? ` ${t('secretary.into', { number: into.number })}` : ''
  }

  return (
    <section className={classes.list} aria-labelledby="list-title">
      <Title order={2} className={classes.hidden} id="list-title">
        {t('secretary.questions')}
      </Title>
      <Tabs value={tab} onChange={value => setTab(value as Tab)} className={classes.tabs}>
        <div className={classes.head}>
          <Tabs.List>
            <Tabs.Tab value="mine">{`${t('secretary.mine')} (${count(mine)})`}</Tabs.Tab>
            <Tabs.Tab value="all">{`${t('secretary.all')} (${count(everyone)})`}</Tabs.Tab>
          </Tabs.List>
          <TextInput
            ref={search}
            size="xs"
            type="search"
            aria-label={t('secretary.search')}
            placeholder={t('secretary.search')}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            rightSection={<Kbd size="xs">Alt+F</Kbd>}
            rightSectionWidth="4rem"
            className={classes.search}
          />
        </div>
        <Tabs.Panel value={tab} className={classes.panel} tabIndex={0}>
          {shown.length === 0 && (
            <Text c="dark.2" p="sm">
              {typed ? t('secretary.nothingFound') : t('secretary.nothingYet')}
            </Text>
          )}
          <ul className={classes.rows}>
            {shown.map(question => (
              <QuestionRow
                key={question.id}
                question={question}
                more={moreOf(question)}
                editors={state.people
                  .filter(one => one.editing === question.id && one.accountId !== account.id)
                  .map(one => one.name)}
                first={!openId && question.id === first?.id}
                onOpen={correcting.open}
              >
                {correcting.correction?.questionId === question.id && (
                  <CorrectionForm
                    correction={correcting.correction}
                    question={question}
                    sending={correcting.sending}
                    onChange={correcting.change}
                    onSend={async () => {
                      if (await correcting.send()) onDone()
                    }}
                    onClose={() => {
                      correcting.close()
                      onDone()
                    }}
                  />
                )}
              </QuestionRow>
            ))}
          </ul>
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}
