import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type {
  ListEntry,
  ListEntryInput,
  ProgramList,
  PutList,
  PutSpeakers,
  Speaker,
  SpeakerInput,
} from '#protocol/program.js'
import type { AccountActor } from '../access/actor.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import { SETTING_UP } from './domain/phases.js'
import type { ProgramEntry, SpeakerRow } from './domain/program.js'
import { presentEntry, presentSpeaker } from './program.presenter.js'
import { ProgramRows } from './program.rows.js'
import { programOf } from './program-row.js'

const WRITE_ENTRY = {
  name: 'program_entry_write',
  text: `INSERT INTO program_entry (id, "programId", list, position, code, name, "retiredAt", version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (id) DO UPDATE SET position = $4, code = $5, name = $6, "retiredAt" = $7, version = $8`,
}
const WRITE_SPEAKER = {
  name: 'speaker_write',
  text: `INSERT INTO speaker (id, "programId", honorific, name, post, agency, seat, revision, removed)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (id) DO UPDATE SET honorific = $3, name = $4, post = $5, agency = $6, seat = $7, revision = $8,
      removed = $9`,
}

/** The panel and the lists of a programme: put whole before the hour, only added to once it is live. */
@Injectable()
export class PanelService {
  constructor(
    private readonly rows: ProgramRows,
    private readonly ledger: Ledger,
  ) {}

  async list(programId: string, list: ProgramList): Promise<ListEntry[]> {
    return (await this.rows.one(programId)).lists[list].map(presentEntry)
  }

  async speakers(programId: string): Promise<Speaker[]> {
    return (await this.rows.one(programId)).lists.speakers.map(presentSpeaker)
  }

  /** What is missing from the new list is retired, never deleted: questions may name it. */
  async putList(
    actor: AccountActor,
    programId: string,
    list: ProgramList,
    command: PutList,
  ): Promise<ListEntry[]> {
    const { id, was, ...lists } = command
    const entries = lists[list]
    if (!entries || Object.keys(lists).length !== 1) throw invalidField(list, 'list.named_otherwise')
    await this.ledger.record(
      { id, programId, type: `program.${list}_put`, targetId: programId, by: actor.person },
      transaction =>
        transaction.query<ProgramEntry>(
          { text: 'SELECT * FROM program_entry WHERE "programId" = $1 AND list = $2 ORDER BY position' },
          [programId, list],
        ),
      (transaction, present) => {
        if (was && !sameVersions(was, present)) throw stale(present)
        const next = entries.map((entry, position) => putEntry(entry, position, present))
        const missing = present.filter(old => !next.some(entry => entry.id === old.id))
        const retired = missing.map((old, index) => ({
          ...old,
          position: next.length + index,
          ...(!old.retiredAt && { retiredAt: transaction.now, version: old.version + 1 }),
        }))
        const all = [...next, ...retired]
        mustBeOpenTo(transaction, keepsAll(present, all, sameEntry))
        for (const entry of all)
          transaction.write(WRITE_ENTRY, [
            entry.id,
            programId,
            list,
            entry.position,
            entry.code,
            entry.name,
            entry.retiredAt,
            entry.version,
          ])
        listsChanged(transaction)
        return { result: undefined }
      },
    )
    return this.list(programId, list)
  }

