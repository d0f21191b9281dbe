import { Anchor, Badge, Group, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Program } from '#protocol/program.js'
import { useLive, useServerNow } from '../live/LiveProgram.js'
import { SignOut } from '../secretary/outbox/SignOut.js'
import { WaitingMark } from '../secretary/outbox/WaitingMark.js'
import { rolesFor, useSession } from '../session/Session.js'
import { language, speak } from '../text/language.js'
import { span } from '../text/times.js'
import { NewVersion } from './NewVersion.js'
import classes from './Strip.module.css'

const DESKS = ['secretary', 'moderator', 'producer'] as const

/** On top of every desk: programme, phase, time left, my connection, who is here, and whether the keyboard is. */
export function Strip() {
  const { t } = useTranslation()
  const { data } = useLive()
  const { account } = useSession()
  if (!data) return null
  const program = data.program as Program
  const roles = rolesFor(account, program.id)
  return (
    <header className={classes.strip}>
      <Group gap="md" wrap="nowrap">
        <PhaseMark program={program} />
        <Text fw={600} truncate maw="30vw" title={program.title}>
          {program.number ? `${t('home.topicNumber', { number: program.number })} – ` : ''}
          {program.title}
        </Text>
        <TimeLeft program={program} />
        {!program.intakeOpen && (
          <Badge color="orange.4" variant="outline" radius="sm">
            ▲ {t('strip.intakeClosed')}
          </Badge>
        )}
      </Group>
      <Group gap="md" wrap="nowrap">
        <nav className={classes.desks}>
          {DESKS.filter(desk => roles.includes(desk)).map(desk => (
            <Anchor key={desk} component={Link} to={`/${desk}?program=${program.id}`} size="sm">
              {t(`desk.${desk}`)}
            </Anchor>
          ))}
          {roles.includes('producer') && (
            <Anchor component={Link} to={`/before-air?program=${program.id}`} size="sm">
              {t('beforeAir.title')}
            </Anchor>
          )}
          {roles.includes('admin') && (
            <Anchor component={Link} to="/setup" size="sm">
              {t('setup.title')}
            </Anchor>
          )}
        </nav>
        <Tooltip label={`${t('strip.people')}: ${data.people.map(person => person.name).join(', ')}`}>
          <Text size="sm" c="dimmed" tabIndex={0} className={classes.people}>
            {data.people.map(person => person.name).join(' · ')}
          </Text>
        </Tooltip>
        <WaitingMark />
        <NewVersion />
        <LinkState />
        <Anchor
          component="button"
          size="sm"
          c="dimmed"
          onClick={() => speak(language() === 'vi' ? 'en' : 'vi')}
        >
          {t('otherLanguage')}
        </Anchor>
        <SignOut />
      </Group>
      <LostKeyboard />
    </header>
  )
}

function PhaseMark({ program }: { program: Program }) {
  const { t } = useTranslation()
  const live = program.phase === 'live'
  return (
    <Group gap={6} wrap="nowrap">
      <Badge
        color={live ? 'red.9' : 'gray.7'}
        variant="filled"
        radius="sm"
        size="lg"
        className={classes.phase}
      >
        {live && <span aria-hidden="true">● </span>}
        {t(`phase.${program.phase}`)}
      </Badge>
      {program.mode === 'rehearsal' && (
        <Badge color="yellow" variant="outline" radius="sm" size="lg">
          {t('rehearsal')}
        </Badge>
      )}
    </Group>
  )
}

/** Planned start + planned minutes − the house clock. It does not stop in a pause. */
function TimeLeft({ program }: { program: Program }) {
  const { t } = useTranslation()
  const now = useServerNow() + program.clockOffsetMs
  if (!program.plannedStart || program.phase === 'closed') return null
  const left = Date.parse(program.plannedStart) + program.plannedMinutes * 60_000 - now
  return (
    <Text className={classes.time} c={left < 0 ? 'orange.4' : undefined} fw={left < 0 ? 700 : 400}>
      {left < 0 ? `▲ ${t('strip.over', { time: span(-left) })}` : t('strip.left', { time: span(left) })}
    </Text>
  )
}

function LinkState() {
  const { t } = useTranslation()
  const { link, storageAway } = useLive()
  const now = useServerNow()
  if (link.state === 'synced' && !storageAway)
    return (
      <Text size="sm" c="green.4" role="status">
        ✓ {t('strip.synced')}
      </Text>
    )
  return (
    <Text size="sm" c="orange.4" fw={600} role="status">
      ▲{' '}
      {link.state === 'synced'
        ? t('strip.storageAway')
        : link.state === 'lost'
          ? t('strip.lost', { time: span(now - link.since) })
          : t('strip.connecting')}
    </Text>
  )
}

/** Keys typed into another window are lost to this desk; it says so across its whole width. */
function LostKeyboard() {
  const { t } = useTranslation()
  const [lost, setLost] = useState(() => !document.hasFocus())
  useEffect(() => {
    const check = () => setLost(!document.hasFocus())
    window.addEventListener('blur', check)
    window.addEventListener('focus', check)
    return () => {
      window.removeEventListener('blur', check)
      window.removeEventListener('focus', check)
    }
  }, [])
  return lost ? (
    <UnstyledButton className={classes.lost} onClick={() => window.focus()}>
      ▲ {t('strip.noKeyboard')}
    </UnstyledButton>
  ) : null
}
