import type { ListEntry, Program, ScreenProgram, Speaker } from '#protocol/program.js'
import type { ProgramEntry, ProgramRow, SpeakerRow } from './domain/program.js'
import type { Lists } from './program-lists.js'

/** A programme as staff and administrators see it. */
export const presentProgramToStaff = (program: ProgramRow, lists: Lists): Program => ({
  id: program.id,
  version: program.version,
  number: program.number,
  title: program.title,
  seriesTitle: program.seriesTitle,
  channels: program.channels,
  plannedStart: program.plannedStart?.toISOString() ?? null,
  plannedMinutes: program.plannedMinutes,
  clockOffsetMs: program.clockOffsetMs,
  phase: program.phase,
  mode: program.mode,
  run: program.run,
  intakeOpen: program.intakeOpen,
  blank: program.blank,
  airHolder: program.airHolder && { id: program.airHolder.id, name: program.airHolder.name },
  topics: lists.topics.map(presentEntry),
  agencies: lists.agencies.map(presentEntry),
  reasons: lists.reasons.map(presentEntry),
  lines: lists.lines.map(presentEntry),
})

/** A programme as a screen is sent it. */
export const presentProgramToScreen = (program: ProgramRow, lists: Lists): ScreenProgram => ({
  id: program.id,
  number: program.number,
  title: program.title,
  seriesTitle: program.seriesTitle,
  channels: program.channels,
  plannedStart: program.plannedStart?.toISOString() ?? null,
  plannedMinutes: program.plannedMinutes,
  clockOffsetMs: program.clockOffsetMs,
  phase: program.phase,
  mode: program.mode,
  blank: program.blank,
  topics: lists.topics.map(presentEntry),
  lines: lists.lines.map(presentEntry),
})

export const presentSpeaker = (speaker: SpeakerRow): Speaker => ({
  id: speaker.id,
  honorific: speaker.honorific,
  name: speaker.name,
  post: speaker.post,
  agency: speaker.agency,
  seat: speaker.seat,
})

export const presentEntry = (entry: Omit<ProgramEntry, 'programId' | 'list'>): ListEntry => ({
  id: entry.id,
  version: entry.version,
  ...(entry.code && { code: entry.code }),
  name: entry.name,
  retiredAt: entry.retiredAt?.toISOString() ?? null,
})
