import { parentPort, workerData } from 'node:worker_threads'
import type { BuildAnswer, BuildOrder } from './build-apart'
import { createFolderBuilder } from './build-case'
import { inParts } from './in-parts'

const { data }: { data: string } = workerData
const build = createFolderBuilder(data)

/** The thread of `build-apart.ts`: builds one case after another. */
parentPort?.on('message', async ({ folder, before }: BuildOrder) => {
  const answer = (message: BuildAnswer) => parentPort?.postMessage(message)
  try {
    const { loaded, good } = await build(folder, before)
    // Maps are copied whole, so the layers go as a list.
    const layers = loaded === null ? [] : [...loaded.layers]
    for (const part of inParts({ loaded: loaded && { ...loaded, layers: null }, layers, good })) answer(part)
    answer({ kind: 'built' })
  } catch (error) {
    answer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
})
