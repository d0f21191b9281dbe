import { Injectable } from '@nestjs/common'
import type { AddEntry, HouseEntry, PatchEntry } from '#protocol/house.js'
import type { HouseList } from '#protocol/program.js'
import { TextLimit, codePoints } from '#protocol/text.js'
import type { AccountActor } from '../access/actor.js'
import { type AuditNote, AuditTrail } from '../audit/audit-trail.js'
import { Database } from '../database/database.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { type HouseEntryRow, changedEntry, isNamedAs, newEntry } from './domain/house-entry.js'
import { ENTRIES_OF, TAKE_TURNS, writeEntries } from './house-entry.sql.js'
import { presentHouseEntry } from './house-entry.presenter.js'

/** The house's lists, from which a new programme's are copied: a change of one changes no programme. */
@Injectable()
export class HouseLists {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async list(list: HouseList): Promise<HouseEntry[]> {
    return (await this.database.query<HouseEntryRow>(ENTRIES_OF, [list])).map(presentHouseEntry)
  }

  /** Adds an entry at the end; `replayed` when the same command did so before. */
  add(actor: AccountActor, list: HouseList, command: AddEntry): Promise<{ replayed: boolean }> {
    const { id, ...said } = command
    return this.carryOut(list, { ...noteOf(actor, list, 'added'), id, targetId: id }, present => {
      const entry = newEntry(id, list, nextPosition(present), said)
      mustBeInOrder(entry, present)
      return [entry]
    })
  }

  /** Renames, retires or takes back an entry as its sender saw it. */
  async change(actor: AccountActor, list: HouseList, entryId: string, command: PatchEntry): Promise<void> {
    const { id, version, ...said } = command
    await this.carryOut(list, { ...noteOf(actor, list, 'changed'), id, targetId: entryId }, present => {
      const entry = present.find(one => one.id === entryId)
      if (!entry) throw new DomainError('list.not_found')
      if (entry.version !== version) throw new DomainError('list.stale', { entry: presentHouseEntry(entry) })
      const changed = changedEntry(entry, said)
      mustBeInOrder(changed, present)
      return [changed]
    })
  }

  /** Carries a change of a list out once, one after the other, and notes it. */
  async carryOut(
    list: HouseList,
    note: AuditNote & { id: string },
    work: (present: HouseEntryRow[]) => HouseEntryRow[],
  ): Promise<{ replayed: boolean }> {
    return this.database.transaction(async transaction => {
      const [, replayed, present] = await Promise.all([
        transaction.query(TAKE_TURNS, []),
        this.audit.isRepeated(transaction, note),
        transaction.query<HouseEntryRow>(ENTRIES_OF, [list]),
      ])
      if (replayed) return { replayed }
      writeEntries(transaction, list, work(present))
      this.audit.noteIn(transaction, note)
      return { replayed }
    })
  }
}

export const noteOf = (actor: AccountActor, list: HouseList, done: 'added' | 'changed' | 'imported') => ({
  by: actor.person,
  type: `house.${list}_${done}`,
})

export const nextPosition = (present: readonly HouseEntryRow[]) => (present.at(-1)?.position ?? -1) + 1

function mustBeInOrder(entry: HouseEntryRow, present: readonly HouseEntryRow[]): void {
  if (entry.list === 'messages' && codePoints(entry.name) > TextLimit.message)
    throw invalidField('name', 'message.too_long')
  if (entry.effectiveFrom && entry.effectiveTo && entry.effectiveTo < entry.effectiveFrom)
    throw invalidField('effectiveTo', 'list.ends_before_start')
  if (!entry.retiredAt && present.some(other => isNamedAs(other, entry)))
    throw invalidField('name', 'list.name_used')
}
