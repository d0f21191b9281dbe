import { Injectable } from '@nestjs/common'
import type { Screen as ScreenView } from '#protocol/screen.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { hashSecret } from '../access/secrets.js'
import { Database } from '../database/database.js'
import { gathered } from '../database/gathered.js'
import { DomainError } from '../errors/domain-error.js'
import { ScreenConnections } from './screen-connections.js'
import type { ScreenRow } from './screen.entity.js'
import { presentScreen } from './screen.presenter.js'

/** Reads screens, outside of a change. */
@Injectable()
export class ScreenRows {
  private readonly byId = gathered<string, ScreenRow | undefined>(async ids => {
    const found = new Map((await this.find(ids)).map(screen => [screen.id, screen]))
    return ids.map(id => found.get(id))
  })

  constructor(
    private readonly database: Database,
    private readonly connections: ScreenConnections,
  ) {}

  /** The screen whose secret this is, unless it was revoked. */
  async open(screenId: string, secret: string): Promise<ScreenRow | undefined> {
    const screen = await this.one(screenId)
    return screen && !screen.revokedAt && screen.secretHash === hashSecret(secret) ? screen : undefined
  }

  one(screenId: string): Promise<ScreenRow | undefined> {
    return this.byId.load(screenId.toLowerCase())
  }

  find(screenIds: readonly string[]): Promise<ScreenRow[]> {
    const statement = { name: 'screens_by_id', text: 'SELECT * FROM screen WHERE id = ANY($1)' }
    return this.database.query<ScreenRow>(statement, [screenIds])
  }

  /** A screen of a programme in which the actor is producer. */
  async mine(actor: AccountActor, screenId: string): Promise<{ programId: string }> {
    const screen = await this.one(screenId)
    if (!screen?.programId) throw new DomainError('screen.not_found')
    mustHold(actor, screen.programId, ['producer'], 'screen.not_found')
    return { programId: screen.programId }
  }

  async view(screenId: string): Promise<ScreenView> {
    const screen = await this.one(screenId)
    if (!screen) throw new DomainError('screen.not_found')
    return presentScreen(screen, await this.connections.of(screen.id))
  }

  /** The screen that a command paired. */
  async pairedBy(commandId: string): Promise<string> {
    const [screen] = await this.database.query<{ id: string }>(
      { text: 'SELECT id FROM screen WHERE "pairedBy" = $1' },
      [commandId],
    )
    if (!screen) throw new DomainError('screen.not_found')
    return screen.id
  }
}
