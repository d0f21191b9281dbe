import type { HouseList } from '#protocol/program.js'
import type { Transaction } from '../database/transaction.js'
import type { HouseEntryRow } from './domain/house-entry.js'

/** Any number does, as long as every instance takes the same. The house's lists change one after the other. */
export const TAKE_TURNS = { name: 'house_turn', text: 'SELECT pg_advisory_xact_lock(4213121)' }

/** Days as text: the driver would make them moments of its own zone. */
export const ENTRIES_OF = {
  name: 'house_entries',
  text: `SELECT id, list, position, version, code, name, former, representative,
      "effectiveFrom"::text, "effectiveTo"::text, "retiredAt"
    FROM house_entry WHERE list = $1 ORDER BY position, id`,
}

/** Rows a statement writes, so that none takes long enough to be cut off. */
const AT_ONCE = 2000

/** Writes entries, new ones and changed ones alike. */
export function writeEntries(transaction: Transaction, list: HouseList, entries: HouseEntryRow[]): void {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    transaction.write(
      {
        name: 'house_write',
        text: `INSERT INTO house_entry (id, list, position, version, code, name, former, representative,
            "effectiveFrom", "effectiveTo", "retiredAt")
          SELECT id, $1, position, version, code, name, former, representative,
            "effectiveFrom", "effectiveTo", "retiredAt"
          FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, position int, version int, code text, name text,
            former text[], representative text, "effectiveFrom" date, "effectiveTo" date, "retiredAt" timestamptz)
          ON CONFLICT (id) DO UPDATE SET version = excluded.version, code = excluded.code, name = excluded.name,
            former = excluded.former, representative = excluded.representative,
            "effectiveFrom" = excluded."effectiveFrom", "effectiveTo" = excluded."effectiveTo",
            "retiredAt" = excluded."retiredAt"`,
      },
      [list, JSON.stringify(entries.slice(from, from + AT_ONCE))],
    )
}
