import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { useCommand } from '../../commands/useCommand.js'
import { Confirm } from '../../producer/Confirm.js'

type Props = { program: Program; onChanged: (program: Program) => void }

/** Rehearsal is turned on and off in the draft, and wiped with one confirmed press. */
export function Rehearsal({ program, onChanged }: Props) {
  const { t } = useTranslation()
  const send = useCommand()
  const [asked, setAsked] = useState(false)
  const rehearsed = program.mode === 'rehearsal'
  async function command(method: 'POST' | 'DELETE', body?: { on: boolean }) {
    const answer = await send<{ program: Program }>(method, paths.rehearsal(program.id), body)
    if (answer) onChanged(answer.program)
  }
  return (
    <section aria-labelledby="rehearsal">
      <Title order={3} size="h5" id="rehearsal" mb="xs">
        {t('beforeAir.rehearsal')}
      </Title>
      <Text mb="sm">{t(rehearsed ? 'beforeAir.isRehearsal' : 'beforeAir.isAir')}</Text>
      <Group>
        <Button
          variant="default"
          disabled={program.phase !== 'draft'}
          onClick={() => void command('POST', { on: !rehearsed })}
        >
          {t(rehearsed ? 'beforeAir.toAir' : 'beforeAir.toRehearsal')}
        </Button>
        {rehearsed && (
          <Button variant="default" disabled={program.phase === 'draft'} onClick={() => setAsked(true)}>
            {t('beforeAir.wipe')}…
          </Button>
        )}
      </Group>
      {program.phase !== 'draft' && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('beforeAir.onlyInDraft')}
        </Text>
      )}
      <Confirm
        question={asked ? t('beforeAir.wipeSure') : undefined}
        yes={t('beforeAir.wipe')}
        danger
        onYes={() => void command('DELETE')}
        onClose={() => setAsked(false)}
      />
    </section>
  )
}
