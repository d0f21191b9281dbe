import { Anchor, Button, Group, Kbd, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/Session.js'
import { Dialog } from '../Dialog.js'
import { useUnsent } from './OutboxProvider.js'

/** Whoever leaves with slips unsent is told what becomes of them. */
export function SignOut() {
  const { t } = useTranslation()
  const { account, signOut } = useSession()
  const { slips } = useUnsent()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Anchor component="button" size="sm" onClick={() => (slips.length > 0 ? setAsking(true) : signOut())}>
        {t('session.signOut')} {account.name}
      </Anchor>
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('slip.unsent', { count: slips.length })}
      >
        <Text>{t('slip.signOutMeans', { name: account.name })}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => setAsking(false)}
            rightSection={<Kbd size="xs">Esc</Kbd>}
            data-autofocus
          >
            {t('secretary.back')}
          </Button>
          <Button color="blue.4" onClick={signOut}>
            {t('slip.signOutKeeping')}
          </Button>
        </Group>
      </Dialog>
    </>
  )
}
