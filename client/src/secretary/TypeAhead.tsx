import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useState } from 'react'

/**
 * A field that offers entries and takes any words. While it is typed in, Enter, Tab or leaving it takes the first
 * entry or the one the arrows went to; Escape keeps the words. Passing through it changes nothing.
 */
export function TypeAhead({ onChange, onBlur, onKeyDown, ...field }: AutocompleteProps) {
  const [typing, setTyping] = useState(false)
  return (
    <Autocomplete
      {...field}
      openOnFocus={false}
      autoComplete="off"
      selectFirstOptionOnChange={typing}
      autoSelectOnBlur={typing}
      onChange={text => {
        setTyping(text.trim() !== '')
        onChange?.(text)
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') setTyping(false)
        onKeyDown?.(event)
      }}
      onBlur={event => {
        setTyping(false)
        onBlur?.(event)
      }}
    />
  )
}
