import { Alert, Anchor, Button, Container, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Account } from '#protocol/session.js'
import { language, speak } from '../text/language.js'
import { askServer } from './ask-server.js'

type Props = { ended: boolean; onSignedIn: (account: Account) => void }

/** Name and password. What was typed stays when it is refused. */
export function SignIn({ ended, onSignedIn }: Props) {
  const { t } = useTranslation()
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    setBusy(true)
    setRefusal('')
    try {
      onSignedIn((await askServer<{ account: Account }>('POST', paths.session, typed)).account)
    } catch (error) {
      setRefusal((error as Error).message)
      setBusy(false)
    }
  }

  return (
    <Container component="main" size="xs" py="10vh">
      <Title order={1}>{t('product')}</Title>
      <Text c="dimmed" mb="xl">
        {t('about')}
      </Text>
      <form onSubmit={event => void signIn(event)}>
        <Stack>
          {ended && !refusal && <Alert color="blue">{t('session.ended')}</Alert>}
          <TextInput
            name="username"
            label={t('session.username')}
            autoComplete="username"
            autoCapitalize="none"
            required
            autoFocus
          />
          <PasswordInput
            name="password"
            label={t('session.password')}
            autoComplete="current-password"
            required
          />
          {refusal && (
            <Alert color="red" role="alert">
              {refusal}
            </Alert>
          )}
          <Button type="submit" loading={busy}>
            {t('session.signIn')}
          </Button>
          <Anchor
            component="button"
            type="button"
            c="dimmed"
            onClick={() => speak(language() === 'vi' ? 'en' : 'vi')}
          >
            {t('otherLanguage')}
          </Anchor>
        </Stack>
      </form>
    </Container>
  )
}
