import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

/** A body as it stands, or one that is kept compressed. */
type Body = Buffer | { gzipped: Buffer }

const [zip, unzip] = [promisify(gzip), promisify(gunzip)]

const compressed = new WeakMap<Buffer, Promise<Buffer>>()

/** Compressed once for as long as the body itself is kept, and beside the requests: megabytes take seconds. */
function gzipOnce(body: Buffer): Promise<Buffer> {
  const known = compressed.get(body)
  if (known !== undefined) return known
  const gzipped = zip(body, { level: 9 })
  compressed.set(body, gzipped)
  return gzipped
}

/**
 * The bytes to send. Next drops the `content-encoding` that a route handler sets and does not compress what it answers
 * (vercel/next.js#98007), so next.config.mjs sets that header for every request to /api and /basemap tiles that accepts
 * gzip, and here the bodies are made to match it: all of them, errors too.
 */
async function encode(request: Request, body: Body): Promise<Buffer> {
  const accepted = request.headers.get('accept-encoding')?.includes('gzip') ?? false
  if (accepted) return Buffer.isBuffer(body) ? gzipOnce(body) : body.gzipped
  return Buffer.isBuffer(body) ? body : unzip(body.gzipped)
}

/** Bytes that are copied at once, for one client. */
const PIECE = 64 * 1024

/**
 * An answer with bytes that others are sent too: each client gets the next piece when it has taken the last one, so that
 * thousands who read nothing hold no more than a piece each, and the copying of megabytes keeps nobody waiting.
 */
function respond(bytes: Buffer, headers: Record<string, string>, status = 200): Response {
  if (bytes.length <= PIECE) return new Response(new Uint8Array(bytes), { status, headers })
  let at = 0
  const pieces = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + PIECE)))
        at += PIECE
        if (at >= bytes.length) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(pieces, { status, headers: { ...headers, 'content-length': String(bytes.length) } })
}

/** For an address that names the version of what it answers. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** An answer that is good only now. */
export function freshBytes({ buffer, byteOffset, byteLength }: Uint8Array, type: string, status = 200): Response {
  const headers = { 'content-type': type, 'cache-control': 'no-store' }
  return respond(Buffer.from(buffer, byteOffset, byteLength), headers, status)
}

const problemHeaders = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }

function problemBody(status: number, title: string, detail: string): Buffer {
  return Buffer.from(JSON.stringify({ type: 'about:blank', title, status, detail }))
}

/**
 * An error as RFC 9457 problem details (`application/problem+json`). `title` names the kind of problem, `detail` says what
 * happened here, what still works and what to do. Never cached.
 */
export async function problem(
  request: Request,
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return respond(await encode(request, problemBody(status, title, detail)), { ...problemHeaders, ...headers }, status)
}

/** The same outside of the addresses that next.config.mjs marks as gzip. */
export function plainProblem(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const body = new Uint8Array(problemBody(status, title, detail))
  return new Response(body, { status, headers: { ...problemHeaders, ...headers } })
}

const onlyRead = [
  'This can only be read',
  'Ask with GET. A case is changed in its folder, not over the network.',
] as const

/** What a resource that can only be read answers to being written. */
export function readOnly(request: Request): Promise<Response> {
  return problem(request, 405, onlyRead[0], onlyRead[1])
}

/** The same outside of the addresses that next.config.mjs marks as gzip. */
export function plainReadOnly(): Response {
  return plainProblem(405, onlyRead[0], onlyRead[1])
}

/**
 * Whether the request already holds the version `etag`; compared weakly, as RFC 9110 §13.1.2 has it. For answers that cost
 * something to make.
 */
export function isCurrent(request: Request, etag: string): boolean {
  const held = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((item) => item.trim().replace(/^W\//, ''))
  return held !== undefined && (held.includes('*') || held.includes(`"${etag}"`))
}

/**
 * Answers with `body`, or with 304 and no body where the request already holds that version. `etag` is the bare version,
 * without quotation marks; it is sent as a weak one, since the same version goes out compressed and not. `headers` go
 * with both answers, so put `cache-control` there. An empty body answers 204.
 */
export async function cached(
  request: Request,
  body: Body,
  headers: Record<string, string>,
  etag: string,
): Promise<Response> {
  const tag = `W/"${etag}"`
  const { 'content-type': _type, ...bodiless } = headers
  const without = { headers: { ...bodiless, etag: tag } }
  if (isCurrent(request, etag)) return new Response(null, { ...without, status: 304 })
  if (Buffer.isBuffer(body) ? body.length === 0 : body.gzipped.length === 0)
    return new Response(null, { ...without, status: 204 })
  return respond(await encode(request, body), { ...headers, etag: tag })
}

/** Answers with a picture, which is compressed already and so outside of what next.config.mjs marks as gzip. */
export async function cachedPicture(
  request: Request,
  body: Buffer,
  headers: Record<string, string>,
  etag: string,
): Promise<Response> {
  if (isCurrent(request, etag)) return cached(request, body, headers, etag)
  return respond(body, { ...headers, etag: `W/"${etag}"` })
}

/** Answers with `value` as JSON, tagged with its hash so that an unchanged one costs a 304. */
export function cachedJson(request: Request, value: unknown): Promise<Response> {
  const body = Buffer.from(JSON.stringify(value))
  const etag = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return cached(request, body, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }, etag)
}
