import type { LiveSocket } from './live.rooms.js'

type WebSocketOf = { bufferedAmount?: number; terminate?(): void }
type Packet = { data?: string | Buffer }

const webSocketOf = (socket: LiveSocket): WebSocketOf | undefined =>
  (socket.conn.transport as unknown as { socket?: WebSocketOf }).socket

/** What was said while the packet before was still on its way: it waits here, and the web socket does not know of it. */
const waiting = (socket: LiveSocket): Packet[] =>
  (socket.conn as unknown as { writeBuffer: Packet[] }).writeBuffer

/** Bytes that were sent and not yet taken by the network. */
export const unread = (socket: LiveSocket): number =>
  waiting(socket).reduce(
    (bytes, { data }) => bytes + (data ? Buffer.byteLength(data) : 0),
    webSocketOf(socket)?.bufferedAmount ?? 0,
  )

/**
 * Ends the connection itself, with whatever waits in it. A farewell would wait behind that, and a client that reads
 * one does not come back by itself.
 */
export const hangUp = (socket: LiveSocket): void => webSocketOf(socket)?.terminate?.()
