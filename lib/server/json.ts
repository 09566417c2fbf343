import { createHash } from 'node:crypto'
import { cached } from './http'

/** Answers with `value` as JSON, tagged with its hash so that an unchanged one costs a 304. */
export function cachedJson(request: Request, value: unknown): Promise<Response> {
  const body = Buffer.from(JSON.stringify(value))
  const etag = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return cached(request, body, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' }, etag)
}
