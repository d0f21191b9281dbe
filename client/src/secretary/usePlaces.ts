import { useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { PlaceEntry } from '#protocol/program.js'
import { useLive } from '../live/LiveProgram.js'
import { askServer } from '../session/ask-server.js'
import type { Place } from './places.js'

let fetched: Promise<Place[]> | undefined

/** The house's list of wards and communes, asked for once when there is a server; without it a place is free text. */
export function usePlaces(): Place[] {
  const [places, setPlaces] = useState<Place[]>([])
  const synced = useLive().link.state === 'synced'
  useEffect(() => {
    fetched ??= askServer<{ places: PlaceEntry[] }>('GET', paths.house('places')).then(answer =>
      answer.places.filter(place => !place.retiredAt),
    )
    fetched.then(setPlaces, () => (fetched = undefined))
  }, [synced])
  return places
}
