import { useEffect, useState } from 'react'
import { type HouseEntry, inEffect } from '#protocol/house.js'
import { paths } from '#protocol/paths.js'
import { askServer } from '../session/ask-server.js'
import { today } from '../text/days.js'

/** The house's prepared messages, in its order; none until they are there, nor where they cannot be had. */
export function useHouseMessages(): string[] {
  const [texts, setTexts] = useState<string[]>([])
  useEffect(() => {
    askServer<{ messages: HouseEntry[] }>('GET', paths.house('messages')).then(
      ({ messages }) => setTexts(inEffect(messages, today()).map(entry => entry.name)),
      () => {},
    )
  }, [])
  return texts
}
