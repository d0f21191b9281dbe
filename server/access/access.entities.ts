import { EntitySchema } from 'typeorm'
import type { Role } from '#protocol/roles.js'

export type AccountRow = {
  id: string
  /** What is typed to sign in. */
  username: string
  /** What others see. */
  name: string
  passwordHash: string
  /** The password was given by somebody else and must be changed before anything is done with it. */
  oneTime: boolean
  lockedAt: Date | null
  /** A demo account: with the known password of a loopback demo, a random one, or one chosen since. */
  demo: 'known' | 'random' | 'own' | null
  version: number
  lastSeenAt: Date | null
  createdAt: Date
}

export const AccountEntity = new EntitySchema<AccountRow>({
  name: 'account',
  columns: {
    id: { type: 'uuid', primary: true },
    username: { type: 'text' },
    name: { type: 'text' },
    passwordHash: { type: 'text' },
    oneTime: { type: 'boolean', default: false },
    lockedAt: { type: 'timestamptz', nullable: true },
    demo: { type: 'text', nullable: true },
    version: { type: 'int', default: 1 },
    lastSeenAt: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz' },
  },
  // On an expression, made by the migration: unique in any case.
  indices: [{ name: 'account_username', columns: ['username'], synchronize: false }],
})

/** A role for one programme, or for the house when `programId` is null. */
export type AccountRoleRow = { id: string; accountId: string; role: Role; programId: string | null }

export const AccountRoleEntity = new EntitySchema<AccountRoleRow>({
  name: 'account_role',
  columns: {
    id: { type: 'uuid', primary: true },
    accountId: { type: 'uuid' },
    role: { type: 'text' },
    programId: { type: 'uuid', nullable: true },
  },
  indices: [{ name: 'account_role_account', columns: ['accountId'] }],
  foreignKeys: [
    {
      name: 'account_role_account_fk',
      target: 'account',
      columnNames: ['accountId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
})

/** A session; the cookie holds a secret of which only the hash is kept. */
export type SessionRow = {
  id: string
  tokenHash: string
  accountId: string
  createdAt: Date
  usedAt: Date
}

export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    id: { type: 'uuid', primary: true },
    tokenHash: { type: 'text' },
    accountId: { type: 'uuid' },
    createdAt: { type: 'timestamptz' },
    usedAt: { type: 'timestamptz' },
  },
  indices: [
    { name: 'session_token', columns: ['tokenHash'], unique: true },
    { name: 'session_account', columns: ['accountId'] },
  ],
  foreignKeys: [
    {
      name: 'session_account_fk',
      target: 'account',
      columnNames: ['accountId'],
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    },
  ],
})

/** A sign-in that failed, kept for the throttle only. */
export type SignInFailure = { id: string; address: string; username: string; at: Date }

export const SignInFailureEntity = new EntitySchema<SignInFailure>({
  name: 'sign_in_failure',
  columns: {
    id: { type: 'uuid', primary: true },
    address: { type: 'text' },
    username: { type: 'text' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'sign_in_failure_address', columns: ['address', 'at'] }],
})
