import { Injectable } from '@nestjs/common'
import { v4 as newId } from 'uuid'
import type { PairScreen, Screen as ScreenView, UnpairedScreen } from '#protocol/screen.js'
import type { AccountActor } from '../access/actor.js'
import { networkOf } from '../access/network-of.js'
import { hashSecret, newPairingCode, newSecret } from '../access/secrets.js'
import { Database } from '../database/database.js'
import { constraintOf } from '../errors/database-fault.js'
import { DomainError } from '../errors/domain-error.js'
import { Clock } from '../ledger/clock.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import type { Outcome } from '../ledger/recording.js'
import { programOf } from '../programs/program-row.js'
import type { Screen } from './domain/screen.js'
import { ScreenSeating } from './screen-seating.js'
import { ScreenRows } from './screen.rows.js'
import { writeScreen } from './screen.sql.js'
import { WrongCodes } from './wrong-codes.js'

/** A code lives this long and is used once. */
const CODE_MS = 10 * 60_000
/** Unused codes that may wait at one address. */
const WAITING_CODES = 60

const BY_CODE = { text: 'SELECT id FROM screen WHERE code = $1 AND "codeExpiresAt" > $2 FOR UPDATE' }

/** Screens begin: a browser asks to be paired, the producer pairs it, or makes a link instead. */
@Injectable()
export class ScreenPairingService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly screens: ScreenRows,
    private readonly seating: ScreenSeating,
    private readonly wrongCodes: WrongCodes,
    private readonly clock: Clock,
  ) {}

  /** A browser asks to be paired: it gets a secret of its own, and a code to show. */
  async ask(from: string): Promise<UnpairedScreen> {
    const address = networkOf(from)
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
  ): Promise<{ screenId: string; screen: ScreenView; secret?: string; replayed: boolean }> {
    const secret = command.code ? undefined : newSecret()
    const record = () => this.record(actor, programId, command, secret)
    const outcome = await (secret ? record() : this.wrongCodes.attempt(actor.person.id, record))
    const { replayed } = outcome
    const screenId = outcome.replayed ? await this.screens.pairedBy(command.id) : outcome.result
    const fresh = secret && !replayed ? { secret } : {}
    return { screenId, screen: await this.screens.view(screenId), ...fresh, replayed }
  }

  private record(
    actor: AccountActor,
    programId: string,
    command: PairScreen,
    secret: string | undefined,
  ): Promise<Outcome<string>> {
    return this.ledger.record(
      { id: command.id, programId, type: 'screen.paired', targetId: command.id, by: actor.person },
      transaction => transaction.query<{ id: string }>(BY_CODE, [command.code ?? null, transaction.now]),
      async (transaction, [waiting]) => {
        const program = programOf(transaction)
        if (program.phase === 'closed') throw new DomainError('program.closed')
        if (command.code && !waiting) throw new DomainError('screen.code_invalid')
        await this.seating.mustBeSeated(transaction, program, command.speakerId)
        const screen = paired(waiting?.id ?? newId(), command, transaction)
        if (secret) insertLinked(transaction, screen.id, secret)
        writeScreen(transaction, screen)
        transaction.write({ text: 'UPDATE screen SET "pairedBy" = $2 WHERE id = $1' }, [
          screen.id,
          command.id,
        ])
        return { result: screen.id }
      },
    )
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

function insertLinked(transaction: LedgerTransaction, screenId: string, secret: string): void {
  transaction.write({ text: 'INSERT INTO screen (id, "secretHash") VALUES ($1, $2)' }, [
    screenId,
    hashSecret(secret),
  ])
}

const paired = (id: string, command: PairScreen, transaction: LedgerTransaction): Screen => ({
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
