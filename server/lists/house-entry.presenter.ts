import type { HouseEntry } from '#protocol/house.js'
import type { HouseEntryRow } from './domain/house-entry.js'

export const presentHouseEntry = (entry: HouseEntryRow): HouseEntry => ({
  id: entry.id,
  version: entry.version,
  ...(entry.code && { code: entry.code }),
  name: entry.name,
  ...((entry.list === 'places' || entry.former.length > 0) && { former: entry.former }),
  ...(entry.representative && { representative: entry.representative }),
  ...(entry.effectiveFrom && { effectiveFrom: entry.effectiveFrom }),
  ...(entry.effectiveTo && { effectiveTo: entry.effectiveTo }),
  retiredAt: entry.retiredAt?.toISOString() ?? null,
})
