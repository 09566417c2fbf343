import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { limits } from '@/lib/limits'
import { addressBelow } from '@/lib/url/base-path'
import { ADDRESS_HEADER, addressKey } from './control/client-address'
import { Refusal } from './control/refusal'
import { answerRefusal } from './control/request-guard'
import { createFairTurns, type FairTurns } from './fair-turns'
import { onRequest } from './http-events'

/** What watches over the server asks for these; it has a line of its own, whoever else is there. */
const watched = [addressBelow('/healthz'), addressBelow('/metrics')]

function lineOf({ url = '' }: IncomingMessage, address: string): string {
  return watched.includes(url.split('?')[0] ?? '') ? 'whoever watches' : address
}

/** Next adds these to what it answers itself. */
const safe = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

async function send(response: ServerResponse, refusal: Refusal): Promise<void> {
  const answer = answerRefusal(refusal)
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...safe })
  response.end(await answer.text())
}

function tooMany(status: 429 | 503): Refusal {
  const whose = status === 429 ? 'of your network wait as may.' : 'wait for the server as it can have waiting.'
  return new Refusal(status, 'Too many requests', `As many ${whose} Ask again soon.`, limits.requests.retryAfterMs)
}

/** What an address may do so many times; whoever shows no cookie is nobody yet, and does it anew. */
const counted: ReadonlyMap<string, 'code' | 'wall'> = new Map([
  [addressBelow('/control/pairings'), 'code'],
  [addressBelow('/control/screens'), 'wall'],
])

/** A flood of codes or walls is refused unread: Next takes milliseconds for each, and this none. */
function foresee(request: IncomingMessage, address: string): Refusal | null {
  const what = counted.get(request.url ?? '')
  if (what === undefined || request.method !== 'POST' || (request.headers.cookie ?? '') !== '') return null
  // The one that the routes have made, if they have: of one made here they would not know the refusals, as classes are
  // others in each bundle.
  return globalThis.caseboardAdmission?.foresee(what, address) ?? null
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
    const address = addressKey(String(request.headers[ADDRESS_HEADER] ?? 'unknown'))
    const foreseen = foresee(request, address)
    if (foreseen !== null) return void send(response, foreseen)
    const take = (end: () => void) => {
      // Whoever has left while they waited is not answered.
      if (request.socket.destroyed) return end()
      onceAnswered(response, end)
      for (const listener of listeners) Reflect.apply(listener, server, [request, response])
    }
    // What Next keeps of the request whose end makes room is not this one's.
    const entered = turns.enter(lineOf(request, address), AsyncResource.bind(take))
    if (entered !== 'entered') void send(response, tooMany(entered === 'too many' ? 503 : 429))
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
