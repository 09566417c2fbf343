/**
 * An error as RFC 9457 problem details (`application/problem+json`). `title` names the kind of problem, `detail` says what
 * happened here, what still works and what to do. Never cached.
 */
export function problem(status: number, title: string, detail: string): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}

/** Whether an `If-None-Match` header names `tag`; compared weakly, as RFC 9110 §13.1.2 has it. */
function matches(header: string | null, tag: string): boolean {
  if (header === null) return false
  return header.split(',').some((item) => {
    const candidate = item.trim().replace(/^W\//, '')
    return candidate === '*' || candidate === tag
  })
}

/**
 * Answers with `body`, or with 304 and no body where the request already holds that version. `etag` is the bare version,
 * without quotation marks; `headers` go with both answers, so put `cache-control` there. An empty body answers 204.
 */
export function cached(request: Request, body: Buffer, headers: Record<string, string>, etag: string): Response {
  const tag = `"${etag}"`
  if (matches(request.headers.get('if-none-match'), tag)) {
    const { 'content-type': _type, 'content-encoding': _encoding, ...kept } = headers
    return new Response(null, { status: 304, headers: { ...kept, etag: tag } })
  }
  if (body.length === 0) {
    const { 'content-type': _type, 'content-encoding': _encoding, ...kept } = headers
    return new Response(null, { status: 204, headers: { ...kept, etag: tag } })
  }
  const length = String(body.length)
  return new Response(new Uint8Array(body), { headers: { ...headers, etag: tag, 'content-length': length } })
}
