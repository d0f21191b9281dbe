import { EntitySchema } from 'typeorm'
import type { Place } from '#protocol/live.js'
import type { Screen } from './domain/screen.js'

/** A browser on a monitor. Unpaired it has a code; paired it belongs to the house and is pointed at a programme. */
export type ScreenRow = Screen & {
  secretHash: string
  code: string | null
  codeExpiresAt: Date | null
  /** Where an unpaired one asked from, to limit how many may wait. */
  address: string | null
  /** The command that paired it. */
  pairedBy: string | null
}

export const ScreenEntity = new EntitySchema<ScreenRow>({
  name: 'screen',
  columns: {
    id: { type: 'uuid', primary: true },
    secretHash: { type: 'text' },
    code: { type: 'text', nullable: true },
    codeExpiresAt: { type: 'timestamptz', nullable: true },
    address: { type: 'text', nullable: true },
    label: { type: 'text', default: '' },
    kind: { type: 'text', default: 'panel' },
    speakerId: { type: 'uuid', nullable: true },
    programId: { type: 'uuid', nullable: true },
    shownQuestionId: { type: 'uuid', nullable: true },
    identify: { type: 'boolean', default: false },
    testCard: { type: 'boolean', default: false },
    revokedAt: { type: 'timestamptz', nullable: true },
    revision: { type: 'int', default: 0 },
    leftProgramId: { type: 'uuid', nullable: true },
    leftRevision: { type: 'int', nullable: true },
    pairedBy: { type: 'uuid', nullable: true },
  },
  indices: [
    { name: 'screen_code', columns: ['code'], unique: true, where: '"code" IS NOT NULL' },
    { name: 'screen_program', columns: ['programId'] },
    { name: 'screen_left', columns: ['leftProgramId'] },
  ],
  foreignKeys: [
    {
      name: 'screen_program_fk',
      target: 'program',
      columnNames: ['programId'],
      referencedColumnNames: ['id'],
    },
  ],
})

/** What a screen says stands on its glass now. */
export type ScreenPainting = { screenId: string; questionId: string; version: number; place: Place; at: Date }

export const ScreenPaintingEntity = new EntitySchema<ScreenPainting>({
  name: 'screen_painting',
  columns: {
    screenId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'screen_painting_pkey' },
    questionId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'screen_painting_pkey' },
    version: { type: 'int' },
    place: { type: 'text' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'screen_painting_question', columns: ['questionId'] }],
})

/** From when until when a question stood on a screen: the as-run record. */
export type ScreenShowing = { screenId: string; questionId: string; from: Date; until: Date | null }

export const ScreenShowingEntity = new EntitySchema<ScreenShowing>({
  name: 'screen_showing',
  columns: {
    screenId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'screen_showing_pkey' },
    questionId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'screen_showing_pkey' },
    from: { type: 'timestamptz', primary: true, primaryKeyConstraintName: 'screen_showing_pkey' },
    until: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'screen_showing_question', columns: ['questionId'] },
    // A question stands on a screen once at a time; and what stands there is found without reading what stood.
    {
      name: 'screen_showing_open',
      columns: ['screenId', 'questionId'],
      unique: true,
      where: '"until" IS NULL',
    },
  ],
})

/** A speaker's or host's answer to a question on his screen: read, or passed on. */
export type ScreenResponse = {
  screenId: string
  questionId: string
  answer: 'read' | 'pass'
  toSpeakerId: string | null
  at: Date
}

export const ScreenResponseEntity = new EntitySchema<ScreenResponse>({
  name: 'screen_response',
  columns: {
    screenId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'screen_response_pkey' },
    questionId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'screen_response_pkey' },
    answer: { type: 'text', primary: true, primaryKeyConstraintName: 'screen_response_pkey' },
    toSpeakerId: { type: 'uuid', nullable: true },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'screen_response_question', columns: ['questionId'] }],
})

/** A code that nobody was shown, typed by an account. */
export type WrongCode = { id: string; accountId: string; at: Date }

export const WrongCodeEntity = new EntitySchema<WrongCode>({
  name: 'wrong_code',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'wrong_code_pkey' },
    accountId: { type: 'uuid' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'wrong_code_account', columns: ['accountId', 'at'] }],
})
