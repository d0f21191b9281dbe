import { Alert, Button, Tabs, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { ListEntry, Program } from '#protocol/program.js'
import { askServer } from '../../session/ask-server.js'
import { seen } from './save-programme.js'
import { overtakenBy } from './useProgrammeForm.js'

const LISTS = ['topics', 'agencies', 'reasons'] as const
type Name = (typeof LISTS)[number]

type Lists = Partial<Record<Name, ListEntry[]>>
type Props = { program: Program; onChanged: (lists: Lists) => void }

/** The programme's own lists, one entry a line: no change of the house's lists reaches them. */
export function ProgrammeLists({ program, onChanged }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="own-lists">
      <Title order={3} size="h5" id="own-lists" mt="xl" mb="xs">
        {t('programme.lists')}
      </Title>
      <Tabs defaultValue="topics" keepMounted={false}>
        <Tabs.List>
          {LISTS.map(list => (
            <Tabs.Tab key={list} value={list}>
              {t(`houseLists.${list}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {LISTS.map(list => (
          <Tabs.Panel key={list} value={list} pt="sm">
            <OwnList programId={program.id} list={list} entries={program[list]} onChanged={onChanged} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}

type ListProps = { programId: string; list: Name; entries: ListEntry[]; onChanged: (lists: Lists) => void }

function OwnList({ programId, list, entries, onChanged }: ListProps) {
  const { t } = useTranslation()
  /** What the text was typed over; somebody else's change of it is told before it is replaced. */
  const [known, setKnown] = useState(entries)
  const inUse = known.filter(({ retiredAt }) => !retiredAt)
  const [text, setText] = useState(inUse.map(({ name }) => name).join('\n'))
  const [refusal, setRefusal] = useState('')
  const [saved, setSaved] = useState(false)

  /** A line that stood there is the entry that it was; a line that changed is a new one. */
  async function save() {
    const names = [...new Set(text.split('\n').flatMap(line => line.trim() || []))]
    const put = names.map(name => {
      const old = inUse.find(entry => entry.name === name) ?? known.find(entry => entry.name === name)
      return { ...(old && { id: old.id, version: old.version, code: old.code }), name }
    })
    try {
      const body = { id: newId(), was: seen(known), [list]: put }
      const answer = await askServer<Lists>('PUT', paths.list(programId, list), body)
      setKnown(answer[list]!)
      setRefusal('')
      setSaved(true)
      onChanged(answer)
    } catch (error) {
      const { entries: now } = overtakenBy(error)
      if (now) setKnown(now)
      const names = now?.flatMap(({ name, retiredAt }) => (retiredAt ? [] : name)).join(', ') || '–'
      setRefusal(
        now ? t('programme.listStale', { list: t(`houseLists.${list}`), names }) : (error as Error).message,
      )
    }
  }

  return (
    <>
      <Textarea
        label={t('programme.oneALine')}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          setSaved(false)
        }}
        autosize
        minRows={4}
        maxRows={14}
      />
      {refusal && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      <Button mt="sm" variant="default" onClick={() => void save()}>
        {saved ? `✓ ${t('programme.saved')}` : t('programme.saveList')}
      </Button>
    </>
  )
}
