import { Alert, Button, Modal, SegmentedControl, Stack, Text, TextInput, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#protocol/paths.js'
import type { Screen } from '#protocol/screen.js'
import { useCommand } from '../commands/useCommand.js'
import { useLiveState } from '../live/LiveProgram.js'
import { type ScreenDraft, ScreenFields } from './ScreenFields.js'

type Paired = { screen: Screen; link?: string }

/** Pairs the browser that shows a code, or makes a link for one that keeps nothing. */
export function PairScreen({ scanned, onClose }: { scanned: string; onClose: () => void }) {
  const { t } = useTranslation()
  const send = useCommand()
  const { programId, screens } = useLiveState()
  const [by, setBy] = useState<'byCode' | 'byLink'>('byCode')
  const [code, setCode] = useState(scanned)
  const [odd, setOdd] = useState(false)
  const [busy, setBusy] = useState(false)
  const [link, setLink] = useState<string>()
  const suggested = (kind: ScreenDraft['kind']) => {
    const others = [...screens.values()].filter(screen => screen.kind === kind).length
    return `${t(`screen.kind.${kind}`)} ${others + 1}`
  }
  const [draft, setDraft] = useState<ScreenDraft>({
    label: suggested('panel'),
    kind: 'panel',
    speakerId: null,
  })

  /** The suggested name follows the kind until somebody writes another. */
  function change(next: ScreenDraft) {
    const untouched = draft.label === suggested(draft.kind) && next.label === draft.label
    setDraft(untouched ? { ...next, label: suggested(next.kind) } : next)
  }

  async function pair(event: FormEvent) {
    event.preventDefault()
    const digits = code.replace(/\D/g, '')
    if (by === 'byCode' && digits.length !== 6) return setOdd(true)
    setBusy(true)
    const body = by === 'byCode' ? { ...draft, code: digits } : draft
    const paired = await send<Paired>('POST', paths.programScreens(programId), body)
    setBusy(false)
    if (paired?.link) setLink(paired.link)
    else if (paired) onClose()
  }

  if (link) return <Link link={link} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={t('producer.pair')} withCloseButton={false} centered>
      <form onSubmit={event => void pair(event)}>
        <Stack>
          <SegmentedControl
            aria-label={t('producer.by')}
            value={by}
            onChange={value => setBy(value as typeof by)}
            data={[
              { value: 'byCode', label: t('producer.byCode') },
              { value: 'byLink', label: t('producer.byLink') },
            ]}
          />
          {by === 'byCode' ? (
            <TextInput
              label={t('producer.code')}
              value={code}
              onChange={event => {
                setCode(event.currentTarget.value)
                setOdd(false)
              }}
              error={odd && t('producer.codeOdd')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              size="lg"
              required
              data-autofocus
            />
          ) : (
            <Text size="sm" c="dimmed">
              {t('producer.linkHint')}
            </Text>
          )}
          <ScreenFields draft={draft} onChange={change} />
          <Button type="submit" loading={busy}>
            {t(by === 'byCode' ? 'producer.pair' : 'producer.makeLink')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('producer.cancel')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** The secret is in the link and nowhere else; only a press on the button makes it go. */
function Link({ link, onClose }: { link: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('producer.link')}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
    >
      <Stack>
        <Alert color="orange">{t('producer.linkOnce')}</Alert>
        <Textarea
          label={t('producer.link')}
          value={link}
          readOnly
          autosize
          data-autofocus
          onFocus={event => event.currentTarget.select()}
        />
        <Button onClick={onClose}>{t('producer.linkCopied')}</Button>
      </Stack>
    </Modal>
  )
}
