import { Injectable } from '@nestjs/common'
import type { Server, Socket } from 'socket.io'
import type { Actor } from '../access/actor.js'
import type { Role } from '#protocol/roles.js'
import { type Audience, audienceOf } from '../questions/question.presenter.js'
import type { ScreenRow } from '../screens/screen.entity.js'

/** What is known of a socket: who holds it, and what it joined. */
export type SocketData = {
  actor: Actor
  programId?: string
  /** A screen's row as it was when it joined: a change of kind or programme sends it to join again. */
  screen?: ScreenRow
  /** Bytes that it had not read at the last pulse. */
  unread?: number
  /** Its joins, one after the other. */
  joining?: Promise<unknown>
  /** The revision at which it joined its programme, and when: milliseconds that never go back. */
  joinedAt?: { revision: number; at: number }
  /** What a screen last said to show as NOW. */
  now?: { questionId: string; version: number } | undefined
  /** The question that an overlay was sent. */
  cuedId?: string | null
}

export type LiveSocket = Socket<
  Record<string, never>,
  Record<string, never>,
  Record<string, never>,
  SocketData
> & {
  emit(event: string, payload: unknown): boolean
}

/** What is sent to a desk: whose view of questions, and whether messages and receipts go with it. */
export type DeskView = { audience: Audience; studio: boolean }

/** A secretary has nothing to do with the studio, unless she is a producer as well. */
export const DESKS: readonly DeskView[] = [
  { audience: 'moderator', studio: true },
  { audience: 'secretary', studio: false },
  { audience: 'secretary', studio: true },
  { audience: 'producer', studio: true },
]

export const deskOf = (roles: readonly Role[]): DeskView => ({
  audience: audienceOf(roles)!,
  studio: roles.includes('moderator') || roles.includes('producer'),
})

export const room = {
  program: (programId: string) => `program:${programId}`,
  desk: (programId: string, { audience, studio }: DeskView) =>
    `program:${programId}:${audience}${studio ? ':studio' : ''}`,
  screens: (programId: string) => `program:${programId}:screens`,
  overlays: (programId: string) => `program:${programId}:overlays`,
  staff: (programId: string) => `program:${programId}:staff`,
  receipts: (programId: string) => `program:${programId}:receipts`,
  screen: (screenId: string) => `screen:${screenId}`,
  session: (sessionId: string) => `session:${sessionId}`,
}

/** The sockets of this instance, by room. */
@Injectable()
export class LiveRooms {
  private server: Server | undefined

  open(server: Server): void {
    this.server = server
  }

  has(name: string): boolean {
    return this.size(name) > 0
  }

  size(name: string): number {
    return this.server?.sockets.adapter.rooms.get(name)?.size ?? 0
  }

  /** Encoded once, whatever the number of sockets. */
  emit(name: string, event: string, payload: unknown, except: string[] = []): void {
    if (this.has(name)) this.server!.to(name).except(except).emit(event, payload)
  }

  in(name: string): LiveSocket[] {
    const ids = this.server?.sockets.adapter.rooms.get(name) ?? []
    return [...ids]
      .map(id => this.server!.sockets.sockets.get(id) as LiveSocket | undefined)
      .filter(found => !!found)
  }

  all(): LiveSocket[] {
    return [...(this.server?.sockets.sockets.values() ?? [])] as LiveSocket[]
  }
}
