import { fold } from '#protocol/folding.js'

export type Place = { id: string; code?: string; name: string; former: string[] }

export type Found = { place: Place; former?: string }

/** "Phường Tân An" and "Tân An" alike begin with "tan an". */
const bare = (name: string) => fold(name).replace(/^(phuong|xa|thi tran|p|x|tt) /, '')

/** Places by what was typed, without tones; present names before the old ones that became part of them. */
export function findPlaces(places: Place[], typed: string): Found[] {
  const wanted = bare(typed)
  if (!wanted) return []
  const rank = ({ name, former }: Place): [number, string?] => {
    if (bare(name).startsWith(wanted)) return [0]
    if (fold(name).includes(wanted)) return [1]
    const old = former.find(one => fold(one).includes(wanted))
    return old ? [2, old] : [3]
  }
  return places
    .map(place => ({ place, rank: rank(place) }))
    .filter(({ rank }) => rank[0] < 3)
    .toSorted((a, b) => a.rank[0] - b.rank[0])
    .map(({ place, rank }) => ({ place, former: rank[1] }))
}

const WARD = /^(phường|xã|thị trấn) /i

/** "phường Tân An", as it stands in the middle of a line; "phường Ninh Kiều (Xuân Khánh cũ)" when found by that. */
export const placeText = ({ place: { name }, former }: Found): string =>
  name.charAt(0).toLowerCase() + name.slice(1) + (former ? ` (${former.replace(WARD, '')} cũ)` : '')
