import { EntitySchema } from 'typeorm'
import type { HouseList } from '#protocol/program.js'

/** An entry of one of the house's lists, from which a new programme's are copied. */
export type HouseEntry = {
  id: string
  list: HouseList
  position: number
  version: number
  code: string | null
  name: string
  /** Of a place: the wards and communes that it was made from, as callers still call them. */
  former: string[]
  retiredAt: Date | null
}

export const HouseEntryEntity = new EntitySchema<HouseEntry>({
  name: 'house_entry',
  columns: {
    id: { type: 'uuid', primary: true },
    list: { type: 'text' },
    position: { type: 'int' },
    version: { type: 'int', default: 1 },
    code: { type: 'text', nullable: true },
    name: { type: 'text' },
    former: { type: 'text', array: true, default: '{}' },
    retiredAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'house_entry_list', columns: ['list', 'position'] }],
})
