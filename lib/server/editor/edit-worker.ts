import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../control/refusal'
import { serveOrders } from '../kept-threads'
import { yieldToRequests } from '../thread-priority'
import { carryOut } from './carry-out'
import type { EditAnswer, EditOrder } from './edit-order'
import { Editor } from './editor'

/** `ownsState` is what the server's start has found out, of which a thread knows nothing. */
export interface SentOrder {
  order: EditOrder
  ownsState: boolean
}

export type CarriedOut =
  | { kind: 'answer'; answer: EditAnswer }
  | { kind: 'refused'; status: number; title: string; detail: string }

function bytesOf(carried: CarriedOut): Uint8Array[] {
  if (carried.kind === 'refused') return []
  const { body, preview } = carried.answer
  return [body, ...(preview?.layers ?? []).map(([, layer]) => layer)]
}

/** The thread of `edit-apart.ts`: does what editors ask, one thing after another. */
if (parentPort !== null) {
  const { data, state }: { data: string; state: string } = workerData
  yieldToRequests()
  const work = async ({ order, ownsState }: SentOrder, beginWriting: () => Promise<void>): Promise<CarriedOut> => {
    globalThis.caseboardOwnsState = ownsState
    try {
      return { kind: 'answer', answer: await carryOut(new Editor(data, state, undefined, beginWriting), order) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { status, title, detail } = error
      return { kind: 'refused', status, title, detail }
    }
  }
  serveOrders(parentPort, work, bytesOf)
}
