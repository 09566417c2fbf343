import { Worker } from 'node:worker_threads'
import { limits } from '@/lib/limits'
import type { EvidenceOrder } from './evidence-worker'
import { createKeptThreads, type KeptThreads } from './kept-threads'
import { createTurns } from './turns'

declare global {
  // A test has threads of its own.
  var caseboardEvidenceThreads: KeptThreads<EvidenceOrder, Uint8Array> | undefined
  // Route handlers are bundled apart, and take turns together.
  var caseboardEvidenceTurns: ReturnType<typeof createTurns> | undefined
}

const IDLE_MS = 30_000

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.evidence.megabytes }
  return new Worker(new URL('./evidence-worker.ts', import.meta.url), { resourceLimits })
}

/** What of a picture is published, made in a thread of its own: one of 30 MB takes a tenth of a second, and one that is made for it ten times as long. Rejects as `readPublished` does. */
export async function readPublishedApart(order: EvidenceOrder): Promise<Buffer> {
  globalThis.caseboardEvidenceThreads ??= createKeptThreads(startThread, limits.evidence.ms, IDLE_MS)
  globalThis.caseboardEvidenceTurns ??= createTurns(limits.evidence.atOnce)
  const [threads, inTurn] = [globalThis.caseboardEvidenceThreads, globalThis.caseboardEvidenceTurns]
  const { buffer, byteOffset, byteLength } = await inTurn(() => threads.ask(order))
  return Buffer.from(buffer, byteOffset, byteLength)
}
