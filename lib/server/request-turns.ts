import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { limits } from '@/lib/limits'
import { addressBelow } from '@/lib/url/base-path'
import { ADDRESS_HEADER, addressKey } from './control/client-address'
import { createFairTurns, type FairTurns } from './fair-turns'
import { plainProblem } from './http'
import { onRequest } from './http-events'

/** What watches over the server asks for these; it has a line of its own, whoever else is there. */
const watched = ['/healthz', '/metrics'].map((path) => addressBelow(path))

function lineOf({ headers, url = '' }: IncomingMessage): string {
  if (watched.includes(url.split('?')[0] ?? '')) return 'whoever watches'
  return addressKey(String(headers[ADDRESS_HEADER] ?? 'unknown'))
}

async function refuse(response: ServerResponse, status: 429 | 503): Promise<void> {
  const detail =
    status === 429 ? 'As many of your network wait as may.' : 'As many wait for the server as it can have waiting.'
  const answer = plainProblem(status, 'Too many requests', `${detail} Ask again soon.`, {
    'retry-after': String(Math.ceil(limits.requests.retryAfterMs / 1000)),
    // Next adds these to what it answers itself.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  response.writeHead(status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
}

/** Runs `told` when the answer begins: what was long is then done, and an event stream never ends. */
function onceAnswered(response: ServerResponse, told: () => void): void {
  const { writeHead } = response
  response.writeHead = (...head: unknown[]) => {
    told()
    return Reflect.apply(writeHead, response, head)
  }
  response.once('close', told)
}

/** Has the requests of a server wait for their turns, see `FairTurns`: each address has a line. */
export function takeTurns(server: Server, turns: FairTurns): void {
  const listeners = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const take = (end: () => void) => {
      // Whoever has left while they waited is not answered.
      if (request.socket.destroyed) return end()
      onceAnswered(response, end)
      for (const listener of listeners) Reflect.apply(listener, server, [request, response])
    }
    // What Next keeps of the request whose end makes room is not this one's.
    const entered = turns.enter(lineOf(request), AsyncResource.bind(take))
    if (entered !== 'entered') void refuse(response, entered === 'too many' ? 503 : 429)
  })
}

/** Has the requests to this process's servers take turns; a server is met at its first request, which nobody has answered yet. */
export function lineUpRequests(): void {
  const { atOnce, atOncePerAddress, waiting, waitingPerAddress, turnMs } = limits.requests
  const own = { atOnce, atOncePerKey: atOncePerAddress, waiting, waitingPerKey: waitingPerAddress, turnMs }
  const turns = createFairTurns(own)
  const known = new WeakSet<Server>()
  onRequest((_request, _response, server) => {
    if (known.has(server)) return
    known.add(server)
    takeTurns(server, turns)
  })
}
