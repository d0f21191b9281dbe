import { Autocomplete, Button, Group, TextInput, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import { type HouseEntry, inEffect } from '#protocol/house.js'
import { today } from '../../text/days.js'
import classes from '../Setup.module.css'
import { useFetched } from '../useFetched.js'
import { moved } from './moved.js'
import type { SeatDraft } from './programme-draft.js'

const HONORIFICS = ['Ông', 'Bà', 'Đồng chí', 'Ông/Bà']
const FIELDS = ['name', 'post'] as const

type Props = { seats: SeatDraft[]; onChange: (seats: SeatDraft[]) => void }

/** Who sits on the panel, in the order of the seats: Alt+↑ and Alt+↓ move the one that the cursor is in. */
export function PanelFields({ seats, onChange }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const agencies = useFetched<{ agencies: HouseEntry[] }>(paths.house('agencies')).answer?.agencies ?? []
  const names = [...new Set(inEffect(agencies, today()).map(({ name }) => name))]
  const change = (key: string, part: Partial<SeatDraft>) =>
    onChange(seats.map(seat => (seat.key === key ? { ...seat, ...part } : seat)))

  function onKey(event: KeyboardEvent, index: number) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || !by) return
    event.preventDefault()
    onChange(moved(seats, index, by))
  }

  function add() {
    onChange([...seats, { key: newId(), honorific: 'Ông', name: '', post: '', agency: '' }])
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus(),
    )
  }

  return (
    <div ref={list}>
      {seats.map((seat, index) => (
        <fieldset key={seat.key} className={classes.seat} onKeyDown={event => onKey(event, index)}>
          <VisuallyHidden component="legend">{t('question.seat', { seat: index + 1 })}</VisuallyHidden>
          <b aria-hidden="true">{index + 1}</b>
          <Autocomplete
            label={t('programme.honorific')}
            data={HONORIFICS}
            filter={({ options }) => options}
            value={seat.honorific}
            onChange={honorific => change(seat.key, { honorific })}
            maxLength={120}
          />
          {FIELDS.map(field => (
            <TextInput
              key={field}
              label={t(`programme.${field}`)}
              value={seat[field]}
              onChange={event => change(seat.key, { [field]: event.currentTarget.value })}
              maxLength={field === 'name' ? 120 : 300}
              autoComplete="off"
            />
          ))}
          <Autocomplete
            label={t('programme.agency')}
            data={names}
            limit={8}
            value={seat.agency}
            onChange={agency => change(seat.key, { agency })}
            maxLength={300}
          />
          <Group gap={4} wrap="nowrap">
            <Button
              variant="default"
              px="xs"
              aria-label={t('programme.up', { seat: index + 1 })}
              disabled={index === 0}
              onClick={() => onChange(moved(seats, index, -1))}
            >
              ↑
            </Button>
            <Button
              variant="default"
              px="xs"
              aria-label={t('programme.down', { seat: index + 1 })}
              disabled={index === seats.length - 1}
              onClick={() => onChange(moved(seats, index, 1))}
            >
              ↓
            </Button>
            <Button
              variant="default"
              px="xs"
              aria-label={t('programme.removeSeat', { seat: index + 1 })}
              onClick={() => onChange(seats.filter(({ key }) => key !== seat.key))}
            >
              ✕
            </Button>
          </Group>
        </fieldset>
      ))}
      <Button variant="default" size="xs" mt="sm" onClick={add}>
        {t('programme.addSeat')}
      </Button>
    </div>
  )
}
