import { randomUUID } from 'node:crypto'
import type { ProducerQuestion, StaffQuestion } from '../../protocol/question.js'
import type { Desk } from './desk.js'
import { caller } from './slips.js'

/** Numbers from a seed, the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Crew = { secretary: Desk; moderator: Desk; producer: Desk }

const MOVES = ['approve', 'approve', 'approve', 'return', 'resubmit', 'reject', 'restore', 'merge', 'split']
const LATER = ['defer', 'withdraw', 'take', 'take', 'recall', 'answer', 'advise', 'divert', 'undo', 'undo']

/** An hour of a programme as chance has it: every command that its people can give, fitting or not. */
export class RandomHour {
  /** How often each command was accepted. */
  readonly done = new Map<string, number>()

  constructor(
    private readonly crew: Crew,
    private readonly programId: string,
    private readonly chance: () => number,
    private readonly screenIds: string[] = [],
  ) {}

  async step(): Promise<void> {
    const kinds = [
      'log',
      'move',
      'move',
      'move',
      'order',
      'revise',
      'answer',
      'program',
      'screen',
      'list',
      'message',
    ]
    const kind = this.pick(kinds)
    const { status } = await this.give(kind, this.pick(await this.questions()))
    if (status < 300) this.done.set(kind, (this.done.get(kind) ?? 0) + 1)
    if (status >= 500) throw new Error(`${kind} was answered with ${status}`)
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.chance() * all.length)]!
  }

  private async questions(): Promise<StaffQuestion[]> {
    return (await this.crew.moderator.get(`/api/programs/${this.programId}/questions?limit=200`)).questions
  }

  private give(kind: string, question: StaffQuestion | undefined) {
    const { secretary, moderator, producer } = this.crew
    const path = `/api/programs/${this.programId}`
    const id = randomUUID()
    const on = this.chance() < 0.5
    if (kind === 'program') return moderator.ask('PUT', `${path}/blank`, { id, on })
    if (kind === 'screen') return this.change(this.pick(this.screenIds), question)
    if (kind === 'list') return this.addSpeaker(path)
    if (kind === 'message') return this.message(path, id)
    if (kind === 'log' || !question) {
      const sameAsId = question && on ? { sameAsId: question.id } : {}
      return secretary.ask('POST', `${path}/questions`, {
        id,
        verbatim: `câu ${id}`,
        ...(this.chance() < 0.1
          ? { diverted: true, verbatim: undefined }
          : { ...sameAsId, caller: caller() }),
      })
    }
    if (kind === 'order') return this.order(path)
    const { version } = question
    if (kind === 'revise')
      return moderator.ask('PATCH', `/api/questions/${question.id}`, { id, version, note: id, direct: on })
    if (kind === 'answer') {
      const said = { id, speakerIds: [], startedAt: '2026-11-21T02:00:00Z', said: id }
      return secretary.ask('PUT', `/api/questions/${question.id}/answer`, said)
    }
    return this.move(id, question, producer)
  }

  private async order(path: string) {
    const approved = (await this.questions()).filter(question => question.state === 'approved')
    const questionId = this.pick(approved)?.id ?? randomUUID()
    const others = approved.filter(question => question.id !== questionId)
    const after = this.chance() < 0.4 ? null : (this.pick(others)?.id ?? null)
    return this.crew.moderator.ask('POST', `${path}/order`, { id: randomUUID(), questionId, after })
  }

  private async move(id: string, question: StaffQuestion, producer: Desk) {
    const all = await this.questions()
    const name = this.pick(this.chance() < 0.4 ? MOVES : LATER)
    const fitting = question.moves.length > 0 && this.chance() < 0.8 ? this.pick(question.moves) : name
    const onAir = all.find((other: ProducerQuestion) => other.state === 'on_air')
    const rest: Record<string, object> = {
      return: { reason: 'hỏi lại' },
      reject: { reason: { code: 'out_of_scope' } },
      merge: { intoId: this.pick(all).id },
      take: { believedOnAirId: onAir?.id ?? null, then: this.chance() < 0.5 ? 'approved' : 'answered' },
      divert: { confirmNumber: question.number },
    }
    if (fitting === 'divert' && this.chance() < 0.7)
      return producer.ask('PUT', `/api/programs/${this.programId}/blank`, { id, on: true })
    return this.crew.moderator.ask('POST', `/api/questions/${question.id}/moves`, {
      id,
      move: fitting,
      version: question.version,
      ...rest[fitting],
    })
  }

  private async change(screenId: string, question: StaffQuestion | undefined) {
    const all = await this.questions()
    const onAir = all.find(other => other.state === 'on_air') ?? question
    const fields = this.pick([
      { label: `Màn hình ${this.chance()}` },
      { identify: this.chance() < 0.5 },
      { shownQuestionId: onAir?.id ?? null },
      { shownQuestionId: null },
    ])
    return this.crew.producer.ask('PATCH', `/api/screens/${screenId}`, { id: randomUUID(), ...fields })
  }

  private message(path: string, id: string) {
    const to = this.pick(['all', 'moderators', 'producers', [this.pick(this.screenIds)]])
    return this.crew.producer.ask('POST', `${path}/messages`, { id, text: `nhắn ${id}`, to })
  }

  private async addSpeaker(path: string) {
    const { speakers } = await this.crew.producer.get(`${path}/speakers`)
    const more = [...speakers, { name: `Diễn giả ${speakers.length + 1}` }]
    return this.crew.producer.ask('PUT', `${path}/speakers`, {
      id: randomUUID(),
      speakers: more.slice(0, 20),
    })
  }
}
