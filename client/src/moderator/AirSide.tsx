import { Button, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import { useCommand } from '../commands/useCommand.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import { useKeys } from '../ui/useKeys.js'
import classes from './AirBar.module.css'
import { KeyButton } from './KeyButton.js'
import { useDesk } from './moderator-desk.js'
import { useDeskKeys } from './useDeskKeys.js'
import { useReplaced } from './useReplaced.js'

type Props = { now: DeskQuestion | undefined; next: DeskQuestion | undefined }

/** Câu tiếp theo, who holds the air, and the dark. */
export function AirSide({ now, next }: Props) {
  const { t } = useTranslation()
  const { take, program } = useDesk()
  const replaced = useReplaced(next)
  const takes = Boolean(next?.moves.includes('take'))
  const takeNext = (then?: 'approved') => next && takes && take(next, { then, replaced: replaced() })
  const back = () => now && takeNext('approved')
  useDeskKeys([
    ['Alt+Enter', () => takeNext()],
    ['Alt+Shift+N', back],
  ])
  return (
    <div className={classes.side}>
      <Button
        color="blue.4"
        className={classes.take}
        onClick={() => takeNext()}
        disabled={!takes}
        size="lg"
        fullWidth
      >
        <span className={classes.takeLabel}>
          {t('moderator.takeNext')} <Kbd>Alt+Enter</Kbd>
        </span>
      </Button>
      {now && takes && (
        <KeyButton keys="Alt+Shift+N" onClick={back} fullWidth>
          {t('air.takeNextKeeping')}
        </KeyButton>
      )}
      <AirHolder />
      <Blank on={program.blank} />
    </div>
  )
}

/** One moderator at a time holds the air; another takes it over with one press. */
function AirHolder() {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { account } = useSession()
  const send = useCommand()
  const holder = program.airHolder
  const mine = holder?.id === account.id
  const open = !mine && program.phase !== 'closed'
  const hold = () => open && void send('PUT', paths.air(program.id))
  useDeskKeys([['Alt+Shift+A', hold]])
  return (
    <div className={classes.holder}>
      <Text size="xs" role="status" c={holder && !mine ? 'orange.4' : 'dimmed'}>
        {holder ? t('moderator.holder', { name: holder.name }) : t('moderator.noHolder')}
      </Text>
      {open && (
        <KeyButton keys="Alt+Shift+A" size="compact-xs" onClick={hold}>
          {t('moderator.hold')}
        </KeyButton>
      )}
    </div>
  )
}

/** Everything but the clock off every screen at once, and back at once. */
function Blank({ on }: { on: boolean }) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const send = useCommand()
  const toggle = () => void send('PUT', paths.blank(program.id), { on: !on })
  useKeys([['Alt+0', toggle]])
  return (
    <KeyButton keys="Alt+0" fullWidth variant={on ? 'filled' : 'default'} color="orange.4" onClick={toggle}>
      {on ? `■ ${t('moderator.unblank')}` : t('moderator.blank')}
    </KeyButton>
  )
}
