import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { z } from 'zod'
import { limits } from '@/lib/limits'
import { noteError } from '@/lib/server/health'
import { plainProblem } from '@/lib/server/http'
import { BackendAway } from './backend'
import { Refusal } from './refusal'

/** Ends of names that no stranger can register: each is of the machine itself or of the network that it is in. */
const LOCAL = /\.(localhost|local|lan|internal|home\.arpa)$/

/**
 * Whether this server may be asked by the name `name` (a URL's host name) without having been told of it: by an address,
 * by a name that holds only in the local network, or by that of the machine itself, which is `machine`. By any other a
 * stranger's page could ask it as its own server, once the stranger has let that name lead here (DNS rebinding).
 */
export function isOwnName(name: string, machine: string = hostname()): boolean {
  const bare = name.toLowerCase().replace(/\.$/, '')
  if (isIP(bare.replace(/^\[(.*)\]$/, '$1')) !== 0) return true
  return !bare.includes('.') || LOCAL.test(bare) || bare === machine.toLowerCase()
}

/** The origin that a request was sent to, as its browser sees it. */
export function ownOrigin(request: Request): string {
  return originOf(request.headers, new URL(request.url))
}

/** The same by a request's headers, where they are all that is known of it, as in a page. */
export function originOf(headers: Pick<Headers, 'get'>, url = new URL('http://localhost')): string {
  const [forwarded] = (headers.get('x-forwarded-proto') ?? '').split(',')
  const host = headers.get('host') ?? url.host
  const configured = configuredOrigin()
  // A proxy need not say that it speaks https: who set the address has.
  if (configured !== undefined && hostOf(configured) === host) return configured
  const scheme = forwarded?.trim() === 'https' || url.protocol === 'https:' ? 'https' : 'http'
  return `${scheme}://${host}`
}

/** The address that was set for this server from outside, or undefined. */
export function configuredOrigin(): string | undefined {
  const text = process.env.CASEBOARD_ORIGIN ?? ''
  return URL.canParse(text) ? new URL(text).origin : undefined
}

/** Only the host is compared: a proxy in front may speak https where this server does not. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) && /^https?:/.test(origin) ? new URL(origin).host : null
}

/** Refuses what another site's page has sent: a browser names the page's origin with every request that changes something. */
function requireOwnPage(request: Request): void {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const host = origin === null ? null : hostOf(origin)
  const configured = hostOf(configuredOrigin() ?? '')
  const isOwn = host !== null && (host === configured || host === hostOf(ownOrigin(request)))
  if (!isOwn || (site !== null && site !== 'same-origin'))
    throw new Refusal(403, 'Not from here', 'Only pages of this server can ask this.')
  if (host !== configured && !isOwnName(new URL(`http://${host}`).hostname)) throw unknownName()
}

let toldOfName = false

/** A server behind a proxy would stand still without a word: its log and /healthz say it, once. */
function unknownName(): Refusal {
  const detail =
    'Start the server with CASEBOARD_ORIGIN set to the address that this page has: it does not know the name.'
  const refusal = new Refusal(403, 'Not by this name', detail)
  if (!toldOfName) noteError('Asked by a name that is not known as its own; CASEBOARD_ORIGIN can name it', refusal)
  toldOfName = true
  return refusal
}

async function readBody(request: Request, mostBytes: number): Promise<Buffer> {
  const tooMuch = new Refusal(413, 'Too much', `At most ${mostBytes} bytes are read.`)
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooMuch
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    chunks.push(read.value)
    if (size <= mostBytes) continue
    await reader?.cancel()
    throw tooMuch
  }
  return Buffer.concat(chunks)
}

const typeOf = (request: Request) => (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()

/** What every request that changes something has to be: sent by a page of this server, as JSON. */
export function requireChange(request: Request): void {
  requireOwnPage(request)
  if (typeOf(request) === 'application/json') return
  throw new Refusal(415, 'Not JSON', 'Send it with content-type: application/json.')
}

/** A file that a page of this server sends, as it is. Throws a Refusal. */
export async function readSentFile(request: Request, mostBytes: number): Promise<Buffer> {
  requireOwnPage(request)
  if (typeOf(request) !== 'application/octet-stream')
    throw new Refusal(415, 'Not a file', 'Send it with content-type: application/octet-stream.')
  return readBody(request, mostBytes)
}

/** The body of a request that changes something, yet to be parsed. Throws a Refusal. */
export async function readChangeBytes(request: Request, mostBytes: number): Promise<Buffer> {
  requireChange(request)
  return readBody(request, mostBytes)
}

/** The body of a request as `schema` has it. Throws a Refusal. */
export function parseChange<T extends z.ZodType>(bytes: Uint8Array, schema: T): z.output<T> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Refusal(400, 'Not JSON', 'The body cannot be read.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  throw new Refusal(422, 'Not in the list of what can be asked', reasons.join('; '))
}

/** Both in one, for a body that is short. */
export async function readChange<T extends z.ZodType>(
  request: Request,
  schema: T,
  mostBytes: number = limits.control.bodyBytes,
): Promise<z.output<T>> {
  return parseChange(await readChangeBytes(request, mostBytes), schema)
}

/** What is answered where something fails that nobody expected, and what the log says of it. */
export interface Failure {
  log: string
  status: number
  title: string
  detail: string
}

const wallsAway: Failure = {
  log: 'The control plane failed',
  status: 503,
  title: 'The walls cannot be reached',
  detail: 'What is on the displays stays. Ask again in a moment.',
}

/** A refusal as problem details. */
export function answerRefusal({ status, title, detail, retryAfterMs }: Refusal): Response {
  const seconds = retryAfterMs === undefined ? null : String(Math.max(1, Math.ceil(retryAfterMs / 1000)))
  return plainProblem(status, title, detail, seconds === null ? {} : { 'retry-after': seconds })
}

function answerError(error: unknown, failure: Failure): Response {
  if (error instanceof Refusal) return answerRefusal(error)
  if (!(error instanceof BackendAway)) noteError(failure.log, error)
  const { status, title, detail } = failure
  return plainProblem(status, title, detail, status === 503 ? { 'retry-after': '2' } : {})
}

/** Answers with what `handle` makes, or with why it does not. */
export async function answer(handle: () => Promise<Response>, failure = wallsAway): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    return answerError(error, failure)
  }
}

/** An answer that is good only now. */
export function freshJson(value: unknown, cookies: readonly string[] = []): Response {
  const response = Response.json(value, { headers: { 'cache-control': 'no-store' } })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
