import { Anchor, Button, Group, Table, Tabs, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#protocol/folding.js'
import type { HouseEntry } from '#protocol/house.js'
import { paths } from '#protocol/paths.js'
import { HouseList } from '#protocol/program.js'
import { useCommand } from '../../commands/useCommand.js'
import { shownDay } from '../../text/days.js'
import classes from '../Setup.module.css'
import { useFetched } from '../useFetched.js'
import { EntryForm } from './EntryForm.js'
import { ImportForm } from './ImportForm.js'

/** The house's lists, from which a new programme's are copied. */
export function ListsPage() {
  const { t } = useTranslation()
  return (
    <>
      <Title order={2} size="h4" mb="xs">
        {t('setup.lists')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('houseLists.copied')}
      </Text>
      <Tabs defaultValue="topics" keepMounted={false}>
        <Tabs.List>
          {HouseList.options.map(list => (
            <Tabs.Tab key={list} value={list}>
              {t(`houseLists.${list}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {HouseList.options.map(list => (
          <Tabs.Panel key={list} value={list} pt="md">
            <OneList list={list} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

/** Rows that are drawn: a list of places may have tens of thousands. */
const DRAWN = 200

type Lists = Partial<Record<HouseList, HouseEntry[]>>

function OneList({ list }: { list: HouseList }) {
  const { t } = useTranslation()
  const send = useCommand()
  const { answer, refusal, set, reload } = useFetched<Lists>(paths.house(list))
  const [wanted, setWanted] = useState('')
  const [edited, setEdited] = useState<HouseEntry | 'new'>()
  const [importing, setImporting] = useState(false)
  const all = answer?.[list] ?? []
  const found = all.filter(({ name, code, former = [] }) =>
    fold([name, code, ...former].join(' ')).includes(fold(wanted)),
  )

  async function retire(entry: HouseEntry) {
    const retiredAt = entry.retiredAt ? null : new Date().toISOString()
    const body = { version: entry.version, retiredAt }
    const changed = await send<Lists>('PATCH', paths.houseEntry(list, entry.id), body)
    if (changed) set(changed)
    else reload()
  }

  return (
    <>
      <Group align="end" mb="sm">
        <TextInput
          label={t('houseLists.find')}
          value={wanted}
          onChange={event => setWanted(event.currentTarget.value)}
        />
        <Button onClick={() => setEdited('new')}>{t('houseLists.add')}</Button>
        <Button variant="default" onClick={() => setImporting(true)}>
          {t('houseLists.import')}
        </Button>
        <Text c="dimmed" role="status">
          {t('houseLists.count', { count: found.length })}
        </Text>
      </Group>
      {refusal && <Text c="red.4">{refusal}</Text>}
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('houseLists.name')}</Table.Th>
            <Table.Th>{t('houseLists.code')}</Table.Th>
            <Table.Th>{t('houseLists.about')}</Table.Th>
            <Table.Th>{t('setup.acts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.slice(0, DRAWN).map(entry => (
            <Table.Tr key={entry.id}>
              <Table.Td className={classes.words}>{entry.name}</Table.Td>
              <Table.Td>{entry.code}</Table.Td>
              <Table.Td className={classes.words}>
                <About entry={entry} />
              </Table.Td>
              <Table.Td>
                <Group gap="sm" wrap="nowrap">
                  <Anchor
                    component="button"
                    aria-label={t('houseLists.changeThis', { name: entry.name })}
                    onClick={() => setEdited(entry)}
                  >
                    {t('setup.change')}
                  </Anchor>
                  <Anchor
                    component="button"
                    aria-label={t(entry.retiredAt ? 'houseLists.takeBackThis' : 'houseLists.retireThis', {
                      name: entry.name,
                    })}
                    onClick={() => void retire(entry)}
                  >
                    {t(entry.retiredAt ? 'houseLists.takeBack' : 'houseLists.retire')}
                  </Anchor>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {found.length > DRAWN && <Text c="dimmed">{t('houseLists.drawn', { count: DRAWN })}</Text>}
      {edited && (
        <EntryForm
          list={list}
          entry={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={lists => {
            set(lists as Lists)
            setEdited(undefined)
          }}
        />
      )}
      {importing && <ImportForm list={list} onClose={() => setImporting(false)} onTaken={reload} />}
    </>
  )
}

function About({ entry }: { entry: HouseEntry }) {
  const { t } = useTranslation()
  const said = [
    entry.retiredAt && `■ ${t('houseLists.retired')}`,
    entry.representative,
    entry.former?.length && t('houseLists.formerly', { names: entry.former.join(', ') }),
    entry.effectiveFrom && t('houseLists.since', { day: shownDay(entry.effectiveFrom) }),
    entry.effectiveTo && t('houseLists.until', { day: shownDay(entry.effectiveTo) }),
  ]
  return <Text size="sm">{said.filter(Boolean).join(' · ')}</Text>
}
