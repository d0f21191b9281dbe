import { Anchor, Badge, Card, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { rolesFor, useSession } from '../session/Session.js'
import { askServer } from '../session/ask-server.js'
import { dayAndTime } from '../text/times.js'

const DESKS = ['secretary', 'moderator', 'producer'] as const

/** The programmes that I may see, and the way to my desks in each. */
export function Home() {
  const { t } = useTranslation()
  const { account, signOut } = useSession()
  const [programs, setPrograms] = useState<Program[]>()
  const [refusal, setRefusal] = useState('')

  useEffect(() => {
    askServer<{ programs: Program[] }>('GET', paths.programs).then(
      answer => setPrograms(answer.programs),
      (error: Error) => setRefusal(error.message),
    )
  }, [])

  return (
    <Container component="main" size="md" py="6vh">
      <Group justify="space-between">
        <Title order={1}>{t('product')}</Title>
        <Group>
          {account.roles.some(({ role }) => role === 'admin') && (
            <Anchor component={Link} to="/setup">
              {t('setup.title')}
            </Anchor>
          )}
          <Anchor component={Link} to="/password">
            {t('password.change')}
          </Anchor>
          <Anchor component="button" onClick={signOut}>
            {t('session.signOut')} {account.name}
          </Anchor>
        </Group>
      </Group>
      <Title order={2} size="h4" my="md">
        {t('home.programmes')}
      </Title>
      {refusal && <Text c="red.4">{refusal}</Text>}
      {programs?.length === 0 && <Text>{t('home.noProgramme')}</Text>}
      <Stack component="ul" p={0} m={0}>
        {programs?.map(program => (
          <Card key={program.id} component="li" withBorder>
            <Group gap="xs">
              <Badge color={program.phase === 'live' ? 'red.9' : 'gray.7'} radius="sm">
                {program.phase === 'live' ? '● ' : ''}
                {t(`phase.${program.phase}`)}
              </Badge>
              {program.mode === 'rehearsal' && <Badge variant="outline">{t('rehearsal')}</Badge>}
              <Text c="dimmed" size="sm">
                {program.plannedStart && `${dayAndTime(program.plannedStart)} · `}
                {t('home.minutes', { count: program.plannedMinutes })}
              </Text>
            </Group>
            <Text fw={600} mt="xs">
              {program.title}
            </Text>
            {program.seriesTitle && <Text c="dimmed">{program.seriesTitle}</Text>}
            <Group mt="sm">
              {DESKS.filter(desk => rolesFor(account, program.id).includes(desk)).map(desk => (
                <Anchor key={desk} component={Link} to={`/${desk}?program=${program.id}`}>
                  {t(`desk.${desk}`)}
                </Anchor>
              ))}
              {rolesFor(account, program.id).includes('producer') && (
                <Anchor component={Link} to={`/before-air?program=${program.id}`}>
                  {t('beforeAir.title')}
                </Anchor>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
    </Container>
  )
}
