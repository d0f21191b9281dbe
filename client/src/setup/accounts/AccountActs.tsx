import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountGiven, HouseAccount } from '#protocol/accounts.js'
import { paths } from '#protocol/paths.js'
import { useCommand } from '../../commands/useCommand.js'
import { Confirm } from '../../producer/Confirm.js'
import type { Told } from './OneTimePassword.js'

type Asked = 'lock' | 'unlock' | 'reset' | 'end'

type Props = {
  account: HouseAccount
  onEdit: () => void
  onTold: (told: Told) => void
  onChanged: () => void
}

/** What may be done with an account; what cuts somebody off asks first. */
export function AccountActs({ account, onEdit, onTold, onChanged }: Props) {
  const { t } = useTranslation()
  const send = useCommand()
  const [asked, setAsked] = useState<Asked>()
  const { id, username, version } = account

  async function act(act: Asked) {
    if (act === 'end') await send('DELETE', paths.accountSessions(id))
    else if (act === 'reset') {
      const given = await send<AccountGiven>('POST', paths.accountPassword(id))
      if (given?.password) onTold({ username, password: given.password })
    } else await send('PATCH', paths.account(id), { version, locked: act === 'lock' })
    onChanged()
  }

  const button = (act: Asked | 'edit', press: () => void) => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${t(`accounts.act.${act}`)}: ${username}`}
      onClick={press}
    >
      {t(`accounts.act.${act}`)}
    </Button>
  )
  const lock = account.locked ? 'unlock' : 'lock'
  return (
    <Group gap={6}>
      {button('edit', onEdit)}
      {button('reset', () => setAsked('reset'))}
      {button('end', () => setAsked('end'))}
      {button(lock, () => (lock === 'lock' ? setAsked('lock') : void act('unlock')))}
      <Confirm
        question={asked && t(`accounts.sure.${asked as 'lock'}`, { username })}
        yes={asked ? t(`accounts.act.${asked}`) : ''}
        danger
        onYes={() => asked && void act(asked)}
        onClose={() => setAsked(undefined)}
      />
    </Group>
  )
}
