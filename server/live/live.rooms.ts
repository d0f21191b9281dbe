import { Injectable } from '@nestjs/common'
import type { Server, Socket } from 'socket.io'
import type { Actor } from '../access/actor.js'
import type { Audience } from '../questions/question.presenter.js'
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

export const room = {
  program: (programId: string) => `program:${programId}`,
  audience: (programId: string, audience: Audience | 'screens' | 'overlays') =>
    `program:${programId}:${audience}`,
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
    return (this.server?.sockets.adapter.rooms.get(name)?.size ?? 0) > 0
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
