import { Injectable } from '@nestjs/common'
import type { Message as MessageView, MessageTo, SendMessage } from '#protocol/message.js'
import type { AccountActor } from '../access/actor.js'
import { Database } from '../database/database.js'
import { DomainError, invalidField } from '../errors/domain-error.js'
import { Ledger } from '../ledger/ledger.js'
import type { LedgerTransaction } from '../ledger/ledger-transaction.js'
import { ProgramRows } from '../programs/program.rows.js'
import { programOf } from '../programs/program-row.js'
import { mustBeClean } from '../questions/domain/approved-wording.js'
import type { Message } from './domain/message.js'
import { presentMessage } from './message.presenter.js'
import { MESSAGE_BY_ID, insertMessage } from './message.sql.js'

type NamedScreen = { id: string; kind: string }

const NAMED = {
  text: 'SELECT id, kind FROM screen WHERE id = ANY($1) AND "programId" = $2 AND "revokedAt" IS NULL',
}

/** Words to the studio and between the desks. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly programs: ProgramRows,
  ) {}

  /** Sends a message to screens or desks; `seconds` from now on it stands there. */
  async send(
    actor: AccountActor,
    programId: string,
    command: SendMessage,
  ): Promise<{ message: MessageView; replayed: boolean }> {
    const { replayed } = await this.ledger.record(
      { id: command.id, programId, type: 'message.sent', targetId: command.id, by: actor.person },
      transaction => transaction.query<NamedScreen>(NAMED, [namedIn(command.to), programId]),
      async (transaction, screens) => {
        const program = programOf(transaction)
        if (program.phase === 'closed') throw new DomainError('program.closed')
        mustReach(command.to, screens)
        const lists = await this.programs.listsOf(program, transaction)
        // Producers and screens see it, and neither may see a caller's number.
        mustBeClean(command.text, [], lists.known)
        insertMessage(transaction, written(command, actor, transaction))
        return { result: undefined }
      },
    )
    const [message] = await this.database.query<Message>(MESSAGE_BY_ID, [command.id])
    return { message: presentMessage(message!), replayed }
  }
}

const namedIn = (to: MessageTo): string[] => (Array.isArray(to) ? to : [])

/** Every named screen must be there, and none on television. */
function mustReach(to: MessageTo, screens: NamedScreen[]): void {
  for (const [index, id] of namedIn(to).entries()) {
    const screen = screens.find(one => one.id === id)
    if (!screen) throw invalidField(`to.${index}`, 'message.unknown_screen')
    if (screen.kind === 'overlay') throw invalidField(`to.${index}`, 'message.to_overlay')
  }
}

const written = (command: SendMessage, actor: AccountActor, transaction: LedgerTransaction): Message => ({
  id: command.id,
  programId: transaction.program.id,
  text: command.text,
  to: Array.isArray(command.to) ? [...new Set(command.to)] : command.to,
  by: actor.person,
  at: transaction.now,
  until: command.seconds ? new Date(transaction.now.getTime() + command.seconds * 1000) : null,
  seen: [],
  revision: transaction.revision,
  gone: false,
})
