import type { FileHandle } from 'node:fs/promises'
import { plainProblem } from './http'

/** A range of bytes as RFC 9110 §14.1.2 has it, both ends within; null where it cannot be had, undefined where none is asked for. */
function readRange(header: string | null, size: number): { from: number; to: number } | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  // More than one range, or another unit, may be answered with the whole.
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  return from <= to && from < size ? { from, to } : null
}

/** Bytes that are read at once. */
const PIECE = 64 * 1024

/** Reads a piece when the last one has been taken: who takes nothing holds no more than that. Closes the file at its end. */
function streamOf(file: FileHandle, from: number, to: number): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const piece = new Uint8Array(Math.min(PIECE, to - at + 1))
          const { bytesRead } = await file.read(piece, 0, piece.length, at)
          if (bytesRead === 0) throw new Error('the file is shorter by now')
          at += bytesRead
          controller.enqueue(piece.subarray(0, bytesRead))
          if (at <= to) return
          controller.close()
          await file.close()
        } catch (error) {
          controller.error(error)
          await file.close().catch(() => undefined)
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  )
}

/** Answers with an open file, or the range of it that is asked for, and closes it. `etag` is the bare version, sent as a strong one. */
export async function sendRange(
  request: Request,
  file: FileHandle,
  etag: string,
  headers: Record<string, string>,
): Promise<Response> {
  const { size } = await file.stat()
  const condition = request.headers.get('if-range')
  const range =
    condition === null || condition === `"${etag}"` ? readRange(request.headers.get('range'), size) : undefined
  if (range === null) {
    await file.close()
    return plainProblem(416, 'No such range', `There are ${size} bytes.`, { 'content-range': `bytes */${size}` })
  }
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const of = range === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }
  // Nobody would take the body, and so nobody close the file; nor where whoever asked has gone before it was begun.
  if (request.method === 'HEAD') await file.close()
  else request.signal.addEventListener('abort', () => void file.close().catch(() => undefined), { once: true })
  return new Response(request.method === 'HEAD' ? null : streamOf(file, from, to), {
    status: range === undefined ? 200 : 206,
    headers: {
      ...headers,
      ...of,
      etag: `"${etag}"`,
      'accept-ranges': 'bytes',
      'content-length': String(to - from + 1),
    },
  })
}
