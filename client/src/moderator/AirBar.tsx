import { Button, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import { useCommand } from '../commands/useCommand.js'
import type { DeskQuestion } from '../questions/columns.js'
import { useSession } from '../session/Session.js'
import classes from './AirBar.module.css'
import { FaceCard } from './FaceCard.js'
import { ReceiptLine } from './ReceiptLine.js'
import { Since } from './ServerClock.js'
import { useDesk } from './moderator-desk.js'
import { type Key, useKeys } from '../ui/useKeys.js'

type Props = { now: DeskQuestion | undefined; next: DeskQuestion | undefined }

/** What is on air and what comes next, as the screens show it, and the keys that change it. */
export function AirBar({ now, next }: Props) {
  const { t } = useTranslation()
  const { moves, take, program } = useDesk()
  const may = (move: 'withdraw' | 'recall' | 'answer') => Boolean(now?.moves.includes(move))
  const make = (move: 'withdraw' | 'recall' | 'answer') => now && may(move) && void moves.move(now, { move })
  const takes = Boolean(next?.moves.includes('take'))
  const takeNext = () => next && takes && take(next)
  const keys: Key[] = [
    ['Alt+R', () => make('withdraw')],
    ['Alt+Shift+S', () => make('recall')],
    ['Alt+Shift+D', () => make('answer')],
    ['Alt+Enter', takeNext],
  ]
  useKeys(keys)
  return (
    <div className={classes.bar}>
      <FaceCard
        place="now"
        question={now}
        corner={
          now?.onAirSince && (
            <Text component="span" size="sm" aria-label={t('moderator.onThisAnswer')} role="timer">
              <Since moment={now.onAirSince} />
            </Text>
          )
        }
      >
        {now && <ReceiptLine question={now} />}
        {now && (
          <div className={classes.moves}>
            {may('withdraw') && (
              <Button size="compact-sm" color="red.9" onClick={() => make('withdraw')}>
                {t('moderator.move.withdraw')}{' '}
                <Kbd ml={6} size="xs">
                  Alt+R
                </Kbd>
              </Button>
            )}
            {may('recall') && (
              <Button size="compact-sm" variant="default" onClick={() => make('recall')}>
                {t('moderator.move.recall')}{' '}
                <Kbd ml={6} size="xs">
                  Alt+Shift+S
                </Kbd>
              </Button>
            )}
            {may('answer') && (
              <Button size="compact-sm" variant="default" onClick={() => make('answer')}>
                {t('moderator.move.answer')}{' '}
                <Kbd ml={6} size="xs">
                  Alt+Shift+D
                </Kbd>
              </Button>
            )}
          </div>
        )}
      </FaceCard>
      <FaceCard place="next" question={next}>
        {next && <ReceiptLine question={next} />}
      </FaceCard>
      <div className={classes.side}>
        <Button
          color="blue.4"
          className={classes.take}
          onClick={takeNext}
          disabled={!takes}
          size="lg"
          fullWidth
        >
          <span className={classes.takeLabel}>
            {t('moderator.takeNext')} <Kbd>Alt+Enter</Kbd>
          </span>
        </Button>
        <AirHolder />
        <Blank on={program.blank} />
      </div>
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
  return (
    <div className={classes.holder}>
      <Text size="sm" role="status" c={holder && !mine ? 'orange.4' : 'dimmed'}>
        {holder ? t('moderator.holder', { name: holder.name }) : t('moderator.noHolder')}
      </Text>
      {!mine && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void send('PUT', paths.air(program.id))}
          disabled={program.phase === 'closed'}
        >
          {t('moderator.hold')}
        </Button>
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
    <Button size="compact-sm" fullWidth variant={on ? 'filled' : 'default'} color="orange.4" onClick={toggle}>
      {on ? `■ ${t('moderator.unblank')}` : t('moderator.blank')}{' '}
      <Kbd ml={6} size="xs">
        Alt+0
      </Kbd>
    </Button>
  )
}
