import { EntitySchema } from 'typeorm'
import type { ProgramEntry, ProgramRow, SpeakerRow } from './domain/program.js'

export const ProgramEntity = new EntitySchema<ProgramRow>({
  name: 'program',
  columns: {
    id: { type: 'uuid', primary: true },
    revision: { type: 'int', default: 0 },
    version: { type: 'int', default: 1 },
    run: { type: 'int', default: 1 },
    number: { type: 'int', nullable: true },
    title: { type: 'text' },
    seriesTitle: { type: 'text', nullable: true },
    channels: { type: 'text', array: true, default: '{}' },
    plannedStart: { type: 'timestamptz', nullable: true },
    plannedMinutes: { type: 'int', default: 60 },
    clockOffsetMs: { type: 'int', default: 0 },
    phase: { type: 'text', default: 'draft' },
    mode: { type: 'text', default: 'air' },
    intakeOpen: { type: 'boolean', default: true },
    blank: { type: 'boolean', default: false },
    airHolder: { type: 'jsonb', nullable: true },
    nextNumber: { type: 'int', default: 1 },
    paperRanges: { type: 'jsonb', default: [] },
    listsRevision: { type: 'int', default: 0 },
    rehearsedFrom: { type: 'int', nullable: true },
    wipedRevision: { type: 'int', default: 0 },
    shownRevision: { type: 'int', default: 0 },
    closedAt: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz' },
  },
  checks: [
    {
      name: 'program_phase',
      expression: `"phase" IN ('draft','open','live','paused','ended','closed')`,
    },
    { name: 'program_mode', expression: `"mode" IN ('rehearsal','air')` },
  ],
})

export const ProgramEntryEntity = new EntitySchema<ProgramEntry>({
  name: 'program_entry',
  columns: {
    id: { type: 'uuid', primary: true },
    programId: { type: 'uuid' },
    list: { type: 'text' },
    position: { type: 'int' },
    version: { type: 'int', default: 1 },
    code: { type: 'text', nullable: true },
    name: { type: 'text' },
    retiredAt: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'program_entry_list', columns: ['programId', 'list', 'position'] }],
  foreignKeys: [
    {
      name: 'program_entry_program',
      target: 'program',
      columnNames: ['programId'],
      referencedColumnNames: ['id'],
    },
  ],
})

export const SpeakerEntity = new EntitySchema<SpeakerRow>({
  name: 'speaker',
  columns: {
    id: { type: 'uuid', primary: true },
    programId: { type: 'uuid' },
    honorific: { type: 'text' },
    name: { type: 'text' },
    post: { type: 'text' },
    agency: { type: 'text' },
    seat: { type: 'int' },
    revision: { type: 'int', default: 0 },
    removed: { type: 'boolean', default: false },
  },
  indices: [{ name: 'speaker_seat', columns: ['programId', 'seat'] }],
  foreignKeys: [
    { name: 'speaker_program', target: 'program', columnNames: ['programId'], referencedColumnNames: ['id'] },
  ],
})
