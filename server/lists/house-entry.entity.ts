import { EntitySchema } from 'typeorm'
import type { HouseEntryRow } from './domain/house-entry.js'

export const HouseEntryEntity = new EntitySchema<HouseEntryRow>({
  name: 'house_entry',
  columns: {
    id: { type: 'uuid', primary: true },
    list: { type: 'text' },
    position: { type: 'int' },
    version: { type: 'int', default: 1 },
    code: { type: 'text', nullable: true },
    name: { type: 'text' },
    former: { type: 'text', array: true, default: '{}' },
    representative: { type: 'text', nullable: true },
    effectiveFrom: { type: 'date', nullable: true },
    effectiveTo: { type: 'date', nullable: true },
    retiredAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'house_entry_list', columns: ['list', 'position'] }],
})
