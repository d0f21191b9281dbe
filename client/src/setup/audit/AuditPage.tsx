import { Button, Group, Select, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseAccounts } from '#protocol/accounts.js'
import type { AuditEntry } from '#protocol/audit.js'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { useSession } from '../../session/Session.js'
import { momentOn, typedDay } from '../../text/days.js'
import { clockTime, day } from '../../text/times.js'
import { useFetched } from '../useFetched.js'
import { AUDITED, type Audited, wordOf } from './audited.js'
import { useAuditPages } from './useAuditPages.js'
import classes from '../Setup.module.css'

const DAY = 86_400_000

/** Who did what and when, the newest first. Nothing here can be changed. */
export function AuditPage() {
  const { t } = useTranslation()
  const { account } = useSession()
  const forHouse = account.roles.some(({ role, programId }) => role === 'admin' && programId === null)
  const [programId, setProgramId] = useState<string | null>(null)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [type, setType] = useState<string | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [first, last] = [typedDay(from), typedDay(to)]
  const { entries, more, refusal } = useAuditPages({
    ...(programId && { programId }),
    ...(accountId && { accountId }),
    ...(type && { type }),
    ...(first && { from: momentOn(first, '00:00:00').toISOString() }),
    ...(last && { to: new Date(momentOn(last, '00:00:00').getTime() + DAY).toISOString() }),
  })
  const programs = useFetched<{ programs: Program[] }>(paths.programs).answer?.programs ?? []
  return (
    <>
      <Title order={2} size="h4" mb="md">
        {t('setup.audit')}
      </Title>
      <div className={classes.fields}>
        <Select
          label={t('audit.programme')}
          placeholder={t('audit.all')}
          clearable
          value={programId}
          onChange={setProgramId}
          data={programs.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {forHouse && <AccountFilter value={accountId} onChange={setAccountId} />}
        <Select
          label={t('audit.type')}
          placeholder={t('audit.all')}
          clearable
          searchable
          value={type}
          onChange={setType}
          data={AUDITED.map(one => ({ value: one, label: t(`audit.what.${wordOf(one)}`) }))}
        />
        <DayField label={t('audit.from')} value={from} onChange={setFrom} odd={!first} />
        <DayField label={t('audit.to')} value={to} onChange={setTo} odd={!last} />
      </div>
      {refusal && <Text c="red.4">{refusal}</Text>}
      <Table verticalSpacing={4} mt="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.by')}</Table.Th>
            <Table.Th>{t('audit.type')}</Table.Th>
            <Table.Th>{t('audit.programme')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(entry => (
            <Entry key={entry.id} entry={entry} programs={programs} />
          ))}
        </Table.Tbody>
      </Table>
      {more && (
        <Group mt="md">
          <Button variant="default" onClick={more}>
            {t('audit.more')}
          </Button>
        </Group>
      )}
    </>
  )
}

function Entry({ entry, programs }: { entry: AuditEntry; programs: readonly Program[] }) {
  const { t } = useTranslation()
  const known = (AUDITED as readonly string[]).includes(entry.type)
  const step = [entry.from, entry.to].filter(Boolean).join(' → ')
  return (
    <Table.Tr>
      <Table.Td>
        {day(entry.at)} {clockTime(entry.at)}
      </Table.Td>
      <Table.Td>{entry.by?.name ?? '–'}</Table.Td>
      <Table.Td>
        {known ? t(`audit.what.${wordOf(entry.type as Audited)}`) : entry.type}
        {step && (
          <Text component="span" size="sm" c="dimmed">
            {' '}
            {step}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{programs.find(({ id }) => id === entry.programId)?.title}</Table.Td>
    </Table.Tr>
  )
}

type FilterProps = { value: string | null; onChange: (value: string | null) => void }

function AccountFilter({ value, onChange }: FilterProps) {
  const { t } = useTranslation()
  const accounts = useFetched<HouseAccounts>(paths.accounts).answer?.accounts ?? []
  return (
    <Select
      label={t('audit.account')}
      placeholder={t('audit.all')}
      clearable
      searchable
      value={value}
      onChange={onChange}
      data={accounts.map(({ id, username, name }) => ({ value: id, label: `${name} (${username})` }))}
    />
  )
}

type DayProps = { label: string; value: string; onChange: (value: string) => void; odd: boolean }

function DayField({ label, value, onChange, odd }: DayProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={label}
      placeholder="31/12/2026"
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      error={value.trim() !== '' && odd && t('programme.fault.day')}
      inputMode="numeric"
    />
  )
}
