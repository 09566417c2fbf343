import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { limits } from '@/lib/limits'
import { ownValue } from '@/lib/schema/plain-values'
import { FeedFault, toFeedFault } from './feed-fault'
import {
  checkLiteralHost,
  createCheckedLookup,
  type IsAllowed,
  isAllowedHere,
  type ResolveName,
} from './public-address'

/** What was had before, by which a server says that nothing has changed. */
interface Validators {
  etag: string | null
  lastModified: string | null
}

export type FeedAnswer =
  | { kind: 'same' }
  | { kind: 'new'; bytes: Uint8Array; validators: Validators; type: string | null }

interface FetchOptions {
  isAllowed?: IsAllowed
  /** A host that somebody vouches for: it may be anywhere; what it leads on to may not. */
  trustedHost?: string | undefined
  resolve?: ResolveName
  ms?: number
  bytes?: number
  /** Of a file only these bytes, as HTTP writes it: a server that knows no ranges would send all of it. */
  range?: string
}

/** Asks for one feed: rejects with a FeedFault, and with nothing else. */
export type FetchFeed = (address: string, validators: Validators) => Promise<FeedAnswer>

const AGENT = 'Caseboard (feed reader)'
const tooLarge = (bytes: number) => new FeedFault('large', `it answers with more than ${bytes / 1e6} MB`)

/** How long a server asks to be left alone: seconds, or a day and a time of HTTP. */
export function readRetryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null
  const { leastRetryAfterMs: least, mostRetryAfterMs: most } = limits.feed
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isFinite(ms) ? Math.min(Math.max(least, ms), most) : null
}

/** An address that may be asked. Throws a FeedFault. */
export function checkAddress(address: string, from: URL | null, isAllowed: IsAllowed): URL {
  if (!URL.canParse(address, from?.href)) throw new FeedFault('refused', 'it leads to what is no address')
  const url = new URL(address, from?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FeedFault('refused', `it leads to ${url.protocol.slice(0, 20)}, and only http and https are fetched`)
  if (url.username !== '' || url.password !== '')
    throw new FeedFault('refused', 'a name and a password in an address are not sent')
  if (from?.protocol === 'https:' && url.protocol === 'http:')
    throw new FeedFault('refused', 'it leads from https to http, which anyone on the way could change')
  checkLiteralHost(url, isAllowed)
  return url
}

interface Question {
  validators: Validators
  range: string | undefined
  lookup: LookupFunction
  signal: AbortSignal
}

function ask(url: URL, { validators, range, lookup, signal }: Question): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  const headers = {
    'user-agent': AGENT,
    accept: 'application/geo+json, application/json, application/xml, text/xml, text/csv, */*;q=0.5',
    ...(range === undefined ? { 'accept-encoding': 'gzip, br' } : { 'accept-encoding': 'identity', range }),
    ...(validators.etag === null ? {} : { 'if-none-match': validators.etag }),
    ...(validators.lastModified === null ? {} : { 'if-modified-since': validators.lastModified }),
  }
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept was checked for another address, perhaps.
    request(url, { headers, signal, agent: false, lookup }, resolve).on('error', reject).end()
  })
}

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

/** The answer as it was before it was packed, which is never unpacked beyond what is taken of it. */
function unpacked(answer: IncomingMessage): Readable | NodeJS.ReadWriteStream {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return answer
  const unpack = ownValue(unpackers, encoding)
  if (unpack === undefined) throw new FeedFault('answer', `it is packed by ${encoding.slice(0, 20)}, which is not read`)
  // What breaks off is told by the last of the streams.
  return pipeline(answer, unpack(), () => undefined)
}

async function readBody(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > most) throw tooLarge(most)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of unpacked(answer)) {
    if (typeof piece === 'string') continue
    size += piece.length
    if (size > most) throw tooLarge(most)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const redirects = [301, 302, 303, 307, 308]

/** The first answer that leads no further. */
async function follow(address: string, validators: Validators, options: FetchOptions, signal: AbortSignal) {
  const { isAllowed = isAllowedHere, trustedHost, resolve, range } = options
  const ruleFor = (next: string, from: URL | null): IsAllowed => {
    const isTrusted = URL.canParse(next, from?.href) && new URL(next, from?.href).host === trustedHost
    return isTrusted ? () => true : isAllowed
  }
  let rule = ruleFor(address, null)
  let url = checkAddress(address, null, rule)
  for (let hop = 0; hop <= limits.feed.redirects; hop++) {
    const lookup = createCheckedLookup(rule, resolve)
    const answer = await ask(url, { validators, range, lookup, signal })
    const { statusCode = 0, headers } = answer
    if (!redirects.includes(statusCode)) return answer
    answer.destroy()
    if (headers.location === undefined)
      throw new FeedFault('answer', `it answers ${statusCode} and does not say where to`)
    rule = ruleFor(headers.location, url)
    url = checkAddress(headers.location, url, rule)
  }
  throw new FeedFault('refused', `it leads on more than ${limits.feed.redirects} times`)
}

async function readAnswer(answer: IncomingMessage, most: number, expected: number): Promise<FeedAnswer> {
  const { statusCode = 0, headers } = answer
  try {
    if (statusCode === 304) return { kind: 'same' }
    if (statusCode !== expected) {
      const retryAfterMs = readRetryAfter(headers['retry-after'], Date.now())
      throw new FeedFault('answer', `it answers ${statusCode}`, retryAfterMs, statusCode)
    }
    const bytes = await readBody(answer, most)
    const validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null }
    return { kind: 'new', bytes, validators, type: headers['content-type'] ?? null }
  } finally {
    answer.destroy()
  }
}

/** The code of what the network said, which holds no address: `ECONNREFUSED`. */
const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''

/**
 * Fetches feeds over http(s) by themselves: no cookies, no cache, no environment's proxy. Every address on the way is
 * checked, and is the one connected to; time and size have a limit in all.
 */
export function createFeedFetcher(options: FetchOptions = {}): FetchFeed {
  const { ms = limits.feed.ms, bytes = limits.feed.bytes } = options
  return async (address, validators) => {
    const signal = AbortSignal.timeout(ms)
    try {
      const answer = await follow(address, validators, options, signal)
      return await readAnswer(answer, bytes, options.range === undefined ? 200 : 206)
    } catch (error) {
      if (signal.aborted) throw new FeedFault('slow', `it takes longer than ${ms / 1000} s`)
      throw toFeedFault(error, 'unreachable', `it cannot be reached${codeOf(error)}`)
    }
  }
}
