import { parentPort } from 'node:worker_threads'
import type { DraftAnswer } from '@/lib/edit/wire'
import { Refusal } from '../control/refusal'
import { yieldToRequests } from '../thread-priority'
import { type DraftRequest, draftForEditor } from './draft-for-editor'

export type Drafted =
  | { kind: 'drafted'; answer: DraftAnswer }
  | { kind: 'refused'; status: number; title: string; detail: string }

/** The thread of `draft-apart.ts`: reads one report. */
if (parentPort !== null) {
  const port = parentPort
  yieldToRequests()
  port.once('message', async (asked: DraftRequest) => {
    const drafted = await draftForEditor(asked).then(
      (answer): Drafted => ({ kind: 'drafted', answer }),
      (error: unknown): Drafted => {
        if (!(error instanceof Refusal)) throw error
        const { status, title, detail } = error
        return { kind: 'refused', status, title, detail }
      },
    )
    port.postMessage(drafted)
  })
}
