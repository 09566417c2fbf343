import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { listRecords } from '@/lib/derive/case-records'
import type { BuildAnswer, BuildOrder, SentFolder } from './build-apart'
import { type BuiltFolder, createFolderBuilder } from './build-case'
import { feedStore } from './feeds/feed-store'
import { inParts } from './in-parts'
import { movable } from './kept-threads'
import { yieldToRequests } from './thread-priority'

const { data }: { data: string } = workerData
const build = createFolderBuilder(data, feedStore())

function toSent({ loaded, good }: BuiltFolder): SentFolder {
  if (loaded === null) return { loaded, records: [], good }
  const { files: _, layers, ...rest } = loaded
  return { loaded: { ...rest, layers: [...layers] }, records: listRecords(loaded.linked), good }
}

/** The thread of `build-apart.ts`: builds one case after another, and sends each next part of one when asked for it. */
function serve(port: MessagePort): void {
  const answer = (message: BuildAnswer) =>
    port.postMessage(message, movable(message.kind === 'bytes' ? [message.bytes] : []))
  port.on('message', async (order: BuildOrder) => {
    if (order.kind === 'next') return
    try {
      const built = await build(order.folder, order.before)
      for (const part of inParts(toSent(built))) {
        answer(part)
        await once(port, 'message')
      }
      answer({ kind: 'built' })
    } catch (error) {
      answer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  })
}

if (parentPort !== null) {
  yieldToRequests()
  serve(parentPort)
}
