import { useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { ListEntry } from '#protocol/program.js'
import { askServer } from '../session/ask-server.js'

/** The house's prepared messages, in its order; none until they are there, nor where they cannot be had. */
export function useHouseMessages(): string[] {
  const [texts, setTexts] = useState<string[]>([])
  useEffect(() => {
    askServer<{ messages: ListEntry[] }>('GET', paths.house('messages')).then(
      ({ messages }) => setTexts(messages.filter(entry => !entry.retiredAt).map(entry => entry.name)),
      () => {},
    )
  }, [])
  return texts
}
