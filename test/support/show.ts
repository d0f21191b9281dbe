import { randomUUID } from 'node:crypto'
import type { MoveName } from '../../protocol/question.js'
import type { Answer, Desk } from './desk.js'
import type { House } from './house.js'
import type { LiveClient } from './live-client.js'
import { type Marks, newMarks, slipOf, dotted } from './marks.js'
import { newPerson } from './people.js'
import type { Screen } from './screen.js'

export type Asked = {
  id: string
  version: number
  moves: MoveName[]
  state: string
  number: number
  marks: Marks
}
const KINDS = ['panel', 'speaker', 'host', 'overlay'] as const
export type Kind = (typeof KINDS)[number]

/** A live programme with a screen of each kind and a producer, in which everything that is received is written down. */
export class Show {
  readonly questions: Asked[] = []
  readonly approved = new Set<string>()
  readonly cued = new Set<string>()
  readonly received: Record<Kind | 'producer' | 'moderator', string[]> = {
    panel: [],
    speaker: [],
    host: [],
    overlay: [],
    producer: [],
    moderator: [],
  }
  readonly screens = {} as Record<Kind, Screen>

  private constructor(
    readonly programId: string,
    private readonly moderator: Desk,
    private readonly producer: Desk,
    readonly desks: Record<'producer' | 'moderator', LiveClient>,
  ) {}

  static async begin(house: House): Promise<Show> {
    const programId = await house.program('live')
    const moderator = await newPerson(house, { roles: ['moderator'], programId })
    const producer = await newPerson(house, { roles: ['producer'], programId })
    const sockets = { producer: await producer.socket(), moderator: await moderator.socket() }
    const show = new Show(programId, moderator, producer, sockets)
    for (const who of ['producer', 'moderator'] as const) {
      show.listen(who, sockets[who])
      await sockets[who].join({ programId })
    }
    for (const kind of KINDS) {
      show.screens[kind] = await house.screen(kind, { programId })
      show.listen(kind, await show.screens[kind].connect())
      await show.screens[kind].live.join()
    }
    return show
  }

  async log(mayReadName: boolean): Promise<void> {
    const marks = newMarks(mayReadName)
    const body = { id: randomUUID(), ...slipOf(marks) }
    this.keep(await this.moderator.ask('POST', `/api/programs/${this.programId}/questions`, body), marks)
  }

  async move(question: Asked, move: MoveName, other: Asked): Promise<void> {
    const { marks } = question
    const onAir = this.questions.find(({ state }) => state === 'on_air')
    const rest: Partial<Record<MoveName, object>> = {
      approve: { wording: `Xin hỏi ${marks.wording}?` },
      return: { reason: `${marks.reason} ${dotted(marks.phone)}` },
      reject: { reason: { code: 'other', text: `${marks.reason} ${marks.phone}` } },
      merge: { intoId: other.id },
      take: { believedOnAirId: onAir?.id ?? null },
      advise: { note: marks.note },
      divert: { confirmNumber: question.number },
    }
    const command = { id: randomUUID(), move, version: question.version, ...rest[move] }
    const answer = await this.moderator.ask('POST', `/api/questions/${question.id}/moves`, command)
    if (move === 'approve' && answer.status === 200) this.approved.add(question.id)
    this.keep(answer, marks)
    await this.refresh()
  }

  async correct({ id, version, marks }: Asked): Promise<void> {
    const wording = `${marks.wording} và số ${dotted(marks.phone)}`
    const command = { id: randomUUID(), version, wording, note: marks.note }
    this.keep(await this.moderator.ask('PATCH', `/api/questions/${id}`, command), marks)
  }

  async noteAnswer({ id, marks }: Asked): Promise<void> {
    const said = `${marks.said} ${dotted(marks.phone)}`
    const promise = { what: `gọi ${marks.phone}`, by: '2026-12-01' }
    const startedAt = '2026-11-21T02:00:00Z'
    const body = { id: randomUUID(), speakerIds: [], startedAt, said, promise }
    this.keep(await this.moderator.ask('PUT', `/api/questions/${id}/answer`, body), marks)
  }

