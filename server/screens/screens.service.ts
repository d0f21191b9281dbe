import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { PairScreen, PatchScreen, Screen, UnpairedScreen } from '#protocol/screen.js'
import { type AccountActor, mustHold } from '../access/actor.js'
import { hashSecret, newPairingCode, newSecret } from '../access/secrets.js'
import { Database } from '../database/database.js'
import { constraintOf } from '../errors/database-fault.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { ProgramRow } from '../programs/domain/program.js'
import { ProgramListsReader } from '../programs/program-lists.js'
import { programOf } from '../programs/program-row.js'
import { ScreenConnections } from './screen-connections.js'
import { presentScreen } from './screen.presenter.js'
import type { ScreenRow } from './screen.entity.js'

/** A code lives this long and is used once. */
const CODE_MS = 10 * 60_000
/** Unused codes that may wait at one address. */
const WAITING_CODES = 60

const BY_ID = { name: 'screen_by_id', text: 'SELECT * FROM screen WHERE id = $1' }
const ON_AIR = { text: `SELECT id FROM question WHERE "programId" = $1 AND state = 'on_air'` }
const WRITE = {
  name: 'screen_write',
  text: `UPDATE screen SET label = $2, kind = $3, "speakerId" = $4, "programId" = $5, "shownQuestionId" = $6,
    identify = $7, "testCard" = $8, "revokedAt" = $9, revision = $10, "leftProgramId" = $11, "leftRevision" = $12,
    code = NULL, "codeExpiresAt" = NULL, address = NULL WHERE id = $1`,
}

/** What stood on a screen stands there no longer once it is cut off. */
const SHOWS_NOTHING = {
  text: `WITH painted AS (DELETE FROM screen_painting WHERE "screenId" = $1)
    UPDATE screen_showing SET until = $2 WHERE "screenId" = $1 AND until IS NULL`,
}

