import { Alert, Button, Group, Modal, Stack, TextInput, Textarea } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import type { HouseEntry } from '#protocol/house.js'
import { paths } from '#protocol/paths.js'
import type { HouseList } from '#protocol/program.js'
import { askServer } from '../../session/ask-server.js'
import { faultsIn } from '../../session/faults.js'
import { shownDay, typedDay } from '../../text/days.js'

type Props = {
  list: HouseList
  entry: HouseEntry | undefined
  onClose: () => void
  onSaved: (lists: unknown) => void
}

/** An entry of a list. What only places and agencies have is asked for there only. */
export function EntryForm({ list, entry, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const id = useMemo(() => newId(), [])
  const [typed, setTyped] = useState({
    name: entry?.name ?? '',
    code: entry?.code ?? '',
    former: (entry?.former ?? []).join('\n'),
    representative: entry?.representative ?? '',
    effectiveFrom: entry?.effectiveFrom ? shownDay(entry.effectiveFrom) : '',
    effectiveTo: entry?.effectiveTo ? shownDay(entry.effectiveTo) : '',
  })
  const [refusal, setRefusal] = useState<{ said: string; faults: Record<string, string> }>()
  const lasting = list === 'places' || list === 'agencies'
  const none = entry ? null : undefined
  /** What is no day goes up as it is, and is refused by its name. */
  const dayOf = (text: string) => (text.trim() ? (typedDay(text) ?? text) : none)

  async function save(event: FormEvent) {
    event.preventDefault()
    const said = {
      name: typed.name,
      code: typed.code.trim() || none,
      ...(lasting && {
        former: typed.former.split('\n').flatMap(line => line.trim() || []),
        representative: typed.representative.trim() || none,
        effectiveFrom: dayOf(typed.effectiveFrom),
        effectiveTo: dayOf(typed.effectiveTo),
      }),
    }
    try {
      onSaved(
        await (entry
          ? askServer('PATCH', paths.houseEntry(list, entry.id), {
              id: newId(),
              version: entry.version,
              ...said,
            })
          : askServer('POST', paths.house(list), { id, ...said })),
      )
    } catch (error) {
      setRefusal({ said: (error as Error).message, faults: faultsIn(error) })
    }
  }

  const text = (field: keyof typeof typed) => ({
    label: t(`houseLists.${field}`),
    value: typed[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [field]: event.currentTarget.value }),
    error: refusal?.faults[field],
    autoComplete: 'off',
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(entry ? 'houseLists.changeOne' : 'houseLists.add')}
      withCloseButton={false}
      centered
    >
      <form onSubmit={event => void save(event)}>
        <Stack>
          {list === 'sentences' ? (
            <Textarea {...text('name')} maxLength={300} autosize required data-autofocus />
          ) : (
            <TextInput
              {...text('name')}
              maxLength={list === 'messages' ? 200 : 300}
              required
              data-autofocus
            />
          )}
          <TextInput {...text('code')} maxLength={60} />
          {lasting && (
            <>
              <Textarea {...text('former')} autosize minRows={2} />
              {list === 'agencies' && <TextInput {...text('representative')} maxLength={300} />}
              <TextInput {...text('effectiveFrom')} placeholder="31/12/2026" />
              <TextInput {...text('effectiveTo')} placeholder="31/12/2026" />
            </>
          )}
          {refusal && (
            <Alert color="red" role="alert">
              {refusal.said}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('producer.cancel')}
            </Button>
            <Button type="submit">{t('programme.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
