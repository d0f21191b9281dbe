import { Text } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { findPlaces, placeText } from './places.js'
import { TypeAhead } from './TypeAhead.js'
import { usePlaces } from './usePlaces.js'

const SHOWN = 8

type Props = {
  value: string
  error?: string | undefined
  onChange: (place: string, placeCode: string | null) => void
}

/** Where the caller lives: any words, or an entry of the list, which old ward names find too. */
export function PlaceField({ value, error, onChange }: Props) {
  const { t } = useTranslation()
  const places = usePlaces()
  const chosen = useRef<string | null>(null)
  const found = new Map(
    findPlaces(places, value)
      .slice(0, SHOWN)
      .map(one => [placeText(one), one]),
  )
  return (
    <TypeAhead
      label={t('secretary.place')}
      value={value}
      error={error}
      data={[...found.keys()]}
      // Found already; the field's own filter knows neither tones nor old names.
      filter={({ options }) => options}
      // Choosing tells the entry first and the text right after; typing tells the text alone.
      onOptionSubmit={text => (chosen.current = found.get(text)?.place.code ?? null)}
      onChange={text => {
        onChange(text, chosen.current)
        chosen.current = null
      }}
      renderOption={({ option }) => <Text size="sm">{option.value}</Text>}
    />
  )
}
