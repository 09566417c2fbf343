import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'

/** The header in which the server itself says of a request that it was made on this machine. */
export const LOCAL_HEADER = 'x-caseboard-local'

declare global {
  // Written when a request comes in, read by route handlers, which are bundled apart.
  var caseboardLocalMark: string | undefined
}

/** What stands in that header: nobody outside of this process can know it, so that no client can write it. */
export function localMark(): string {
  globalThis.caseboardLocalMark ??= randomBytes(16).toString('hex')
  return globalThis.caseboardLocalMark
}

/** What a proxy adds to what it passes on. Whoever asks through one may be anywhere. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const

function isLoopback(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'))
}

/** Whether a host is this machine by its own name for itself: no name that a stranger could have let lead here. */
function isLocalHost(host: string): boolean {
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  return name === 'localhost' || isLoopback(name.replace(/^\[(.*)\]$/, '$1'))
}

/**
 * Whether a request was made on this machine: by its socket, by nothing that a proxy adds, and under a name that only
 * this machine has. A proxy that says nothing of itself and asks for `localhost` cannot be told; the README says so.
 */
export function isFromHere({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  return (
    isLoopback(socket.remoteAddress ?? '') &&
    PASSED_ON.every((name) => headers[name] === undefined) &&
    isLocalHost(headers.host ?? '')
  )
}
