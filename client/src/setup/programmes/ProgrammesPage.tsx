import { Anchor, Badge, Button, Group, Kbd, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { dayAndTime } from '../../text/times.js'
import { useKeys } from '../../ui/useKeys.js'
import { useFetched } from '../useFetched.js'

/** Every programme, the latest first; Alt+C makes the next one from it. */
export function ProgrammesPage({ forHouse }: { forHouse: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { answer, refusal } = useFetched<{ programs: Program[] }>(paths.programs)
  const programs = answer?.programs ?? []
  const latest = programs[0]
  const copy = (program: Program | undefined) =>
    void navigate(program ? `/setup/new?from=${program.id}` : '/setup/new')
  useKeys([['Alt+C', () => forHouse && answer && copy(latest)]])
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {t('setup.programmes')}
        </Title>
        {forHouse && (
          <Group>
            {latest && (
              <Button autoFocus onClick={() => copy(latest)} rightSection={<Kbd c="dark.0">Alt+C</Kbd>}>
                {t('programme.copyLatest')}
              </Button>
            )}
            <Button variant="default" onClick={() => copy(undefined)}>
              {t('programme.new')}
            </Button>
          </Group>
        )}
      </Group>
      {refusal && <Text c="red.4">{refusal}</Text>}
      {answer && programs.length === 0 && <Text>{t('home.noProgramme')}</Text>}
      {programs.length > 0 && (
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('programme.title')}</Table.Th>
              <Table.Th>{t('programme.start')}</Table.Th>
              <Table.Th>{t('programme.phase')}</Table.Th>
              <Table.Th>{t('setup.acts')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {programs.map(program => (
              <Table.Tr key={program.id}>
                <Table.Td>
                  {program.number && `${t('home.topicNumber', { number: program.number })} – `}
                  {program.title}
                </Table.Td>
                <Table.Td>{program.plannedStart && dayAndTime(program.plannedStart)}</Table.Td>
                <Table.Td>
                  {t(`phase.${program.phase}`)}{' '}
                  {program.mode === 'rehearsal' && <Badge variant="outline">{t('rehearsal')}</Badge>}
                </Table.Td>
                <Table.Td>
                  <Group gap="sm" wrap="nowrap">
                    <Anchor
                      component={Link}
                      to={`/setup/programmes/${program.id}`}
                      aria-label={t('programme.editThis', { title: program.title })}
                    >
                      {t('setup.change')}
                    </Anchor>
                    {forHouse && (
                      <Anchor
                        component={Link}
                        to={`/setup/new?from=${program.id}`}
                        aria-label={t('programme.copyThis', { title: program.title })}
                      >
                        {t('programme.copy')}
                      </Anchor>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
