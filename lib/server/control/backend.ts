/**
 * What a change makes of a document: its new text and how long that is kept, or its end. An expendable one goes first
 * where documents have to make room.
 */
export type Change = { text: string; keepMs: number; expendable?: boolean } | { text: null }

/** A document as it was at `now`, ms on the backend's clock. */
export interface Reading {
  text: string | null
  now: number
}

export type Watcher = (reading: Reading) => void

/**
 * Told when the backend can be reached again, with its documents while all others still wait. `lost` says that they are
 * gone: whoever still holds one puts it back.
 */
export type ReturnListener = (lost: boolean, documents: Pick<ControlBackend, 'read' | 'update'>) => Promise<void>

/**
 * Where the control plane keeps its documents: this process alone, or a Valkey server that several processes share. All
 * that the documents mean stands above it. Every method but `now` rejects with a `BackendAway` while the backend cannot
 * be reached.
 */
export interface ControlBackend {
  /** The clock that all times in documents are on, ms. It does not jump in this process's lifetime. */
  now(): number
  read(key: string): Promise<Reading>
  /**
   * Changes one document as one step: `change` gets what stands there and may run again where another process was first;
   * undefined leaves it as it is, and what it throws is thrown with nothing written. Resolves to what stands there then.
   */
  update(key: string, change: (text: string | null, now: number) => Change | undefined): Promise<Reading>
  /** Calls `watcher` after every change of the document, by whichever process. Resolves to what ends that. */
  watch(key: string, watcher: Watcher): Promise<() => void>
  onReturn(listener: ReturnListener): void
  /** Writes what is still to be written and lets go. */
  close(): void
}

/** The backend cannot be reached; it may be back in a moment. */
export class BackendAway extends Error {
  override readonly name = 'BackendAway'

  /** By its name: each of the server's bundles has a class of its own, and the control plane is made in one for all. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'BackendAway'
  }
}
