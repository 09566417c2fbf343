import { Worker } from 'node:worker_threads'
import type { DraftAnswer } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import { answerApart } from '../answer-apart'
import { Refusal } from '../control/refusal'
import { createTurns } from '../turns'
import type { DraftRequest } from './draft-for-editor'
import type { Drafted } from './draft-worker'

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.editor.draftMegabytes }
  return new Worker(new URL('./draft-worker.ts', import.meta.url), { resourceLimits })
}

const inTurn = createTurns(limits.editor.draftsAtOnce)

/** Reads a report for an editor in a thread of its own. Throws a Refusal with what to do. */
export async function draftApart(
  asked: DraftRequest,
  start = startThread,
  ms: number = limits.editor.draftMs,
): Promise<DraftAnswer> {
  const drafted = await inTurn(() => answerApart<Drafted>(start(), asked, ms)).catch((error: Error): Drafted => {
    const detail = `The report was not read: ${error.message}. Give it in parts.`
    return { kind: 'refused', status: 422, title: 'Too much to read', detail }
  })
  if (drafted.kind === 'refused') throw new Refusal(drafted.status, drafted.title, drafted.detail)
  return drafted.answer
}
