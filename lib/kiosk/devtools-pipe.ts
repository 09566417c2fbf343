import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

const messageSchema = z.object({
  id: z.number().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
})

/** A message from the browser: an answer where it has an `id`, else an event. */
export type PipeMessage = z.infer<typeof messageSchema>

/**
 * Cuts what comes through Chromium's pipe into messages: JSON in UTF-8, each ended by a zero byte, in pieces of any
 * size. What is no message is passed over, so that a newer browser's cannot end the kiosk. Returns what to feed.
 */
export function readMessages(onMessage: (message: PipeMessage) => void): (piece: Buffer) => void {
  let rest: Buffer[] = []
  return (piece) => {
    let start = 0
    for (let end = piece.indexOf(0); end !== -1; end = piece.indexOf(0, start)) {
      const text = Buffer.concat([...rest, piece.subarray(start, end)]).toString('utf8')
      rest = []
      start = end + 1
      const message = parseMessage(text)
      if (message !== null) onMessage(message)
    }
    rest.push(piece.subarray(start))
  }
}

function parseMessage(text: string): PipeMessage | null {
  try {
    return messageSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The browser's devtools over the two ends of its pipe. */
export class DevtoolsPipe {
  readonly #to: Writable
  readonly #waiting = new Map<number, { resolve: (message: PipeMessage) => void }>()
  #lastId = 0
  /** Called with every event. */
  onEvent: (event: PipeMessage) => void = () => undefined

  constructor(to: Writable, from: Readable) {
    this.#to = to
    // A browser that has ended is told of by its process; its pipe's complaints say no more.
    to.on('error', () => undefined)
    from.on('error', () => undefined)
    from.on(
      'data',
      readMessages((message) => {
        if (message.id === undefined) return this.onEvent(message)
        this.#waiting.get(message.id)?.resolve(message)
        this.#waiting.delete(message.id)
      }),
    )
  }

  /** Asks the browser, or the page of `sessionId`; null where it has not answered within `timeoutMs`. */
  ask(method: string, params: object, timeoutMs: number, sessionId?: string): Promise<PipeMessage | null> {
    const id = ++this.#lastId
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id)
        resolve(null)
      }, timeoutMs)
      const settle = (message: PipeMessage) => {
        clearTimeout(timer)
        resolve(message)
      }
      this.#waiting.set(id, { resolve: settle })
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }
}
