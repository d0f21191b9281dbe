import { Injectable } from '@nestjs/common'
import type {
  AccountGiven,
  CreateAccount,
  HouseAccount,
  HouseAccounts,
  PatchAccount,
} from '#protocol/accounts.js'
import type { Grant } from '#protocol/roles.js'
import { type AuditNote, AuditTrail } from '../audit/audit-trail.js'
import { Database } from '../database/database.js'
import type { Transaction } from '../database/transaction.js'
import { isTaken } from '../errors/database-fault.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import {
  ACCOUNTS,
  ACCOUNT_BY_ID,
  GIVE_PASSWORD,
  INSERT_ACCOUNT,
  OTHER_KEEPER,
  PROGRAMS_KNOWN,
  TAKE_TURNS,
  UPDATE_ACCOUNT,
  writeRoles,
} from './account.sql.js'
import type { AccountActor } from './actor.js'
import { type KeptAccount, keepsHouse, mustSignInAnew, patched } from './domain/account.js'
import { hashPassword } from './passwords.js'
import { newPassword } from './secrets.js'
import { Sessions } from './sessions.js'

/** Making accounts and looking after them. */
@Injectable()
export class AccountUpkeepService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<HouseAccounts> {
    return { accounts: (await this.database.query<KeptAccount>(ACCOUNTS)).map(presentToAdmin) }
  }

  /** Makes an account with a one-time password, which only the first answer holds. */
  async create(actor: AccountActor, command: CreateAccount): Promise<AccountGiven & { replayed: boolean }> {
    const { id, username, name, roles } = command
    const password = newPassword()
    const values = [id, username, name, await hashPassword(password), true, null, this.clock.now()]
    const note = { id, by: actor.person, type: 'account.created', targetId: id, details: { roles } }
    const replayed = await this.carryOut(note, async transaction => {
      await mustBePrograms(transaction, roles)
      transaction.write(INSERT_ACCOUNT, values)
      writeRoles(transaction, id, roles)
    }).catch((error: unknown) => {
      throw isTaken(error, username) ? new DomainError('account.name_used') : error
    })
    return { ...(await this.given(id, replayed ? undefined : password)), replayed }
  }

  /** Changes name, roles and lock. Whoever is cut off by it is so at once, on every instance. */
  async patch(actor: AccountActor, accountId: string, command: PatchAccount): Promise<AccountGiven> {
    const { id, name, roles, locked } = command
    const details = { ...(name && { named: true }), ...(roles && { roles }), locked }
    const note = { id, by: actor.person, type: 'account.changed', targetId: accountId, details }
    await this.carryOut(note, async transaction => {
      const before = await kept(transaction, accountId)
      if (before.version !== command.version)
        throw new DomainError('account.stale', { account: presentToAdmin(before) })
      const after = patched(before, command, this.clock.now())
      if (roles) await mustBePrograms(transaction, roles)
      await mustLeaveSomebody(transaction, before, after)
      transaction.write(UPDATE_ACCOUNT, [accountId, after.version, after.name, after.lockedAt])
      if (roles) writeRoles(transaction, accountId, roles)
      if (mustSignInAnew(before, after)) this.sessions.endAllWith(transaction, accountId)
    })
    await this.sessions.refresh(accountId)
    return this.given(accountId)
  }

  /** Gives the account another one-time password, which only the first answer holds; its sessions end. */
  async resetPassword(actor: AccountActor, accountId: string, id: string): Promise<AccountGiven> {
    const password = newPassword()
    const passwordHash = await hashPassword(password)
    const note = { id, by: actor.person, type: 'account.password_reset', targetId: accountId }
    const replayed = await this.carryOut(note, async transaction => {
      await kept(transaction, accountId)
      transaction.write(GIVE_PASSWORD, [accountId, passwordHash, true])
      this.sessions.endAllWith(transaction, accountId)
    })
    await this.sessions.refresh(accountId)
    return this.given(accountId, replayed ? undefined : password)
  }

  async endSessions(actor: AccountActor, accountId: string, id: string): Promise<void> {
    const note = { id, by: actor.person, type: 'account.sessions_ended', targetId: accountId }
    await this.carryOut(note, async transaction => {
      await kept(transaction, accountId)
      this.sessions.endAllWith(transaction, accountId)
    })
    await this.sessions.refresh(accountId)
  }

  /** Carries a command out once, one after the other, and notes it; tells whether it was carried out before. */
  private carryOut(
    note: AuditNote & { id: string },
    work: (transaction: Transaction) => Promise<void>,
  ): Promise<boolean> {
    return this.database.transaction(async transaction => {
      const [, replayed] = await Promise.all([
        transaction.query(TAKE_TURNS, []),
        this.audit.isRepeated(transaction, note),
      ])
      if (replayed) return true
      await work(transaction)
      this.audit.noteIn(transaction, note)
      return false
    })
  }

  private async given(accountId: string, password?: string): Promise<AccountGiven> {
    const [account] = await this.database.query<KeptAccount>(ACCOUNT_BY_ID, [accountId])
    if (!account) throw new DomainError('account.not_found')
    return { account: presentToAdmin(account), ...(password && { password }) }
  }
}

async function kept(transaction: Transaction, accountId: string): Promise<KeptAccount> {
  const [account] = await transaction.query<KeptAccount>(ACCOUNT_BY_ID, [accountId])
  if (!account) throw new DomainError('account.not_found')
  return account
}

async function mustBePrograms(transaction: Transaction, roles: readonly Grant[]): Promise<void> {
  const named = roles.flatMap(({ programId }) => programId ?? [])
  const known = await transaction.query<{ id: string }>(PROGRAMS_KNOWN, [named])
  const odd = roles.findIndex(({ programId }) => programId && !known.some(({ id }) => id === programId))
  if (odd >= 0) throw invalidField(`roles.${odd}.programId`, 'program.unknown')
}

/** The house is never left without anybody who can look after it. */
async function mustLeaveSomebody(
  transaction: Transaction,
  before: KeptAccount,
  after: KeptAccount,
): Promise<void> {
  if (!keepsHouse(before) || keepsHouse(after)) return
  const others = await transaction.query(OTHER_KEEPER, [before.id])
  if (others.length === 0) throw new DomainError('account.last_admin')
}

const presentToAdmin = (account: KeptAccount): HouseAccount => ({
  id: account.id,
  version: account.version,
  username: account.username,
  name: account.name,
  roles: account.roles.map(({ role, programId }) => ({ role, programId })),
  locked: account.lockedAt !== null,
  mustChangePassword: account.oneTime,
  lastSeenAt: account.lastSeenAt?.toISOString() ?? null,
})
