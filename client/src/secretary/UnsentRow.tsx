import { Anchor, Button, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { clockTime } from '../text/times.js'
import { aboutOf } from './outbox/deliver.js'
import { isSetAside } from './outbox/stages.js'
import type { Slip } from './slip.js'
import classes from './Unsent.module.css'

type Props = {
  slip: Slip
  /** Its place among those on their way, from 1. */
  place: number
  /** Of another programme of the same account. */
  elsewhere: boolean
  /** The one that the key opens. */
  first: boolean
  onOpen: (slip: Slip) => void
  onAgain: (slip: Slip) => void
  onDivert: (slip: Slip) => void
  onDiscard: (slip: Slip) => void
}

/** A slip that the server does not have: why, whose it is, how it begins, and what can be done with it. */
export function UnsentRow({ slip, place, elsewhere, first, onOpen, onAgain, onDivert, onDiscard }: Props) {
  const { t } = useTranslation()
  const gone = slip.how === 'diverted'
  const about = gone ? t('state.diverted') : aboutOf(slip)
  const called = (words: string) => `${words}: ${about}`
  return (
    <li className={classes.row} data-stage={slip.stage}>
      <div className={classes.top}>
        <Why slip={slip} place={place} />
        {elsewhere && (
          <Anchor component={Link} size="sm" to={`/secretary?program=${slip.programId}`}>
            {t('slip.elsewhere')}
          </Anchor>
        )}
        <Text span size="sm" c="dark.2" className={classes.when}>
          {clockTime(slip.takenAt)}
        </Text>
      </div>
      <div className={classes.words}>
        <Text size="sm" className={slip.stage === 'refused' ? classes.whole : classes.text}>
          {slip.stage === 'refused' && !gone
            ? `${aboutOf({ ...slip, verbatim: '' })} ${slip.verbatim}`
            : about}
        </Text>
        {!gone && !elsewhere && (
          <Button
            size="compact-sm"
            variant={first ? 'filled' : 'default'}
            color="blue.4"
            aria-label={called(t(isSetAside(slip) ? 'slip.copy' : 'slip.takeUp'))}
            onClick={() => onOpen(slip)}
            rightSection={first && <Kbd size="xs">Alt+L</Kbd>}
          >
            {t(isSetAside(slip) ? 'slip.copy' : 'slip.takeUp')}
          </Button>
        )}
        {gone && slip.stage === 'refused' && (
          <Button size="compact-sm" variant="default" onClick={() => onAgain(slip)}>
            {t('slip.again')}
          </Button>
        )}
        {!gone && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={called(t('secretary.divert'))}
            onClick={() => onDivert(slip)}
          >
            {t('secretary.divert')}
          </Button>
        )}
        {slip.stage !== 'waiting' && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={called(t('secretary.discard'))}
            onClick={() => onDiscard(slip)}
          >
            {t('secretary.discard')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Why({ slip, place }: { slip: Slip; place: number }) {
  const { t } = useTranslation()
  if (slip.stage === 'refused')
    return (
      <Text span size="sm" fw={600} c="red.4" role="alert">
        ✕ {t(isSetAside(slip) ? 'slip.setAside' : 'slip.refused', { reason: slip.refusal?.message })}
      </Text>
    )
  return (
    <Text span size="sm" fw={600} c="orange.4">
      {slip.stage === 'waiting' ? `▲ ${t('slip.notSent', { place })}` : `◐ ${t('slip.lies')}`}
    </Text>
  )
}