  /** The producer cues the overlay for a question, and is refused unless it is on air. */
  async cue({ id }: Asked): Promise<void> {
    const body = { id: randomUUID(), shownQuestionId: id }
    const { status } = await this.asProducer('PATCH', `/api/screens/${this.screens.overlay.id}`, body)
    if (status === 200) this.cued.add(id)
  }

  /** The producer looks for what is not for producers. */
  async pry({ id, marks }: Asked): Promise<void> {
    const list = `/api/programs/${this.programId}/questions`
    for (const text of [marks.phone, dotted(marks.phone), marks.verbatim, marks.note]) {
      const { body } = await this.asProducer('GET', `${list}?text=${encodeURIComponent(text)}`)
      if (body.questions.length > 0) this.received.producer.push(`found by ${text}`)
    }
    await this.asProducer('GET', `${list}?limit=200`)
    await this.asProducer('GET', `/api/questions/${id}/history`)
    await this.asProducer('POST', `/api/questions/${id}/moves`, { id, move: 'undo', version: 1 })
    await this.asProducer('GET', '/api/questions')
  }

  /** The moderator would have the caller called back, and says so to everybody. */
  async tell({ marks }: Asked): Promise<void> {
    const path = `/api/programs/${this.programId}/messages`
    for (const to of ['all', 'moderators', [this.screens.speaker.id]])
      for (const text of ['Xin ngắn gọn', `gọi lại ${dotted(marks.phone)}`, `số ${marks.phone}`])
        await this.moderator.ask('POST', path, { id: randomUUID(), text, to })
  }

  /** Somebody takes the caller's number down, and every screen says something and comes back. */
  async stir({ id, version, marks }: Asked): Promise<void> {
    await this.desks.moderator.ask('desk:editing', { questionId: id, phone: marks.phone })
    for (const { live } of Object.values(this.screens)) {
      await live.ask('screen:painted', { painted: [{ questionId: id, version, place: 'now' }], revision: 1 })
      await live.ask('screen:answer', { questionId: id, answer: 'read' })
      await live.join({ since: Math.max(1, live.revision - 5) })
      await live.join()
    }
  }

  /** Until everybody was told everything. */
  async settle(): Promise<void> {
    const { program } = await this.moderator.get(`/api/programs/${this.programId}`)
    const body = { id: randomUUID(), version: program.version, title: 'Xong' }
    await this.asProducer('PATCH', `/api/programs/${this.programId}`, body)
    const clients = [...Object.values(this.screens).map(({ live }) => live), ...Object.values(this.desks)]
    for (const client of clients) await client.until(() => client.program.title === 'Xong')
  }

  leave(): void {
    for (const { live } of Object.values(this.screens)) live.close()
    for (const desk of Object.values(this.desks)) desk.close()
  }

  private async asProducer(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.producer.ask(method, path, body)
    this.received.producer.push(JSON.stringify(answer.body))
    return answer
  }

  private async refresh(): Promise<void> {
    const { questions } = await this.moderator.get(`/api/programs/${this.programId}/questions?limit=200`)
    for (const question of this.questions)
      Object.assign(
        question,
        questions.find(({ id }: Asked) => id === question.id),
      )
  }

  private keep({ body }: Answer, marks: Marks): void {
    const seen = body.question ?? body.error?.details?.question
    if (!seen) return
    const known = this.questions.find(({ id }) => id === seen.id)
    if (known) Object.assign(known, seen)
    else this.questions.push({ ...seen, marks })
  }

  /** Every frame as it comes off the wire, before anybody makes something of it. */
  private listen(who: Kind | 'producer' | 'moderator', { socket }: LiveClient): void {
    socket.io.engine.on('data', (frame: unknown) => this.received[who].push(String(frame)))
  }
}
