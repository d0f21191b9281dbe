import { Inject, Injectable } from '@nestjs/common'
import type { Role } from '#protocol/roles.js'
import type { AccountRow } from '../access/access.entities.js'
import { AccountsService } from '../access/accounts.service.js'
import { hashPassword } from '../access/passwords.js'
import { newPassword } from '../access/secrets.js'
import { Sessions } from '../access/sessions.js'
import { Database } from '../database/database.js'
import { Clock } from '../ledger/clock.js'
import { SETTINGS } from '../settings/settings.token.js'
import type { Settings } from '../settings/settings.js'

/** The demo's accounts; each holds its role for the house. */
export const DEMO_ACCOUNTS: readonly { username: string; role: Role }[] = [
  { username: 'thuky1', role: 'secretary' },
  { username: 'thuky2', role: 'secretary' },
  { username: 'duyet1', role: 'moderator' },
  { username: 'duyet2', role: 'moderator' },
  { username: 'daodien', role: 'producer' },
  { username: 'quantri', role: 'admin' },
]

export const DEMO_PASSWORD = 'doithoai-demo'
const FIRST_ADMIN = 'admin'

/** A password that is told once, on the console. */
export type ToldPassword = { username: string; password: string; oneTime: boolean }

/** The accounts that exist before anybody made one. */
@Injectable()
export class FirstAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * With the demo on: its accounts, with the known password only while nobody but this machine can reach them.
   * With it off: they are locked and their sessions ended, and a house without an administrator is given one.
   */
  async settle(): Promise<ToldPassword[]> {
    if (!this.settings.demo) {
      await this.lockDemo()
      return this.firstAdmin()
    }
    const told: ToldPassword[] = []
    for (const account of DEMO_ACCOUNTS) told.push(...(await this.openDemo(account)))
    return told
  }

  private async openDemo({ username, role }: (typeof DEMO_ACCOUNTS)[number]): Promise<ToldPassword[]> {
    const kind = this.settings.loopback ? 'known' : 'random'
    const account = await this.find(username)
    if (account && !account.demo) return []
    const password = kind === 'known' ? DEMO_PASSWORD : newPassword()
    const told = kind === 'known' ? [] : [{ username, password, oneTime: false }]
    if (!account) {
      const grants = [{ role, programId: null }]
      await this.accounts.create({ username, password, demo: kind }, grants, this.clock.now())
      return told
    }
    if (account.lockedAt) await this.unlock(account.id)
    if (account.demo === kind || account.demo === 'own') return []
    await this.database.query({ text: 'UPDATE account SET "passwordHash" = $2, demo = $3 WHERE id = $1' }, [
      account.id,
      await hashPassword(password),
      kind,
    ])
    await this.sessions.endAll(account.id)
    return told
  }

  private async lockDemo(): Promise<void> {
    const open = await this.database.query<{ id: string }>({
      text: 'SELECT id FROM account WHERE demo IS NOT NULL AND "lockedAt" IS NULL',
    })
    for (const { id } of open) await this.accounts.lock(id, this.clock.now())
  }

  private async firstAdmin(): Promise<ToldPassword[]> {
    const admins = await this.database.query({
      text: `SELECT 1 FROM account a JOIN account_role r ON r."accountId" = a.id
        WHERE r.role = 'admin' AND r."programId" IS NULL AND a."lockedAt" IS NULL LIMIT 1`,
    })
    if (admins.length > 0 || (await this.find(FIRST_ADMIN))) return []
    const password = newPassword()
    const account = { username: FIRST_ADMIN, password, oneTime: true }
    await this.accounts.create(account, [{ role: 'admin', programId: null }], this.clock.now())
    return [account]
  }

  private async find(username: string): Promise<AccountRow | undefined> {
    const [account] = await this.database.query<AccountRow>(
      { text: 'SELECT * FROM account WHERE username = $1' },
      [username],
    )
    return account
  }

  private async unlock(accountId: string): Promise<void> {
    await this.database.query({ text: 'UPDATE account SET "lockedAt" = NULL WHERE id = $1' }, [accountId])
  }
}
