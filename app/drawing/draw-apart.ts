import { Worker } from 'node:worker_threads'
import { limits } from '@/lib/limits'
import { createDrawThreads } from '@/lib/server/draw-threads'
import { drawInTurn } from '@/lib/server/drawing-turns'
import type { DrawOrder } from './draw-order'

declare global {
  // Route handlers and the start of the server are bundled apart, and share the threads.
  var caseboardDrawThreads: ReturnType<typeof createDrawThreads<DrawOrder>> | undefined
}

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.drawing.megabytes }
  return new Worker(new URL('./draw-worker.ts', import.meta.url), { resourceLimits })
}

/**
 * Draws in a thread of its own when its turn has come; see `DrawingTurns.draw` for when it is refused. What `finish` makes
 * of it belongs to the same turn.
 */
export function drawApart(order: DrawOrder, finish = async (drawn: Buffer) => drawn): Promise<Buffer> {
  globalThis.caseboardDrawThreads ??= createDrawThreads<DrawOrder>(startThread, limits.drawing.ms)
  const { draw } = globalThis.caseboardDrawThreads
  return drawInTurn(async () => finish(await draw(order)))
}
