import { Autocomplete, Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import { findPlaces, inLine, usePlaces } from './places.js'

const SHOWN = 8

type Props = { value: string; onChange: (place: string, placeCode: string | null) => void }

/** Where the caller lives: any words, or an entry of the list, which old ward names find too. */
export function PlaceField({ value, onChange }: Props) {
  const { t } = useTranslation()
  const places = usePlaces()
  const chosen = useRef<string | null>(null)
  const found = new Map(
    findPlaces(places, value)
      .slice(0, SHOWN)
      .map(one => [inLine(one.place.name), one]),
  )
  return (
    <Autocomplete
      label={t('secretary.place')}
      value={value}
      maxLength={TextLimit.name}
      data={[...found.keys()]}
      // Found already; the field's own filter knows neither tones nor old names.
      filter={({ options }) => options}
      openOnFocus={false}
      // Choosing tells the entry first and the text right after; typing tells the text alone.
      onOptionSubmit={name => (chosen.current = found.get(name)?.place.code ?? null)}
      onChange={text => {
        onChange(text, chosen.current)
        chosen.current = null
      }}
      renderOption={({ option }) => {
        const former = found.get(option.value)?.former
        return (
          <Text size="sm">
            {option.value}
            {former && (
              <Text span c="dimmed" size="sm">
                {` · ${t('secretary.formerly', { name: former })}`}
              </Text>
            )}
          </Text>
        )
      }}
    />
  )
}
