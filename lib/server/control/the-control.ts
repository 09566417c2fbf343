import { loadCase } from '@/lib/server/case-store'
import { readRelease } from '@/lib/server/release'
import { stateFolder } from '@/lib/server/state-folder'
import type { ControlBackend } from './backend'
import { type Control, createControl } from './control'
import { createMemoryBackend } from './memory-backend'
import { createStateFile } from './state-file'
import { createValkeyBackend } from './valkey-backend'
import { lastingPart, restoredPart } from './wall-document'

declare global {
  // Route handlers are bundled apart; they and the end of the server have to hold the same streams.
  var caseboardControl: Control | undefined
}

function createBackend(): ControlBackend {
  const url = process.env.CASEBOARD_VALKEY ?? ''
  if (url !== '') return createValkeyBackend(url)
  return createMemoryBackend({ lasting: lastingPart, restored: restoredPart, file: createStateFile(stateFolder()) })
}

/** The control plane of this process, begun when it is first asked for. */
export function theControl(): Control {
  globalThis.caseboardControl ??= createControl({
    backend: createBackend(),
    loadCase: async (id) => (await loadCase(id))?.linked ?? null,
    release: readRelease(),
  })
  return globalThis.caseboardControl
}

/** Ends every stream, so that the server can end, and writes what is to be kept. */
export function closeControl(): void {
  globalThis.caseboardControl?.close()
}
