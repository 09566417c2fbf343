import type { IncomingMessage } from 'node:http'
import { addressBelow } from '@/lib/url/base-path'
import { ADDRESS_HEADER, addressOf } from './control/client-address'
import { isFromHere, LOCAL_HEADER, localMark } from './editor/local-request'
import { onRequest } from './http-events'

/** Where Next answers a path that cannot be read; nothing is there. */
const UNREADABLE = addressBelow('/api/unreadable-address')

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/**
 * The path that a request asks for. One that names the server before it, as to a proxy, is one of ours all the same (RFC 9112
 * §3.2.2): Next would send the asker there. What is no path, as the asterisk of OPTIONS, leads nowhere.
 */
function pathOf(url: string): string {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const asked = path !== url && !path.startsWith('/') ? `/${path}` : path
  return asked.startsWith('/') && isReadable(asked) ? asked : UNREADABLE
}

/** What reads ranges itself: see send-range.ts. */
const archives = ['world', 'relief'].map((name) => addressBelow(`/basemap/${name}.pmtiles`))
const evidence = addressBelow('/evidence/')

function readsRanges(url: string): boolean {
  return archives.includes(url.split('?')[0] ?? '') || url.startsWith(evidence)
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value
}

/**
 * Prepares a request for Next, which would answer some with a bare 500: a path that cannot be decoded, or is none, leads to where
 * nothing is; TRACE and its like are asked as what every route refuses; a range of a file is not kept, the whole is sent, but for
 * archives and evidence. And writes down where it comes from, and whether that is this machine, whatever the client says of it.
 */
export function cleanRequest(request: Pick<IncomingMessage, 'headers' | 'method' | 'socket' | 'url'>): void {
  const { headers } = request
  // Before Next adds what a proxy would.
  headers[LOCAL_HEADER] = isFromHere(request) ? localMark() : ''
  headers[ADDRESS_HEADER] = addressOf(request.socket.remoteAddress, single(headers['x-forwarded-for']))
  request.url = pathOf(request.url ?? '')
  if (request.method === 'TRACE' || request.method === 'CONNECT') request.method = 'PATCH'
  if (!readsRanges(request.url ?? '')) delete headers.range
}

/** Has every request of this process's servers cleaned before Next sees it. */
export function cleanRequests(): void {
  onRequest((request) => cleanRequest(request))
}
