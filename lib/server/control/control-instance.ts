import { loadCase } from '@/lib/server/case-store'
import { readRelease } from '@/lib/server/health'
import { stateFolder } from '@/lib/server/state-folder'
import type { ControlBackend } from './backend'
import { type Control, createControl } from './control'
import { createMemoryBackend, createStateFile } from './memory-backend'
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
export function controlInstance(): Control {
  globalThis.caseboardControl ??= createControl({
    backend: createBackend(),
    loadCase: async (id) => (await loadCase(id))?.linked ?? null,
    release: readRelease(),
  })
  return globalThis.caseboardControl
}

/** Ends every stream, so that the server can end, and writes what is to be kept. */
function closeControl(): void {
  globalThis.caseboardChanges?.changes.close()
  globalThis.caseboardControl?.close()
}

/** A client that neither reads nor goes away must not keep the server from ending. */
const LAST_RESORT_MS = 2000

/**
 * Ends the control plane when the server is told to end. Next closes its listener on the same signals and then waits for
 * open answers, and event streams never end by themselves. Ours goes first, and leaves the ending to Next.
 */
export function endWithSignals(): void {
  for (const [signal, exitCode] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    process.prependOnceListener(signal, () => {
      closeControl()
      setTimeout(() => process.exit(exitCode), LAST_RESORT_MS).unref()
    })
  }
}