/** Screens: asking to be paired, pairing, changing, revoking. */
@Injectable()
export class ScreensService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly lists: ProgramListsReader,
    private readonly connections: ScreenConnections,
    private readonly clock: Clock,
  ) {}

  /** A browser asks to be paired: it gets a secret of its own, and a code to show. */
  async ask(address: string): Promise<UnpairedScreen> {
    const now = this.clock.now()
    const [waiting] = await this.database.query<{ count: number }>(
      {
        text: `WITH expired AS (DELETE FROM screen WHERE "programId" IS NULL AND "codeExpiresAt" < $2)
          SELECT count(*)::int FROM screen WHERE address = $1 AND code IS NOT NULL AND "codeExpiresAt" >= $2`,
      },
      [address, now],
    )
    if (waiting!.count >= WAITING_CODES) throw new DomainError('access.too_many', undefined, 60)
    const screen = { screenId: newId(), secret: newSecret() }
    return { ...screen, code: await this.withCode(screen, address, now) }
  }

  /** Pairs the browser that shows the code; without a code makes a screen that is opened by a link. */
  async pair(
    actor: AccountActor,
    programId: string,
    command: PairScreen,
  ): Promise<{ screenId: string; screen: Screen; secret?: string; replayed: boolean }> {
    const secret = command.code ? undefined : newSecret()
    const linkedId = newId()
    const outcome = await this.ledger.record(
      { id: command.id, programId, type: 'screen.paired', targetId: command.id, by: actor.person },
      transaction => this.readWaiting(transaction, command.code),
      async (transaction, [waiting]) => {
        if (programOf(transaction).phase === 'closed') throw new DomainError('program.closed')
        if (command.code && !waiting) throw new DomainError('screen.code_invalid')
        await this.mustBeSeated(transaction, programOf(transaction), command.speakerId)
        const screen = paired(waiting?.id ?? linkedId, command, transaction)
        if (secret)
          transaction.write({ text: 'INSERT INTO screen (id, "secretHash") VALUES ($1, $2)' }, [
            screen.id,
            hashSecret(secret),
          ])
        write(transaction, screen)
        transaction.write({ text: 'UPDATE screen SET "pairedBy" = $2 WHERE id = $1' }, [
          screen.id,
          command.id,
        ])
        return { result: screen.id }
      },
    )
    const screen = outcome.replayed
      ? await this.one('"pairedBy" = $1', command.id)
      : await this.one('id = $1', outcome.result)
    const { replayed } = outcome
    const fresh = secret && !replayed ? { secret } : {}
    return { screenId: screen.id, screen: await this.present(screen), ...fresh, replayed }
  }

  async patch(actor: AccountActor, screenId: string, command: PatchScreen): Promise<{ screen: Screen }> {
    const { programId } = await this.mine(actor, screenId)
    if (command.programId) mustHold(actor, command.programId, ['producer'])
    await this.ledger.record(
      { id: command.id, programId, type: 'screen.changed', targetId: screenId, by: actor.person },
      transaction =>
        Promise.all([
          transaction.query<ScreenRow>(BY_ID, [screenId]),
          transaction.query<{ id: string }>(ON_AIR, [programId]),
        ]),
      async (transaction, [[screen], [onAir]]) => {
        if (!screen || screen.revokedAt || screen.programId !== programId)
          throw new DomainError('screen.not_found')
        const next = changed(screen, command, transaction.revision)
        mustBeCuable(next, command, onAir?.id)
        const program =
          next.programId === programId
            ? programOf(transaction)
            : await this.move(transaction, next, screen, actor)
        await this.mustBeSeated(transaction, program, command.speakerId)
        if (next.programId !== programId) next.speakerId = command.speakerId ?? null
        write(transaction, next)
        return { result: undefined }
      },
    )
    return { screen: await this.present(await this.one('id = $1', screenId)) }
  }

  /** Takes a screen away at once: its browsers are cut, its secret opens nothing any longer. */
  async revoke(actor: AccountActor, screenId: string, id: string): Promise<void> {
    const { programId } = await this.mine(actor, screenId)
    await this.ledger.record(
      { id, programId, type: 'screen.revoked', targetId: screenId, by: actor.person },
      transaction => transaction.query<ScreenRow>(BY_ID, [screenId]),
      (transaction, [screen]) => {
        if (!screen || screen.revokedAt) throw new DomainError('screen.not_found')
        write(transaction, { ...screen, revokedAt: transaction.now, revision: transaction.revision })
        transaction.write(SHOWS_NOTHING, [screenId, transaction.now])
        return { result: undefined }
      },
    )
  }

  /** The screen whose secret this is, unless it was revoked. */
  async open(screenId: string, secret: string): Promise<ScreenRow | undefined> {
    const [screen] = await this.database.query<ScreenRow>(BY_ID, [screenId])
    return screen && !screen.revokedAt && screen.secretHash === hashSecret(secret) ? screen : undefined
  }

  async find(screenIds: readonly string[]): Promise<ScreenRow[]> {
    return this.database.query<ScreenRow>({ text: 'SELECT * FROM screen WHERE id = ANY($1)' }, [screenIds])
  }

  private async present(screen: ScreenRow): Promise<Screen> {
    return presentScreen(screen, await this.connections.of(screen.id))
  }

  private async one(condition: string, value: string): Promise<ScreenRow> {
    const [screen] = await this.database.query<ScreenRow>(
      { text: `SELECT * FROM screen WHERE ${condition}` },
      [value],
    )
    if (!screen) throw new DomainError('screen.not_found')
    return screen
  }

  /** A screen of a programme in which the actor is producer. */
  private async mine(actor: AccountActor, screenId: string): Promise<{ programId: string }> {
    const { programId } = await this.one('id = $1', screenId)
    if (!programId) throw new DomainError('screen.not_found')
    mustHold(actor, programId, ['producer'], 'screen.not_found')
    return { programId }
  }

  private async readWaiting(transaction: LedgerTransaction, code: string | undefined): Promise<ScreenRow[]> {
    return transaction.query<ScreenRow>(
      { text: 'SELECT * FROM screen WHERE code = $1 AND "codeExpiresAt" > $2 FOR UPDATE' },
      [code ?? null, transaction.now],
    )
  }

  private async mustBeSeated(
    transaction: LedgerTransaction,
    program: ProgramRow,
    speakerId: string | null | undefined,
  ): Promise<void> {
    if (!speakerId) return
    const lists = await this.lists.of(
      program,
      (statement, values) => transaction.query(statement, values) as never,
    )
    if (!lists.known.speakerIds.has(speakerId)) throw invalidField('speakerId', 'list.unknown_entry')
  }

  /** Points a screen at another programme: it leaves one and arrives in the other in the same instant. */
  private async move(
    transaction: LedgerTransaction,
    next: ScreenRow,
    old: ScreenRow,
    actor: AccountActor,
  ): Promise<ProgramRow> {
    const other = await transaction.alsoIn(next.programId!, 'screen.changed', next.id, actor.person)
    next.revision = other.revision
    next.leftProgramId = old.programId
    next.leftRevision = transaction.revision
    next.shownQuestionId = null
    return other as unknown as ProgramRow
  }

  /** Two browsers may be given the same code in the same instant: then one tries again. */
  private async withCode(
    screen: { screenId: string; secret: string },
    address: string,
    now: Date,
  ): Promise<string> {
    for (;;) {
      const code = newPairingCode()
      try {
        await this.database.query(
          {
            text: `INSERT INTO screen (id, "secretHash", code, "codeExpiresAt", address) VALUES ($1, $2, $3, $4, $5)`,
          },
          [screen.screenId, hashSecret(screen.secret), code, new Date(now.getTime() + CODE_MS), address],
        )
        return code
      } catch (error) {
        if (constraintOf(error) !== 'screen_code') throw error
      }
    }
  }
}