  async putSpeakers(
    actor: AccountActor,
    programId: string,
    { id, was, speakers }: PutSpeakers,
  ): Promise<Speaker[]> {
    await this.ledger.record(
      { id, programId, type: 'program.speakers_put', targetId: programId, by: actor.person },
      transaction =>
        transaction.query<SpeakerRow>(
          { text: 'SELECT * FROM speaker WHERE "programId" = $1 AND NOT removed ORDER BY seat, id' },
          [programId],
        ),
      (transaction, present) => {
        if (was && !(was.length === present.length && keepsAll(present, was, sameSpeaker)))
          throw new DomainError('list.stale', { speakers: present.map(presentSpeaker) })
        const next = speakers.map((speaker, index) => putSpeaker(speaker, index, present))
        mustBeOpenTo(transaction, keepsAll(present, next, sameSpeaker))
        const gone = present.filter(old => !next.some(speaker => speaker.id === old.id))
        const all = [...next, ...gone.map(old => ({ ...old, removed: true }))]
        for (const { id, honorific, name, post, agency, seat, removed } of all)
          transaction.write(WRITE_SPEAKER, [
            id,
            programId,
            honorific,
            name,
            post,
            agency,
            seat,
            transaction.revision,
            removed,
          ])
        listsChanged(transaction)
        return { result: undefined }
      },
    )
    return this.speakers(programId)
  }
}

type Entry = Omit<ProgramEntry, 'programId' | 'list'>

const stale = (present: ProgramEntry[]) =>
  new DomainError('list.stale', { entries: present.map(presentEntry) })

const sameVersions = (was: NonNullable<PutList['was']>, present: ProgramEntry[]) =>
  was.length === present.length &&
  present.every(({ id, version }, place) => was[place]!.id === id && was[place]!.version === version)

/** An entry that is named must be one of this list; what was changed by somebody else meanwhile is stale. */
function putEntry(input: ListEntryInput, position: number, present: ProgramEntry[]): Entry {
  const old = present.find(entry => entry.id === input.id)
  if (input.id && !old) throw new DomainError('list.not_found')
  if (old && input.version !== undefined && input.version !== old.version) throw stale(present)
  const entry: Entry = {
    id: old?.id ?? newId(),
    position,
    version: old?.version ?? 1,
    code: input.code ?? old?.code ?? null,
    name: input.name,
    retiredAt: input.retiredAt ? new Date(input.retiredAt) : null,
  }
  return old && !sameEntry(old, entry) ? { ...entry, version: old.version + 1 } : entry
}

function putSpeaker(input: SpeakerInput, index: number, present: SpeakerRow[]) {
  if (input.id && !present.some(speaker => speaker.id === input.id)) throw new DomainError('list.not_found')
  return {
    id: input.id ?? newId(),
    honorific: input.honorific ?? 'Ông/Bà',
    name: input.name,
    post: input.post ?? '',
    agency: input.agency ?? '',
    seat: input.seat ?? index + 1,
    removed: false,
  }
}

const sameEntry = (one: Entry, other: Entry) =>
  one.name === other.name &&
  one.code === other.code &&
  (one.retiredAt?.getTime() ?? null) === (other.retiredAt?.getTime() ?? null)

type Seat = Omit<SpeakerRow, 'programId' | 'revision'>
const sameSpeaker = (one: Seat, other: Seat) =>
  (['honorific', 'name', 'post', 'agency', 'seat'] as const).every(field => one[field] === other[field])

const keepsAll = <T extends { id: string }>(
  present: T[],
  next: { id: string }[],
  same: (a: T, b: never) => boolean,
) =>
  present.every(old => {
    const kept = next.find(one => one.id === old.id)
    return kept !== undefined && same(old, kept as never)
  })

function mustBeOpenTo(transaction: LedgerTransaction, onlyAdds: boolean): void {
  const { phase } = programOf(transaction)
  if (phase === 'closed') throw new DomainError('program.closed')
  if (!SETTING_UP.has(phase) && !onlyAdds) throw new DomainError('program.phase_not_possible', { phase })
}

function listsChanged(transaction: LedgerTransaction): void {
  transaction.write(
    { text: 'UPDATE program SET "listsRevision" = revision, "shownRevision" = revision WHERE id = $1' },
    [transaction.program.id],
  )
  // A screen's question carries the topic's name, and what of any is masked depends on the lines.
  transaction.write({ text: 'UPDATE question SET revision = $2 WHERE "programId" = $1' }, [
    transaction.program.id,
    transaction.revision,
  ])
}
