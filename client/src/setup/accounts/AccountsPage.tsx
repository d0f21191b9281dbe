import { Button, Group, Kbd, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseAccount, HouseAccounts } from '#protocol/accounts.js'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { dayAndTime } from '../../text/times.js'
import { useKeys } from '../../ui/useKeys.js'
import { useFetched } from '../useFetched.js'
import { AccountActs } from './AccountActs.js'
import { AccountForm } from './AccountForm.js'
import { OneTimePassword, type Told } from './OneTimePassword.js'

/** Who may sign in, and as what. */
export function AccountsPage() {
  const { t } = useTranslation()
  const { answer, refusal, reload } = useFetched<HouseAccounts>(paths.accounts)
  const programs = useFetched<{ programs: Program[] }>(paths.programs).answer?.programs ?? []
  const [edited, setEdited] = useState<HouseAccount | 'new'>()
  const [told, setTold] = useState<Told>()
  useKeys([['Alt+N', () => setEdited('new')]])

  const rolesOf = ({ roles }: HouseAccount) =>
    roles.map(({ role, programId }) => {
      const title =
        programId && (programs.find(({ id }) => id === programId)?.title ?? t('accounts.oneProgramme'))
      return title ? `${t(`role.${role}`)} (${title})` : t(`role.${role}`)
    })

  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {t('setup.accounts')}
        </Title>
        <Button onClick={() => setEdited('new')} rightSection={<Kbd c="dark.0">Alt+N</Kbd>}>
          {t('accounts.create')}
        </Button>
      </Group>
      {refusal && <Text c="red.4">{refusal}</Text>}
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('session.username')}</Table.Th>
            <Table.Th>{t('accounts.name')}</Table.Th>
            <Table.Th>{t('accounts.roles')}</Table.Th>
            <Table.Th>{t('accounts.state')}</Table.Th>
            <Table.Th>{t('setup.acts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer?.accounts.map(account => (
            <Table.Tr key={account.id}>
              <Table.Td>{account.username}</Table.Td>
              <Table.Td>{account.name}</Table.Td>
              <Table.Td>{rolesOf(account).join(' · ') || t('accounts.noRole')}</Table.Td>
              <Table.Td>
                <AccountState account={account} />
              </Table.Td>
              <Table.Td>
                <AccountActs
                  account={account}
                  onEdit={() => setEdited(account)}
                  onTold={setTold}
                  onChanged={reload}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {edited && (
        <AccountForm
          account={edited === 'new' ? undefined : edited}
          programs={programs}
          onClose={() => setEdited(undefined)}
          onSaved={given => {
            setEdited(undefined)
            setTold(given)
            reload()
          }}
        />
      )}
      {told && <OneTimePassword told={told} onClose={() => setTold(undefined)} />}
    </>
  )
}

function AccountState({ account }: { account: HouseAccount }) {
  const { t } = useTranslation()
  if (account.locked) return <Text c="orange.4">▲ {t('accounts.locked')}</Text>
  return (
    <>
      {account.mustChangePassword && <Text size="sm">◆ {t('accounts.oneTimePassword')}</Text>}
      <Text size="sm" c="dimmed">
        {account.lastSeenAt
          ? t('accounts.seen', { time: dayAndTime(account.lastSeenAt) })
          : t('accounts.neverSeen')}
      </Text>
    </>
  )
}
