import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import type { AccountGiven, HouseAccount } from '#protocol/accounts.js'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { type Grant, Role } from '#protocol/roles.js'
import { askServer } from '../../session/ask-server.js'
import { faultsIn } from '../../session/faults.js'
import type { Told } from './OneTimePassword.js'

type Props = {
  account: HouseAccount | undefined
  programs: readonly Program[]
  onClose: () => void
  onSaved: (told: Told | undefined) => void
}

/** Makes an account, or changes its name and roles: each for the house or for one programme. */
export function AccountForm({ account, programs, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const id = useMemo(() => newId(), [])
  const [username, setUsername] = useState('')
  const [name, setName] = useState(account?.name ?? '')
  const [roles, setRoles] = useState<Grant[]>(account?.roles ?? [])
  const [where, setWhere] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<{ said: string; faults: Record<string, string> }>()
  const [busy, setBusy] = useState(false)

  const holds = (role: Role) => roles.some(grant => grant.role === role && grant.programId === where)
  const turn = (role: Role, on: boolean) =>
    setRoles(
      on
        ? [...roles, { role, programId: where }]
        : roles.filter(grant => grant.role !== role || grant.programId !== where),
    )

  async function save(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setRefusal(undefined)
    try {
      const given = await (account
        ? askServer<AccountGiven>('PATCH', paths.account(account.id), {
            id: newId(),
            version: account.version,
            name,
            roles,
          })
        : askServer<AccountGiven>('POST', paths.accounts, { id, username, name, roles }))
      onSaved(given.password ? { username: given.account.username, password: given.password } : undefined)
    } catch (error) {
      setRefusal({ said: (error as Error).message, faults: faultsIn(error) })
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(account ? 'accounts.edit' : 'accounts.create')}
      withCloseButton={false}
      centered
    >
      <form onSubmit={event => void save(event)}>
        <Stack>
          {account ? (
            <Text>{account.username}</Text>
          ) : (
            <TextInput
              label={t('session.username')}
              value={username}
              onChange={event => setUsername(event.currentTarget.value)}
              error={refusal?.faults['username']}
              autoComplete="off"
              autoCapitalize="none"
              required
              data-autofocus
            />
          )}
          <TextInput
            label={t('accounts.name')}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
            error={refusal?.faults['name']}
            autoComplete="off"
            maxLength={120}
            required
          />
          <Select
            label={t('accounts.where')}
            value={where ?? ''}
            onChange={chosen => setWhere(chosen || null)}
            allowDeselect={false}
            data={[
              { value: '', label: t('accounts.forHouse') },
              ...programs.map(program => ({ value: program.id, label: program.title })),
            ]}
          />
          <Group role="group" aria-label={t('accounts.roles')}>
            {Role.options.map(role => (
              <Checkbox
                key={role}
                label={t(`role.${role}`)}
                checked={holds(role)}
                onChange={event => turn(role, event.currentTarget.checked)}
              />
            ))}
          </Group>
          {refusal && Object.keys(refusal.faults).length === 0 && (
            <Alert color="red" role="alert">
              {refusal.said}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('producer.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(account ? 'programme.save' : 'accounts.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
