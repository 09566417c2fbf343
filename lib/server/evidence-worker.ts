import { parentPort } from 'node:worker_threads'
import type { KeptEvidence } from '@/lib/schema/evidence'
import type { CaseFolder } from './case-bytes'
import { readPublished } from './evidence-files'
import { serveOrders } from './kept-threads'
import { yieldToRequests } from './thread-priority'

export interface EvidenceOrder {
  folder: CaseFolder
  evidence: KeptEvidence
}

/** The thread of `evidence-apart.ts`: takes the metadata out of one picture after another. */
if (parentPort !== null) {
  yieldToRequests()
  const read = ({ folder, evidence }: EvidenceOrder) => readPublished(folder, evidence)
  serveOrders(parentPort, read, (bytes) => [bytes])
}
