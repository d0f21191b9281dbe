import { EntitySchema } from 'typeorm'
import type { Message } from './domain/message.js'

export const MessageEntity = new EntitySchema<Message>({
  name: 'message',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'message_pkey' },
    programId: { type: 'uuid' },
    text: { type: 'text' },
    to: { type: 'jsonb' },
    by: { type: 'jsonb' },
    at: { type: 'timestamptz' },
    until: { type: 'timestamptz', nullable: true },
    seen: { type: 'jsonb', default: [] },
    revision: { type: 'int' },
    gone: { type: 'boolean', default: false },
  },
  indices: [{ name: 'message_changed', columns: ['programId', 'revision'] }],
  foreignKeys: [
    {
      name: 'message_program',
      target: 'program',
      columnNames: ['programId'],
      referencedColumnNames: ['id'],
    },
  ],
})
