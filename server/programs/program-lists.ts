import { Injectable } from '@nestjs/common'
import type { ProgramList } from '#protocol/program.js'
import type { ProgramLists as SceneLists } from '../questions/domain/scene.js'
import type { ProgramEntry, ProgramRow, SpeakerRow } from './domain/program.js'

/** How rows are read: through the pool, or inside a transaction. */
export type Query = <Row extends object>(
  statement: { name?: string; text: string },
  values: unknown[],
) => Promise<Row[]>

/** A programme's lists and panel, and what questions may name of them. */
export type Lists = Record<ProgramList, ProgramEntry[]> & {
  speakers: SpeakerRow[]
  known: SceneLists
}

const ENTRIES = {
  name: 'program_entries',
  text: 'SELECT * FROM program_entry WHERE "programId" = $1 ORDER BY list, position',
}
const SPEAKERS = {
  name: 'program_speakers',
  text: 'SELECT * FROM speaker WHERE "programId" = $1 ORDER BY seat, id',
}

type Held = { listsRevision: number; lists: Lists }

/**
 * Lists change rarely and are needed with every question: they are held, and the programme's row, which is read
 * anyway, tells whether what is held is still true.
 */
@Injectable()
export class ProgramListsReader {
  private readonly held = new Map<string, Held>()

  async of(program: Pick<ProgramRow, 'id' | 'listsRevision'>, query: Query): Promise<Lists> {
    const held = this.held.get(program.id)
    if (held?.listsRevision === program.listsRevision) return held.lists
    const lists = arranged(
      await query<ProgramEntry>(ENTRIES, [program.id]),
      await query<SpeakerRow>(SPEAKERS, [program.id]),
    )
    this.held.set(program.id, { listsRevision: program.listsRevision, lists })
    return lists
  }
}

function arranged(entries: ProgramEntry[], speakers: SpeakerRow[]): Lists {
  const of = (list: ProgramList) => entries.filter(entry => entry.list === list)
  const [topics, agencies, lines, reasons] = [of('topics'), of('agencies'), of('lines'), of('reasons')]
  const seated = speakers.filter(speaker => !speaker.removed)
  return {
    topics,
    agencies,
    lines,
    reasons,
    speakers: seated,
    known: {
      topicIds: new Set(topics.map(topic => topic.id)),
      agencyIds: new Set(agencies.map(agency => agency.id)),
      speakerIds: new Set(seated.map(speaker => speaker.id)),
      reasonCodes: new Set(reasons.map(reason => reason.code ?? reason.id)),
      lines: lines.map(({ id, code, name }) => ({ id, name, ...(code && { code }) })),
    },
  }
}
