import { Button, Card, Group, Stack, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { rolesFor, useSession } from '../session/Session.js'
import { Rehearsal } from '../setup/programmes/Rehearsal.js'
import { CheckList } from './CheckList.js'
import { SamplePlayer } from './SamplePlayer.js'

/** What is looked at before the hour, and the rehearsal that comes before it. */
export default function BeforeAirPage() {
  const { t } = useTranslation()
  const { account } = useSession()
  const program = useLiveState().program as Program
  const roles = rolesFor(account, program.id)
  const [, setAnswered] = useState<Program>()
  useEffect(() => {
    document.title = `${t('beforeAir.title')} – ${t('product')}`
  }, [t])
  return (
    <Stack component="main" p="md" maw="64rem" mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h4">
          {t('beforeAir.title')}
        </Title>
        <Button
          size="xs"
          variant="default"
          component={Link}
          to={`/before-air/paper?program=${program.id}`}
          target="_blank"
        >
          {t('beforeAir.emergency')}
        </Button>
      </Group>
      <Card withBorder>
        <CheckList />
      </Card>
      {(roles.includes('producer') || roles.includes('admin')) && (
        <Card withBorder>
          <Rehearsal program={program} onChanged={setAnswered} />
        </Card>
      )}
      {program.mode === 'rehearsal' && (
        <Card withBorder>
          <SamplePlayer mayLog={roles.includes('secretary') || roles.includes('moderator')} />
        </Card>
      )}
    </Stack>
  )
}
