import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { limits } from '@/lib/limits'
import { mostFiles } from './control/stream-slots'
import { onConnection, onRequest } from './http-events'
import { createSlices } from './slices'

/** Connections that have not sent a whole request: those that are slow to, and those that may send another one. */
export interface ConnectionGuard {
  connected(socket: Socket): void
  asked(request: IncomingMessage, response: ServerResponse): void
}

/**
 * Keeps at most `most` connections that ask for nothing, and closes the ones that have for longest: whoever is honest has
 * asked by then, or opens another one.
 */
export function createConnectionGuard(most: number): ConnectionGuard {
  /** In the order in which they began to wait. */
  const silent = new Set<Socket>()

  function wait(socket: Socket): void {
    if (socket.destroyed) return
    silent.delete(socket)
    silent.add(socket)
    for (const oldest of silent) {
      if (silent.size <= most) return
      silent.delete(oldest)
      oldest.destroy()
    }
  }

  return {
    connected(socket) {
      wait(socket)
      socket.once('close', () => silent.delete(socket))
    },
    asked(request, response) {
      const { socket, headers } = request
      const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
      if (hasBody) request.once('end', () => silent.delete(socket))
      else silent.delete(socket)
      response.once('close', () => wait(socket))
    },
  }
}

/** What ends with a connection takes Node and Next a tenth of a millisecond: three thousand streams may go at once. */
const CLOSED_AT_ONCE = 20

/** Has connections say that they are closed so few at once that requests are answered between. */
export function createCloser(atOnce = CLOSED_AT_ONCE): (socket: Socket) => void {
  const inSlices = createSlices(atOnce)
  return (socket) => {
    const { emit } = socket
    socket.emit = (event: string | symbol, ...told: unknown[]) => {
      const tell = () => Reflect.apply(emit, socket, [event, ...told])
      if (event !== 'close') return tell()
      inSlices(tell)
      return true
    }
  }
}

/** Guards the connections to this process's servers. */
export function guardConnections(): void {
  const { silent, silentShareOfFiles, headersMs, requestMs } = limits.connections
  const closeInTurn = createCloser()
  const guard = createConnectionGuard(Math.floor(Math.min(silent, mostFiles() * silentShareOfFiles)))
  onConnection((socket, server) => {
    // Node looks every half minute at who takes longer.
    server.headersTimeout = headersMs
    server.requestTimeout = requestMs
    // Next answers no such request and never ends it either. A browser that a developer has open needs it.
    if (process.env.NODE_ENV === 'production') server.removeAllListeners('upgrade')
    closeInTurn(socket)
    guard.connected(socket)
  })
  onRequest(guard.asked)
}
