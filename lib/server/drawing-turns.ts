import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { limits } from '@/lib/limits'
import { problem } from './http'
import { createTurns } from './turns'

const TOO_BUSY = 'TooBusy'

/** As many pictures as may be are being drawn, or wait to be. */
export class TooBusy extends Error {
  override readonly name = TOO_BUSY
}

export interface DrawingTurns {
  /** Draws when its turn has come; rejects with a TooBusy where too many wait already. */
  draw<T>(work: () => Promise<T>): Promise<T>
}

export function createDrawingTurns({
  atOnce,
  waiting: mostWaiting,
}: {
  atOnce: number
  waiting: number
}): DrawingTurns {
  const turn = createTurns(atOnce)
  let asked = 0
  return {
    async draw(work) {
      if (asked >= atOnce + mostWaiting) throw new TooBusy('too many pictures are being drawn')
      asked++
      try {
        return await turn(work)
      } finally {
        asked--
      }
    },
  }
}

declare global {
  // Route handlers are bundled apart, and have to wait for each other.
  var caseboardDrawing: DrawingTurns | undefined
}

/** Draws in this process's turns, see `DrawingTurns.draw`. */
export function drawInTurn<T>(work: () => Promise<T>): Promise<T> {
  globalThis.caseboardDrawing ??= createDrawingTurns(limits.drawing)
  return globalThis.caseboardDrawing.draw(work)
}

const prepareTurn = createTurns(1)

/** Finds out what is to be drawn, which keeps the thread: between two pictures, what else was asked is answered. */
export function prepareInTurn<T>(work: () => Promise<T>): Promise<T> {
  return prepareTurn(async () => {
    await yieldToOthers()
    return work()
  })
}

/** What `make` answers, or 503 where it is not its turn and too many wait. */
export async function unlessBusy(request: Request, make: () => Promise<Response>): Promise<Response> {
  try {
    return await make()
  } catch (error) {
    // By its name: the class is another one in each bundle.
    if (!(error instanceof Error) || error.name !== TOO_BUSY) throw error
    const busy = await problem(
      request,
      503,
      'Too many pictures',
      'The server is drawing all that it can. Ask again soon.',
    )
    busy.headers.set('retry-after', String(Math.ceil(limits.drawing.retryAfterMs / 1000)))
    return busy
  }
}
