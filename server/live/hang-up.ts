import type { LiveSocket } from './live.rooms.js'

type WebSocketOf = { bufferedAmount?: number; terminate?(): void }

const webSocketOf = (socket: LiveSocket): WebSocketOf | undefined =>
  (socket.conn.transport as unknown as { socket?: WebSocketOf }).socket

/** Bytes that were sent and not yet taken by the network. */
export const unread = (socket: LiveSocket): number => webSocketOf(socket)?.bufferedAmount ?? 0

/**
 * Ends the connection itself, with whatever waits in it. A farewell would wait behind that, and a client that reads
 * one does not come back by itself.
 */
export const hangUp = (socket: LiveSocket): void => webSocketOf(socket)?.terminate?.()
