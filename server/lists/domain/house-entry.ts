import type { AddEntry, PatchEntry } from '#protocol/house.js'
import type { HouseList } from '#protocol/program.js'

/** An entry of one of the house's lists, from which a new programme's are copied. */
export type HouseEntryRow = {
  id: string
  list: HouseList
  position: number
  version: number
  code: string | null
  name: string
  /** Names it had, or of what it was made from, as callers still say them. */
  former: string[]
  /** Who answers for an agency. */
  representative: string | null
  /** Days, `2026-12-31`, both ends included. */
  effectiveFrom: string | null
  effectiveTo: string | null
  retiredAt: Date | null
}

type Said = Partial<Omit<PatchEntry, 'id' | 'version'>>

const given = <T>(value: T | undefined, present: T): T => (value === undefined ? present : value)

/** The entry after a change; what is absent stays, null empties. */
export function changedEntry(entry: HouseEntryRow, said: Said): HouseEntryRow {
  return {
    ...entry,
    version: entry.version + 1,
    name: said.name ?? entry.name,
    code: given(said.code, entry.code),
    former: said.former ?? entry.former,
    representative: given(said.representative, entry.representative),
    effectiveFrom: given(said.effectiveFrom, entry.effectiveFrom),
    effectiveTo: given(said.effectiveTo, entry.effectiveTo),
    retiredAt:
      said.retiredAt === undefined
        ? entry.retiredAt
        : said.retiredAt === null
          ? null
          : new Date(said.retiredAt),
  }
}

export const newEntry = (
  id: string,
  list: HouseList,
  position: number,
  said: Omit<AddEntry, 'id'>,
): HouseEntryRow => ({
  id,
  list,
  position,
  version: 1,
  code: said.code ?? null,
  name: said.name,
  former: said.former ?? [],
  representative: said.representative ?? null,
  effectiveFrom: said.effectiveFrom ?? null,
  effectiveTo: said.effectiveTo ?? null,
  retiredAt: null,
})

/** Whether two entries of a list could not be told apart. */
export const isNamedAs = (one: HouseEntryRow, other: Pick<HouseEntryRow, 'id' | 'name' | 'code'>): boolean =>
  one.id !== other.id &&
  !one.retiredAt &&
  one.name.toLowerCase() === other.name.toLowerCase() &&
  (one.code ?? '') === (other.code ?? '')
