import { Button, Modal, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Screen } from '#protocol/screen.js'
import { useCommand } from '../commands/useCommand.js'
import { type ScreenDraft, ScreenFields } from './ScreenFields.js'

/** Another name, kind or seat. When it is refused, what was typed stays. */
export function EditScreen({ screen, onClose }: { screen: Screen; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand()
  const [draft, setDraft] = useState<ScreenDraft>({
    label: screen.label,
    kind: screen.kind,
    speakerId: screen.speakerId,
  })

  async function save(event: FormEvent) {
    event.preventDefault()
    if (await send('PATCH', paths.screen(screen.id), draft)) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('producer.edit')} withCloseButton={false} centered>
      <form onSubmit={event => void save(event)}>
        <Stack>
          <ScreenFields draft={draft} onChange={setDraft} />
          <Button type="submit">{t('producer.save')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('producer.cancel')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
