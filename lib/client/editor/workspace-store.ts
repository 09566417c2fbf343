import { fitReport } from '@/lib/edit/fit-report'
import { proposeRecords } from '@/lib/edit/proposals'
import { type RecordAt, recordKey } from '@/lib/edit/record-edit'
import type { DraftAnswer, HeldText, SaveOutcome, WaitingSave } from '@/lib/edit/wire'
import {
  decideConflict,
  editsOf,
  letGo,
  meetConflicts,
  openWorkspace,
  redo,
  refresh,
  takeSaved,
  takeStep,
  takeUp,
  undo,
  type Workspace,
} from '@/lib/edit/workspace'
import type { SetAside } from '@/lib/schema/records'
import { type Answered, fetchCase, saveEdits } from './editor-link'
import * as keptWorkspace from './kept-workspace'

/** What came of the last save. */
export type SaveResult =
  | { kind: 'saved'; version: number }
  | { kind: 'waiting' }
  | { kind: 'refused'; faults: readonly SetAside[] }
  | { kind: 'conflict' }
  | { kind: 'failed'; words: string }
  | { kind: 'away' }

export interface EditorSnapshot {
  phase: 'opening' | 'ready' | 'failed'
  workspace: Workspace
  texts: readonly HeldText[]
  /** Saves that wait for a second person. */
  waiting: readonly WaitingSave[]
  /** Whether the server has the case. */
  exists: boolean
  /** What of its files cannot be edited here, and why. */
  unreadable: readonly { file: string; reason: string }[]
  /** The server could not be asked: what is here is what this browser keeps. */
  away: boolean
  saving: boolean
  /** `elsewhere`: another tab goes on with the case; `nowhere`: this browser keeps nothing. */
  kept: 'here' | 'elsewhere' | 'nowhere'
  result: SaveResult | null
}

const nothing: EditorSnapshot = {
  phase: 'opening',
  workspace: openWorkspace([]),
  texts: [],
  waiting: [],
  exists: false,
  unreadable: [],
  away: false,
  saving: false,
  kept: 'here',
  result: null,
}

/** The work on one case: what the server has, what is changed here, and what of it this browser keeps. */
export class WorkspaceStore {
  #snapshot = nothing
  #revision = 0
  #writing: Promise<void> | null = null
  #isStale = false
  readonly #listeners = new Set<() => void>()

  /** `browser` is what keeps the work over a crash. */
  constructor(
    readonly caseId: string,
    readonly browser: Pick<typeof keptWorkspace, 'keepWork' | 'readKept'> = keptWorkspace,
  ) {}

  readonly current = () => this.#snapshot
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #set(change: Partial<EditorSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Takes up what this browser keeps, and what the server has now. */
  async open(): Promise<void> {
    const kept = await this.browser.readKept(this.caseId).catch(() => {
      this.#set({ kept: 'nowhere' })
      return null
    })
    if (kept !== null) {
      this.#revision = kept.revision
      this.#set({ workspace: kept.workspace, texts: kept.texts })
    }
    const answer = await fetchCase(this.caseId)
    if (answer.kind === 'done') {
      this.#take(answer.value)
      this.#set({ phase: 'ready' })
    } else this.#set({ phase: kept === null ? 'failed' : 'ready', away: true })
  }

