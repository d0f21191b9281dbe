import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { StaffQuestion } from '../../protocol/question.js'
import { LiveClient } from './live-client.js'

/** A page asks again for as long as it takes. */
const PATIENCE_MS = 20_000

export type Answer = { status: number; body: any; headers: Headers }

/** A person at a desk: HTTP with the session's cookie, and a live socket when joined. */
export class Desk {
  cookie: string | undefined
  private sockets: LiveClient[] = []

  constructor(
    readonly address: string,
    readonly programId: string,
  ) {}

  async signIn(username: string, password: string): Promise<Answer> {
    const answer = await this.ask('POST', '/api/session', { username, password })
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0]
    return answer
  }

  /** Asks, whatever the answer; the same again, as a page does, while it is that the database cannot just now. */
  async ask(...asked: Parameters<Desk['askOnce']>): Promise<Answer> {
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      const answer = await this.askOnce(...asked)
      if (answer.body?.error?.code !== 'database.unavailable' || performance.now() > until) return answer
      await setTimeout(100)
    }
  }

  /** Asks, whatever the answer. */
  async askOnce(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.address + path, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return {
      status: response.status,
      body: isJson && text ? JSON.parse(text) : text,
      headers: response.headers,
    }
  }

  async post(path: string, body?: unknown, status = 200): Promise<any> {
    return this.expecting(status, await this.ask('POST', path, body))
  }

  async get(path: string, status = 200): Promise<any> {
    return this.expecting(status, await this.ask('GET', path))
  }

  async put(path: string, body: unknown, status = 200): Promise<any> {
    return this.expecting(status, await this.ask('PUT', path, body))
  }

  async patch(path: string, body: unknown, status = 200): Promise<any> {
    return this.expecting(status, await this.ask('PATCH', path, body))
  }

  async delete(path: string, body?: unknown, status = 200): Promise<any> {
    return this.expecting(status, await this.ask('DELETE', path, body))
  }

  /** Logs a question and returns it. */
  async log(
    verbatim: string,
    slip: Record<string, unknown> = {},
    programId = this.programId,
  ): Promise<StaffQuestion> {
    const body = await this.post(
      `/api/programs/${programId}/questions`,
      { id: randomUUID(), verbatim, ...slip },
      201,
    )
    return body.question
  }

  /** Makes a move on the question as it was last seen. */
  async move(
    question: { id: string; version: number },
    move: string,
    rest: Record<string, unknown> = {},
    status = 200,
  ): Promise<any> {
    const command = { id: randomUUID(), move, version: question.version, ...rest }
    return this.post(`/api/questions/${question.id}/moves`, command, status)
  }

  /** Logs and approves; returns the approved question. */
  async approved(
    verbatim: string,
    slip: Record<string, unknown> = {},
    programId = this.programId,
  ): Promise<StaffQuestion> {
    const question = await this.log(verbatim, slip, programId)
    return (await this.move(question, 'approve')).question
  }

  async take(
    question: { id: string; version: number },
    believedOnAirId: string | null,
    status = 200,
  ): Promise<any> {
    return this.move(question, 'take', { believedOnAirId }, status)
  }

  async phase(programId: string, phase: string, status = 200): Promise<any> {
    const { program } = await this.get(`/api/programs/${programId}`)
    return this.post(
      `/api/programs/${programId}/phase`,
      { id: randomUUID(), phase, version: program.version },
      status,
    )
  }

  /** Opens a live socket and joins. */
  async join(programId = this.programId): Promise<LiveClient> {
    const socket = await this.socket()
    await socket.join({ programId })
    return socket
  }

  async socket(): Promise<LiveClient> {
    const socket = await LiveClient.connect(this.address, {
      headers: { ...(this.cookie && { cookie: this.cookie }) },
    })
    this.sockets.push(socket)
    return socket
  }

  leave(): void {
    for (const socket of this.sockets) socket.close()
  }

  private expecting(status: number, answer: Answer): any {
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
    return answer.body
  }
}
