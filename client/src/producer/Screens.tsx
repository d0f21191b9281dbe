import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Program } from '#protocol/program.js'
import type { Screen } from '#protocol/screen.js'
import { useLiveState } from '../live/LiveProgram.js'
import { EditScreen } from './EditScreen.js'
import { PairScreen } from './PairScreen.js'
import classes from './ProducerDesk.module.css'
import { ScreenCard } from './ScreenCard.js'
import { useKeys } from '../ui/useKeys.js'
import { useOverlays } from './useOverlays.js'

/** Every screen that is pointed at this programme, by its name. */
export function Screens({ screens: all }: { screens: Screen[] }) {
  const { t } = useTranslation()
  const { program, receipts } = useLiveState()
  // The QR on an unpaired screen leads here with its code.
  const scanned = useSearchParams()[0].get('code')
  const [pairing, setPairing] = useState(scanned !== null)
  const [edited, setEdited] = useState<Screen>()
  const receiptOf = new Map(receipts.map(receipt => [receipt.screenId, receipt]))
  const connected = all.filter(({ id }) => receiptOf.get(id)?.connected).length
  const closed = (program as Program).phase === 'closed'
  const turnOverlays = useOverlays(all)
  useKeys([
    ['Alt+G', () => setPairing(!closed)],
    ['Alt+V', turnOverlays],
  ])

  return (
    <section aria-labelledby="screens">
      <Group justify="space-between" mb="xs">
        <Group gap="sm">
          <Title order={2} size="h5" id="screens">
            {t('producer.screens')}
          </Title>
          {all.length > 0 && (
            <Text size="sm" c="dimmed" className={classes.figure}>
              {t('producer.connectedOf', { connected, all: all.length })}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          {all.some(screen => screen.kind === 'overlay') && (
            <Button size="xs" variant="default" onClick={turnOverlays} rightSection={<Kbd>Alt+V</Kbd>}>
              {t('studio.turnOverlays')}
            </Button>
          )}
          <Button
            size="xs"
            disabled={closed}
            onClick={() => setPairing(true)}
            rightSection={<Kbd c="dark.0">Alt+G</Kbd>}
          >
            {t('producer.pair')}
          </Button>
        </Group>
      </Group>
      {all.length === 0 && <Text c="dimmed">{t('producer.noScreens')}</Text>}
      <ul className={classes.screens}>
        {all.map(screen => (
          <ScreenCard
            key={screen.id}
            screen={screen}
            receipt={receiptOf.get(screen.id)}
            onEdit={() => setEdited(screen)}
          />
        ))}
      </ul>
      {pairing && <PairScreen scanned={scanned ?? ''} onClose={() => setPairing(false)} />}
      {edited && <EditScreen screen={edited} onClose={() => setEdited(undefined)} />}
    </section>
  )
}
