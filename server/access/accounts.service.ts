import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { Account, ChangePassword, SignIn } from '#protocol/session.js'
import { AuditTrail } from '../audit/audit-trail.js'
import { Database } from '../database/database.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { GIVE_PASSWORD, INSERT_ACCOUNT, writeRoles } from './account.sql.js'
import type { AccountActor } from './actor.js'
import { isGuessable } from './domain/password-rules.js'
import { isPassword, hashPassword } from './passwords.js'
import { Sessions } from './sessions.js'
import { SignInThrottle } from './sign-in-throttle.js'

type Known = { id: string; username: string; name: string; passwordHash: string; lockedAt: Date | null }

/** Signing in and out, and the password. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditTrail,
  ) {}

  /** Checks name and password and begins a session; returns the cookie's secret and who signed in. */
  async signIn(command: SignIn, address: string): Promise<{ secret: string; account: Account }> {
    const account = await this.throttle.attempt(address, command.username.toLowerCase(), async () => {
      const [known] = await this.database.query<Known>(
        { name: 'account_sign_in', text: 'SELECT * FROM account WHERE lower(username) = lower($1)' },
        [command.username],
      )
      const hash = known?.lockedAt ? undefined : known?.passwordHash
      if (await isPassword(hash, command.password)) return known!
      // Of a name that nobody has, nothing is kept: it may be a password in the wrong field.
      await this.audit.note({
        by: null,
        type: 'account.sign_in_failed',
        ...(known && { targetId: known.id }),
        details: { address, ...(known && { username: known.username }) },
      })
      return null
    })
    if (!account) throw new DomainError('access.wrong_login')
    const secret = await this.sessions.begin(account.id, account.passwordHash)
    const actor = await this.sessions.find(secret)
    if (!actor) throw new DomainError('access.wrong_login')
    await this.noteOf(actor, 'account.signed_in', { address })
    return { secret, account: presentAccount(actor) }
  }

  /** Ends the session that a browser held, if it held one. */
  async endHeld(secret: string | undefined): Promise<void> {
    const held = secret ? await this.sessions.find(secret) : undefined
    if (held) await this.sessions.end(held.sessionId)
  }

  async signOut(actor: AccountActor): Promise<void> {
    await this.sessions.end(actor.sessionId)
    await this.noteOf(actor, 'account.signed_out')
  }

  /** Changes the password; every other session of the account ends. */
  async changePassword(actor: AccountActor, command: ChangePassword, address: string): Promise<void> {
    const { id } = actor.person
    const [known] = await this.database.query<Known>({ text: 'SELECT * FROM account WHERE id = $1' }, [id])
    if (!known) throw new DomainError('access.signed_out')
    if (isGuessable(command.new, [known.username, known.name]))
      throw invalidField('new', 'password.guessable')
    if (command.new.normalize('NFKC') === command.old.normalize('NFKC'))
      throw invalidField('new', 'password.same')
    const changed = await this.throttle.attempt(address, known.username.toLowerCase(), async () =>
      (await isPassword(known.passwordHash, command.old)) ? known : null,
    )
    if (!changed) throw new DomainError('access.wrong_login')
    await this.database.query(GIVE_PASSWORD, [id, await hashPassword(command.new), false])
    await this.sessions.endAll(id, actor.sessionId)
    await this.sessions.refresh(id)
    await this.noteOf(actor, 'account.password_changed')
  }

  /** Locks an account: it cannot sign in, and its sessions end at once. */
  async lock(accountId: string, now: Date): Promise<void> {
    await this.database.query({ text: 'UPDATE account SET "lockedAt" = $2 WHERE id = $1' }, [accountId, now])
    await this.sessions.endAll(accountId)
  }

  /** Makes an account with its roles, named as it signs in. */
  async create(
    account: { username: string; password: string; oneTime?: boolean; demo?: 'known' | 'random' },
    grants: Account['roles'],
    now: Date,
  ): Promise<string> {
    const id = newId()
    const { username, password, oneTime = false, demo = null } = account
    const values = [id, username, username, await hashPassword(password), oneTime, demo, now]
    await this.database.transaction(async transaction => {
      transaction.write(INSERT_ACCOUNT, values)
      writeRoles(transaction, id, grants)
    })
    return id
  }

  /** Notes what somebody did with the own account. */
  private noteOf({ person }: AccountActor, type: string, details = {}): Promise<void> {
    return this.audit.note({ by: person, type, targetId: person.id, details })
  }
}

export const presentAccount = (actor: AccountActor): Account => ({
  id: actor.person.id,
  name: actor.person.name,
  roles: actor.grants.map(({ role, programId }) => ({ role, programId })),
  ...(actor.passwordChangeNeeded && { passwordChangeNeeded: true as const }),
})
