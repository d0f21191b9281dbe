import { useEffect, useState } from 'react'
import { type HouseEntry, inEffect } from '#protocol/house.js'
import { paths } from '#protocol/paths.js'
import { useLive } from '../live/LiveProgram.js'
import { askServer } from '../session/ask-server.js'
import { today } from '../text/days.js'
import type { Place } from './places.js'

let fetched: Promise<Place[]> | undefined

/** The house's list of wards and communes, asked for once when there is a server; without it a place is free text. */
export function usePlaces(): Place[] {
  const [places, setPlaces] = useState<Place[]>([])
  const synced = useLive().link.state === 'synced'
  useEffect(() => {
    fetched ??= askServer<{ places: (HouseEntry & Place)[] }>('GET', paths.house('places')).then(answer =>
      inEffect(answer.places, today()),
    )
    fetched.then(setPlaces, () => (fetched = undefined))
  }, [synced])
  return places
}
