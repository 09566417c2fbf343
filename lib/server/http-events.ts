import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

// Next makes its server itself and shows it to nobody; Node tells of what happens at every server of a process.

function partOf(message: unknown, key: string): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined
}

/** Calls `told` for every connection that a server of this process takes. */
export function onConnection(told: (socket: Socket, server: Server) => void): void {
  subscribe('net.server.socket', (message) => {
    const socket = partOf(message, 'socket')
    const server = partOf(socket, 'server')
    if (socket instanceof Socket && server instanceof Server) told(socket, server)
  })
}

/** Calls `told` for every request to a server of this process, before the server itself is told. */
export function onRequest(told: (request: IncomingMessage, response: ServerResponse, server: Server) => void): void {
  subscribe('http.server.request.start', (message) => {
    const [request, response, server] = ['request', 'response', 'server'].map((key) => partOf(message, key))
    if (request instanceof IncomingMessage && response instanceof ServerResponse && server instanceof Server)
      told(request, response, server)
  })
}
