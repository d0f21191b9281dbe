import { Alert, Button, Group, Select, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState } from '../live/LiveProgram.js'
import { RATES, type Rate, useSamplePlayer } from './useSamplePlayer.js'

/** Feeds the sample questions into a rehearsal, so that few people can try every desk and screen. */
export function SamplePlayer({ mayLog }: { mayLog: boolean }) {
  const { t } = useTranslation()
  const program = useLiveState().program as Program
  const player = useSamplePlayer(program)
  const open = program.phase !== 'draft' && program.phase !== 'closed'
  return (
    <section aria-labelledby="player">
      <Title order={2} size="h5" id="player" mb="xs">
        {t('beforeAir.player')}
      </Title>
      {!mayLog && <Text>{t('beforeAir.playerNeeds')}</Text>}
      {mayLog && !open && <Text>{t('beforeAir.playerOpen')}</Text>}
      {mayLog && open && (
        <>
          <Group align="end">
            <Select
              label={t('beforeAir.rate')}
              value={String(player.rate)}
              onChange={chosen => chosen && player.setRate(Number(chosen) as Rate)}
              allowDeselect={false}
              data={RATES.map(rate => ({
                value: String(rate),
                label: t('beforeAir.perMinute', { count: rate }),
              }))}
            />
            <Button variant={player.playing ? 'default' : 'filled'} onClick={player.turn}>
              {t(player.playing ? 'beforeAir.stop' : 'beforeAir.play')}
            </Button>
          </Group>
          <Text role="status" mt="sm">
            {t('beforeAir.sent', { count: player.sent })}
            {player.middle !== null &&
              ` · ${t('beforeAir.took', { middle: player.middle, worst: player.worst })}`}
          </Text>
          {player.refusal && <Alert color="red">{player.refusal}</Alert>}
        </>
      )}
    </section>
  )
}
