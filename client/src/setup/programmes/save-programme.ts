import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { ListEntry, Program, Speaker } from '#protocol/program.js'
import { askServer } from '../../session/ask-server.js'
import type { Fields, LineDraft, SeatDraft } from './programme-draft.js'

/** A programme as the server last told it. */
export type Known = { program: Program; speakers: Speaker[] }

/** A programme and its panel. */
export async function readProgramme(programId: string): Promise<Known> {
  const [{ program }, { speakers }] = await Promise.all([
    askServer<{ program: Program }>('GET', paths.program(programId)),
    askServer<{ speakers: Speaker[] }>('GET', paths.list(programId, 'speakers')),
  ])
  return { program, speakers }
}

/** Makes a programme, with the panel, the lists and the lines of another when one is named. */
export async function makeProgramme(id: string, fields: Fields, copyOf: string | undefined): Promise<Known> {
  const { number, seriesTitle, ...others } = fields
  await askServer('POST', paths.programs, {
    id,
    ...others,
    ...(number && { number }),
    ...(seriesTitle && { seriesTitle }),
    ...(copyOf && { copyOf }),
  })
  return readProgramme(id)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Sends what was changed here, and nothing else: what others changed meanwhile stays. `version` is the one that its
 * sender has heard of.
 */
export async function saveFields(
  { program }: Known,
  fields: Fields,
  version = program.version,
): Promise<Program> {
  const changed = Object.entries(fields).filter(
    ([name, value]) => !same(program[name as keyof Fields], value),
  )
  if (changed.length === 0) return program
  const body = { id: newId(), version, ...Object.fromEntries(changed) }
  return (await askServer<{ program: Program }>('PATCH', paths.program(program.id), body)).program
}

const told = ({ honorific, name, post, agency, seat }: Omit<Speaker, 'id'>) => [
  honorific,
  name,
  post,
  agency,
  seat,
]

/** Puts the panel in the order of its seats, when it is another. */
export async function saveSeats(
  { program, speakers }: Known,
  seats: readonly SeatDraft[],
): Promise<Speaker[]> {
  const present = speakers.toSorted((one, other) => one.seat - other.seat)
  const put = seats.map(({ id, honorific, name, post, agency }, index) => {
    // Seats of another programme are this one's copies, by their place.
    const own = speakers.find(speaker => speaker.id === id)?.id
    return { ...(own && { id: own }), honorific, name, post, agency, seat: index + 1 }
  })
  if (same(present.map(told), put.map(told))) return speakers
  const body = { id: newId(), was: speakers, speakers: put }
  return (await askServer<{ speakers: Speaker[] }>('PUT', paths.list(program.id, 'speakers'), body)).speakers
}

/** Puts the lines, when they are others. A line of the programme that was copied is this one's of the same name. */
export async function saveLines({ program }: Known, lines: readonly LineDraft[]): Promise<void> {
  const present = program.lines.filter(({ retiredAt }) => !retiredAt)
  const told = lines.map(({ id, code, name }) => {
    const own = present.find(line => line.id === id) ?? present.find(line => line.name === name.trim())
    return { ...(own && { id: own.id, version: own.version }), ...(code && { code }), name: name.trim() }
  })
  if (
    same(
      present.map(({ id, name }) => [id, name]),
      told.map(({ id, name }) => [id, name]),
    )
  )
    return
  const body = { id: newId(), was: seen(program.lines), lines: told }
  await askServer('PUT', paths.list(program.id, 'lines'), body)
}

/** A list as it was told, for the server to see whether it is still so. */
export const seen = (entries: readonly ListEntry[]) => entries.map(({ id, version }) => ({ id, version }))
