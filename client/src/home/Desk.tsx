import { Center, Loader, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { Role } from '#protocol/roles.js'
import { LiveProgram, useLive } from '../live/LiveProgram.js'
import { CueBar } from '../messages/CueBar.js'
import { rolesFor, useSession } from '../session/Session.js'
import { askServer } from '../session/ask-server.js'
import { Strip } from '../strip/Strip.js'

const LIVELY: Program['phase'][] = ['live', 'paused', 'open', 'draft', 'ended', 'closed']

/** A desk's frame: the programme that the address names, or else the liveliest of mine, with the strip on top. */
export function Desk({ role, children }: { role: Role; children: ReactNode }) {
  const { t } = useTranslation()
  const { account } = useSession()
  const [address] = useSearchParams()
  const named = address.get('program')
  const [programId, setProgramId] = useState<string | null | undefined>(named ?? undefined)

  useEffect(() => {
    document.title = `${t(`desk.${role as 'secretary'}`)} – ${t('product')}`
    if (named) return setProgramId(named)
    askServer<{ programs: Program[] }>('GET', paths.programs).then(
      ({ programs }) => {
        const mine = programs.filter(program => rolesFor(account, program.id).includes(role))
        const first = mine.toSorted((a, b) => LIVELY.indexOf(a.phase) - LIVELY.indexOf(b.phase))[0]
        setProgramId(first?.id ?? null)
      },
      () => setProgramId(null),
    )
  }, [named, role, account, t])

  if (programId === undefined) return <Waiting />
  if (programId === null)
    return (
      <Center h="60vh">
        <Text>{t('desk.noProgramme')}</Text>
      </Center>
    )
  return (
    <LiveProgram who={{ programId }}>
      <Strip />
      <Joined>
        <CueBar />
        {children}
      </Joined>
    </LiveProgram>
  )
}

/** What is inside sees the programme from its first moment on. */
function Joined({ children }: { children: ReactNode }) {
  const { data, link } = useLive()
  const { t } = useTranslation()
  if (data) return children
  if (link.state === 'refused')
    return (
      <Center h="60vh">
        <Text>{t('desk.noProgramme')}</Text>
      </Center>
    )
  return <Waiting />
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <Center h="60vh">
      <Loader aria-label={t('desk.loading')} />
    </Center>
  )
}