  #take({
    records,
    texts,
    waiting,
    exists,
    unreadable,
  }: Extract<Awaited<ReturnType<typeof fetchCase>>, { kind: 'done' }>['value']): void {
    const { workspace, texts: held } = this.#snapshot
    const isNew = workspace.server.size === 0 && workspace.working.size === 0
    const others = held.filter(({ source }) => !texts.some((text) => text.source === source))
    this.#set({
      workspace: isNew ? openWorkspace(records) : refresh(workspace, records),
      texts: [...texts, ...others],
      waiting,
      exists,
      unreadable,
      away: false,
    })
  }

  /** Asks the server anew: somebody else may have saved. */
  async refresh(): Promise<void> {
    if (this.#snapshot.phase !== 'ready' || this.#snapshot.saving) return
    const answer = await fetchCase(this.caseId)
    if (this.#snapshot.saving) return
    if (answer.kind === 'done') this.#take(answer.value)
    else this.#set({ away: true })
  }

  /** Changes the work and has the browser keep it. */
  change(change: (workspace: Workspace) => Workspace): void {
    const workspace = change(this.#snapshot.workspace)
    if (workspace === this.#snapshot.workspace) return
    this.#set({ workspace, result: null })
    this.#keep()
  }

  /** Proposes what rules found in another report; its text is sent with the save that has its source. */
  addReport({ text, records }: DraftAnswer, because: string): void {
    const fitted = fitReport(records, [...this.#snapshot.workspace.working.values()])
    const source = fitted.find(({ file }) => file === 'sources.json')?.id ?? ''
    this.#set({ texts: [{ source, text }, ...this.#snapshot.texts] })
    this.change((workspace) => takeStep(workspace, proposeRecords(fitted, because)))
  }

  /** Takes a save up again that waited, with the reports that it was made from. */
  takeUp(save: WaitingSave, texts: readonly HeldText[]): void {
    const others = this.#snapshot.texts.filter(({ source }) => !texts.some((each) => each.source === source))
    this.#set({ texts: [...texts, ...others] })
    this.change((workspace) => takeUp(workspace, save))
  }

  readonly undo = () => this.change(undo)
  readonly redo = () => this.change(redo)

  decide(at: RecordAt, choice: 'mine' | 'theirs'): void {
    this.change((workspace) => decideConflict(workspace, at, choice))
  }

  /** Goes on here with what another tab has kept last; that one is told as soon as it keeps something again. */
  async takeOver(): Promise<void> {
    const kept = await this.browser.readKept(this.caseId).catch(() => null)
    if (kept === null) return
    this.#revision = kept.revision
    this.#set({ workspace: kept.workspace, texts: kept.texts, kept: 'here' })
    await this.refresh()
  }

  /** One write at a time, of the latest: what is typed is kept at once, and however fast, the browser keeps up. */
  #keep(): void {
    this.#isStale = true
    if (this.#snapshot.kept === 'elsewhere') return
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null
    })
  }

  async #write(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false
      const { workspace, texts } = this.#snapshot
      const revision = this.#revision + 1
      try {
        const isKept = await this.browser.keepWork({ id: this.caseId, revision, workspace, texts })
        if (!isKept) return this.#set({ kept: 'elsewhere' })
        this.#revision = revision
        if (this.#snapshot.kept !== 'here') this.#set({ kept: 'here' })
      } catch {
        this.#set({ kept: 'nowhere' })
      }
    }
  }

  /** Sends what is changed. Where that cannot be, all of it stays here, and is kept. */
  async save(reason: string, author: string): Promise<void> {
    const { workspace, texts, saving } = this.#snapshot
    const edits = editsOf(workspace)
    if (saving || workspace.conflicts.length > 0) return
    this.#set({ saving: true, result: null })
    const unknown = texts.filter(({ source }) => !workspace.server.has(recordKey({ file: 'sources.json', id: source })))
    const answer = await saveEdits(this.caseId, { edits, reason, author, texts: unknown.map(({ text }) => text) })
    this.#set({ saving: false, result: this.#settle(answer, edits) })
    this.#keep()
    if (answer.kind === 'done' && ['saved', 'waiting'].includes(answer.value.kind)) await this.refresh()
  }

  #settle(answer: Answered<SaveOutcome>, edits: ReturnType<typeof editsOf>): SaveResult {
    if (answer.kind === 'away') return answer
    if (answer.kind === 'refused') return { kind: 'failed', words: answer.words }
    const outcome = answer.value
    const { workspace } = this.#snapshot
    if (outcome.kind === 'refused') return outcome
    if (outcome.kind === 'conflict') {
      this.#set({ workspace: meetConflicts(workspace, outcome.conflicts) })
      return { kind: 'conflict' }
    }
    if (outcome.kind === 'waiting') {
      this.#set({ workspace: letGo(workspace, edits) })
      return outcome
    }
    this.#set({ workspace: takeSaved(workspace, edits, outcome.records), exists: true })
    return { kind: 'saved', version: outcome.version }
  }
}
