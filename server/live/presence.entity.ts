import { EntitySchema } from 'typeorm'
import type { Role } from '#protocol/roles.js'

/** A socket that is connected to some instance: who is here, across instances. Gone with the socket. */
export type PresenceRow = {
  socketId: string
  instanceId: string
  programId: string
  accountId: string | null
  name: string | null
  roles: Role[]
  screenId: string | null
  editingQuestionId: string | null
  editingPhone: string | null
  seenAt: Date
}

export const PresenceEntity = new EntitySchema<PresenceRow>({
  name: 'presence',
  columns: {
    socketId: { type: 'text', primary: true },
    instanceId: { type: 'uuid' },
    programId: { type: 'uuid' },
    accountId: { type: 'uuid', nullable: true },
    name: { type: 'text', nullable: true },
    roles: { type: 'text', array: true, default: '{}' },
    screenId: { type: 'uuid', nullable: true },
    editingQuestionId: { type: 'uuid', nullable: true },
    editingPhone: { type: 'text', nullable: true },
    seenAt: { type: 'timestamptz' },
  },
  indices: [
    { name: 'presence_program', columns: ['programId'] },
    { name: 'presence_instance', columns: ['instanceId'] },
  ],
})
