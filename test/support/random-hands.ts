import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MoveName, StaffQuestion } from '../../protocol/question.js'
import { MOVES, type TableMove } from '../../server/questions/domain/moves.js'
import type { Answer, Desk } from './desk.js'
import type { Act } from './history-check.js'

/** Between two tries of one command: as a page that found nobody. */
const AGAIN_MS = 40
/** Whoever is not answered for so long asks somebody else; what was sent may still be carried out. */
const PATIENCE_MS = 2500
/** So many questions are on their way at once; screens show a part of them. */
const ON_THEIR_WAY = 25
const WAITING = new Set(['pending', 'returned', 'approved', 'on_air'])
const MADE: readonly MoveName[] = [
  'approve',
  'withdraw',
  'take',
  'answer',
  'return',
  'resubmit',
  'defer',
  'restore',
  'recall',
  'reject',
]

type Command = { method: 'POST'; path: string; type: string; targetId: string; body: { id: string } }

/** What several people know together, and everything that they did. */
export class Hands {
  readonly acts: Act[] = []
  private readonly known = new Map<string, StaffQuestion>()
  private readonly sent = new Set<Promise<unknown>>()

  constructor(
    private readonly programId: string,
    private readonly chance: () => number,
  ) {}

  /** How many commands are over, whatever became of them. */
  get over(): number {
    return this.acts.filter(({ kind }) => kind !== 'invoke').length
  }

  /** Until nothing that was ever sent can be carried out any longer. */
  async settled(): Promise<void> {
    await Promise.all(this.sent)
  }

  /** One command by somebody who sits before several servers: where one does not answer, another is asked. */
  async step(desks: readonly Desk[]): Promise<void> {
    const command = this.choose()
    const { id } = command.body
    this.acts.push({ kind: 'invoke', id, type: command.type, targetId: command.targetId })
    const patience = 1 + Math.floor(this.chance() * 8)
    let unknown = false
    for (let tries = 0; tries < patience; tries++) {
      const desk = desks[(tries + Math.floor(this.chance() * desks.length)) % desks.length]!
      const asked = desk.ask(command.method, command.path, command.body).catch(() => undefined)
      this.sent.add(asked)
      void asked.then(() => this.sent.delete(asked))
      const answer = await Promise.race([asked, pause(PATIENCE_MS, undefined)])
      if (answer && answer.status < 500) return this.note(id, answer, unknown)
      unknown = true
      await pause(AGAIN_MS)
    }
    this.acts.push({ kind: 'info', id })
  }

  private note(id: string, { status, body }: Answer, unknown: boolean): void {
    const question = (body.question ?? body.error?.details?.question) as StaffQuestion | undefined
    const before = question && this.known.get(question.id)
    if (question && question.version >= (before?.version ?? 0)) this.known.set(question.id, question)
    if (status < 300) this.acts.push({ kind: 'ok', id, revision: body.revision })
    // Refused now; whether the first try of it was carried out nobody was told.
    else this.acts.push({ kind: unknown ? 'info' : 'fail', id })
  }

  private choose(): Command {
    const id = randomUUID()
    const all = [...this.known.values()]
    const waiting = all.filter(({ state }) => WAITING.has(state))
    if (waiting.length < ON_THEIR_WAY * this.chance()) return this.log(id)
    const question = this.pick(this.chance() < 0.9 ? waiting : all)
    const open = question?.moves.filter(move => MADE.includes(move)) ?? []
    if (!question || open.length === 0) return this.log(id)
    const move = this.pick(open)! as TableMove
    const onAir = all.find(({ state }) => state === 'on_air')
    const rest: Partial<Record<MoveName, object>> = {
      return: { reason: 'Hỏi lại người gọi' },
      reject: { reason: { code: 'out_of_scope' } },
      take: { believedOnAirId: onAir?.id ?? null },
    }
    const body = { id, move, version: question.version, ...rest[move] }
    const path = `/api/questions/${question.id}/moves`
    return { method: 'POST', path, type: MOVES[move].event, targetId: question.id, body }
  }

  private log(id: string): Command {
    const path = `/api/programs/${this.programId}/questions`
    return {
      method: 'POST',
      path,
      type: 'question.logged',
      targetId: id,
      body: { id, verbatim: `Câu ${id}` } as never,
    }
  }

  private pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.chance() * all.length)]
  }
}
