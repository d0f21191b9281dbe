import { Alert, Anchor, Button, Container, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import { PASSWORD_LENGTH } from '#protocol/session.js'
import { askServer } from './ask-server.js'
import { faultsIn } from './faults.js'

type Props = {
  /** Told once, by whoever made the account: it opens nothing else. */
  oneTime: boolean
  onChanged: () => void
  onLeave: () => void
}

/** A password of one's own. What was typed stays when it is refused. */
export function ChangePassword({ oneTime, onChanged, onLeave }: Props) {
  const { t } = useTranslation()
  const [refusal, setRefusal] = useState<{ said: string; faults: Record<string, string> }>()
  const [busy, setBusy] = useState(false)

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    setBusy(true)
    setRefusal(undefined)
    try {
      await askServer('PUT', paths.password, typed)
      onChanged()
    } catch (error) {
      setRefusal({ said: (error as Error).message, faults: faultsIn(error) })
      setBusy(false)
    }
  }

  return (
    <Container component="main" size="xs" py="10vh">
      <Title order={1} size="h2" mb="sm">
        {t('password.change')}
      </Title>
      {oneTime && <Text mb="md">{t('password.oneTime')}</Text>}
      <form onSubmit={event => void change(event)}>
        <Stack>
          <PasswordInput
            name="old"
            label={t(oneTime ? 'password.given' : 'password.old')}
            autoComplete="current-password"
            error={refusal?.faults['old']}
            required
            autoFocus
          />
          <PasswordInput
            name="new"
            label={t('password.new')}
            description={t('password.rules', { count: PASSWORD_LENGTH })}
            autoComplete="new-password"
            error={refusal?.faults['new']}
            required
          />
          {refusal && Object.keys(refusal.faults).length === 0 && (
            <Alert color="red" role="alert">
              {refusal.said}
            </Alert>
          )}
          <Button type="submit" loading={busy}>
            {t('password.change')}
          </Button>
          <Anchor component="button" type="button" c="dimmed" onClick={onLeave}>
            {t(oneTime ? 'session.signOut' : 'password.leave')}
          </Anchor>
        </Stack>
      </form>
    </Container>
  )
}
