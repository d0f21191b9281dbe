import { Button, Checkbox, Group, List, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLive, useLiveState, useServerNow } from '../live/LiveProgram.js'
import { language } from '../text/language.js'
import { clockTime, dayAndTime } from '../text/times.js'
import {
  CLOCK_LIMIT,
  type Standing,
  backupStanding,
  panelFaults,
  rehearsalFault,
  screenFault,
  untried,
} from './checks.js'
import type { LastBackup } from '#protocol/backup.js'
import { paths } from '#protocol/paths.js'
import { useFetched } from '../setup/useFetched.js'
import { useDatabaseCheck } from './useDatabaseCheck.js'
import { useTriedLines } from './useTriedLines.js'

/** What must be right before the hour; what is not says how it is mended. */
export function CheckList() {
  const { t } = useTranslation()
  const { questions, screens, speakers, receipts, ...live } = useLiveState()
  const program = live.program as Program
  const { clockAhead } = useLive()
  const serverNow = useServerNow()
  const now = serverNow + program.clockOffsetMs
  const database = useDatabaseCheck()
  const kept = useFetched<{ backup: LastBackup }>(paths.backup)
  const backup = backupStanding(kept.answer?.backup, serverNow)
  const backedUpAt = kept.answer?.backup.failedAt ?? kept.answer?.backup.at
  const [tried, setTried] = useTriedLines()

  const receiptOf = new Map(receipts.map(receipt => [receipt.screenId, receipt]))
  const all = [...screens.values()]
  const shows = [...questions.values()].some(({ state }) => state === 'approved' || state === 'on_air')
  const faulty = all.flatMap(screen => {
    const why = screenFault(screen, receiptOf.get(screen.id), shows)
    return why ? [{ screen, why }] : []
  })
  const panel = panelFaults([...speakers.values()], all)
  const lines = program.lines.filter(({ retiredAt }) => !retiredAt)
  const left = untried(lines, tried)
  const rehearsal = rehearsalFault(program, questions.size)
  const again = () => {
    database.again()
    kept.reload()
  }
  const clockOff = Math.abs(clockAhead) > CLOCK_LIMIT

  return (
    <section aria-labelledby="checks">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5" id="checks">
          {t('beforeAir.checks')}
        </Title>
        <Button size="xs" variant="default" onClick={again}>
          {t('beforeAir.again')}
        </Button>
      </Group>
      <List listStyleType="none" spacing="sm" center={false}>
        <Check
          standing={all.length > 0 && faulty.length === 0 ? 'good' : 'bad'}
          name={t('beforeAir.screens')}
        >
          {all.length === 0 && t('beforeAir.noScreens')}
          {faulty.map(({ screen, why }) => `${screen.label}: ${t(`beforeAir.screen.${why}`)}`).join(' · ')}
          {all.length > 0 &&
            faulty.length === 0 &&
            t(shows ? 'beforeAir.screensPaint' : 'beforeAir.screensOn', { count: all.length })}
        </Check>
        <Check standing={left.length === 0 ? 'good' : 'bad'} name={t('beforeAir.lines')}>
          {left.length > 0 && t('beforeAir.linesHow')}
          <Group gap="md" mt={4} role="group" aria-label={t('beforeAir.lines')}>
            {lines.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={tried.has(id)}
                onChange={event => setTried(id, event.currentTarget.checked)}
              />
            ))}
          </Group>
        </Check>
        <Check
          standing={panel.empty || panel.seatless.length > 0 ? 'bad' : 'good'}
          name={t('beforeAir.panel', { count: speakers.size })}
        >
          {panel.empty && t('beforeAir.panelEmpty')}
          {panel.seatless.length > 0 && t('beforeAir.seatless', { screens: panel.seatless.join(', ') })}
        </Check>
        <Check
          standing={clockOff ? 'bad' : 'good'}
          name={t('beforeAir.clock', {
            time: clockTime(now),
            difference: (Math.abs(clockAhead) / 1000).toLocaleString(language(), {
              maximumFractionDigits: 1,
            }),
          })}
        >
          {t(clockOff ? 'beforeAir.clockHow' : 'beforeAir.clockCompare')}
        </Check>
        <Check standing={program.plannedStart ? 'good' : 'bad'} name={t('beforeAir.start')}>
          {program.plannedStart
            ? t('beforeAir.startsAt', { time: clockTime(program.plannedStart) })
            : t('beforeAir.startHow')}
        </Check>
        <Check
          standing={database.writable === false ? 'bad' : database.writable ? 'good' : 'absent'}
          name={t('beforeAir.database')}
        >
          {database.writable === false && t('beforeAir.databaseHow')}
        </Check>
        <Check standing={backup.standing} name={t('beforeAir.backup')}>
          {t(`beforeAir.backupIs.${backup.why}`, { time: backedUpAt ? dayAndTime(backedUpAt) : '' })}
        </Check>
        <Check standing={rehearsal ? 'bad' : 'good'} name={t('beforeAir.wiped')}>
          {rehearsal && t(`beforeAir.${rehearsal}`)}
        </Check>
      </List>
    </section>
  )
}

const MARKS = { good: '✓', bad: '▲', absent: '–' } as const
const COLOURS = { good: 'green.4', bad: 'orange.4', absent: 'dimmed' } as const

type CheckProps = { standing: Standing; name: string; children?: ReactNode }

/** A state is a word, a shape and a colour. */
function Check({ standing, name, children }: CheckProps) {
  const { t } = useTranslation()
  return (
    <List.Item data-standing={standing}>
      <Text fw={600} c={COLOURS[standing]}>
        <span aria-hidden="true">{MARKS[standing]} </span>
        {name} – {t(`beforeAir.standing.${standing}`)}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </List.Item>
  )
}