type Standing = Pick<
  ScreenRow,
  | 'id'
  | 'label'
  | 'kind'
  | 'speakerId'
  | 'programId'
  | 'shownQuestionId'
  | 'identify'
  | 'testCard'
  | 'revokedAt'
  | 'revision'
  | 'leftProgramId'
  | 'leftRevision'
>

const paired = (id: string, command: PairScreen, transaction: LedgerTransaction): Standing => ({
  id,
  label: command.label,
  kind: command.kind,
  speakerId: command.speakerId ?? null,
  programId: transaction.program.id,
  shownQuestionId: null,
  identify: false,
  testCard: false,
  revokedAt: null,
  revision: transaction.revision,
  leftProgramId: null,
  leftRevision: null,
})

function changed(screen: ScreenRow, command: PatchScreen, revision: number): ScreenRow {
  const { id: _id, ...given } = command
  const next = { ...screen, ...given, revision }
  return next.kind === 'overlay' ? next : { ...next, shownQuestionId: command.shownQuestionId ?? null }
}

/** An overlay is on television: it is cued for what is on air, and for nothing else. */
function mustBeCuable(next: ScreenRow, command: PatchScreen, onAirId: string | undefined): void {
  if (!command.shownQuestionId) return
  if (next.kind !== 'overlay') throw invalidField('shownQuestionId', 'screen.not_an_overlay')
  if (command.shownQuestionId !== onAirId) throw new DomainError('screen.not_on_air')
}

/** Written in its programme's revision; whoever holds its socket hears that it changed. */
function write(transaction: LedgerTransaction, screen: Standing): void {
  transaction.write(WRITE, [
    screen.id,
    screen.label,
    screen.kind,
    screen.speakerId,
    screen.programId,
    screen.shownQuestionId,
    screen.identify,
    screen.testCard,
    screen.revokedAt,
    screen.revision,
    screen.leftProgramId,
    screen.leftRevision,
  ])
  transaction.write({ text: `SELECT pg_notify('kick', $1)` }, [`screen:${screen.id}`])
}
