import { EntitySchema } from 'typeorm'
import type { Question } from './domain/question.js'

/** The row is the domain's plain question; columns carry its property names, so raw SQL needs no mapper. */
export const QuestionEntity = new EntitySchema<Omit<Question, 'askers'>>({
  name: 'question',
  columns: {
    id: { type: 'uuid', primary: true },
    programId: { type: 'uuid' },
    number: { type: 'int' },
    run: { type: 'int' },
    state: { type: 'text' },
    version: { type: 'int' },
    revision: { type: 'int' },
    verbatim: { type: 'text' },
    wording: { type: 'text', nullable: true },
    allowedNumbers: { type: 'text', array: true, default: '{}' },
    line: { type: 'uuid', nullable: true },
    direct: { type: 'boolean' },
    nature: { type: 'text' },
    topicId: { type: 'uuid', nullable: true },
    agencyId: { type: 'uuid', nullable: true },
    priority: { type: 'text' },
    note: { type: 'text', nullable: true },
    caller: { type: 'jsonb', nullable: true },
    leadSpeakerId: { type: 'uuid', nullable: true },
    supportingSpeakerIds: { type: 'uuid', array: true, default: '{}' },
    order: { type: 'text', collation: 'C', nullable: true },
    mergedIntoId: { type: 'uuid', nullable: true },
    reason: { type: 'jsonb', nullable: true },
    answer: { type: 'jsonb', nullable: true },
    loggedBy: { type: 'jsonb' },
    loggedAt: { type: 'timestamptz' },
    takenAt: { type: 'timestamptz', nullable: true },
    decidedBy: { type: 'jsonb', nullable: true },
    decidedAt: { type: 'timestamptz', nullable: true },
    onAirSince: { type: 'timestamptz', nullable: true },
    lastMove: { type: 'jsonb', nullable: true },
    searchText: { type: 'text' },
    searchShown: { type: 'text' },
    gist: { type: 'text', nullable: true },
    wasApproved: { type: 'boolean' },
  },
  checks: [
    {
      name: 'question_state',
      expression: `"state" IN ('pending','returned','approved','on_air','answered','follow_up','merged','rejected','advised','diverted')`,
    },
    { name: 'question_ranked', expression: `("state" = 'approved') = ("order" IS NOT NULL)` },
    { name: 'question_merged', expression: `("state" = 'merged') = ("mergedIntoId" IS NOT NULL)` },
  ],
  indices: [
    { name: 'question_number', columns: ['programId', 'number'], unique: true },
    { name: 'question_changed', columns: ['programId', 'revision'] },
    { name: 'question_on_air', columns: ['programId'], unique: true, where: `"state" = 'on_air'` },
    { name: 'question_rank', columns: ['programId', 'order'], unique: true, where: `"state" = 'approved'` },
    { name: 'question_asker', columns: ['mergedIntoId'], where: `"mergedIntoId" IS NOT NULL` },
    { name: 'question_logged', columns: ['loggedAt', 'id'] },
    // On expressions, made by the migrations: the caller's number, its bare digits, the words, the gist within its programme.
    { name: 'question_phone', columns: ['caller'], synchronize: false },
    { name: 'question_typed_number', columns: ['caller'], synchronize: false },
    { name: 'question_words', columns: ['searchText'], synchronize: false },
    { name: 'question_gist', columns: ['gist'], synchronize: false },
  ],
  foreignKeys: [
    {
      name: 'question_program',
      target: 'program',
      columnNames: ['programId'],
      referencedColumnNames: ['id'],
    },
  ],
})

export type QuestionWording = {
  questionId: string
  revision: number
  wording: string | null
  reason: string | null
}

/** The words of a question's past, kept out of the ledger so that erasing a question erases them too. */
export const QuestionWordingEntity = new EntitySchema<QuestionWording>({
  name: 'question_wording',
  columns: {
    questionId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'question_wording_pkey' },
    revision: { type: 'int', primary: true, primaryKeyConstraintName: 'question_wording_pkey' },
    wording: { type: 'text', nullable: true },
    reason: { type: 'text', nullable: true },
  },
  foreignKeys: [
    {
      name: 'question_wording_question',
      target: 'question',
      columnNames: ['questionId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
})
