import {
  type EditConflict,
  type KnownRecord,
  type RecordAt,
  type RecordEdit,
  type RecordValue,
  recordKey,
  sameValue,
} from './record-edit'
import type { WaitingSave } from './wire'

/** How sure the rules are of a proposal and why; it is shown, and saved only once somebody has accepted it. */
interface Proposed {
  note: string
}

/** A record as this editor has it. */
export interface WorkingRecord extends RecordAt {
  value: RecordValue
  proposed?: Proposed
}

/** What one step made of a record; null: not there. */
interface StepChange {
  key: string
  before: WorkingRecord | null
  after: WorkingRecord | null
}

/** Something that was done, which undo takes back as a whole. */
interface Step {
  changes: readonly StepChange[]
}

/** All that an editor has of a case: plain data, so that the browser can keep it over a crash. */
export interface Workspace {
  /** The records as the server has them, as far as this editor knows, by key. */
  server: ReadonlyMap<string, KnownRecord>
  /** The records as this editor wants them, by key, in the files' order. */
  working: ReadonlyMap<string, WorkingRecord>
  steps: readonly Step[]
  /** How many of the steps are done; those behind it were undone. */
  done: number
  conflicts: readonly EditConflict[]
}

/** A record of the server's answer. */
export interface ServerRecord extends RecordAt, KnownRecord {}

export function openWorkspace(records: readonly ServerRecord[]): Workspace {
  return {
    server: new Map(records.map((record) => [recordKey(record), { version: record.version, value: record.value }])),
    working: new Map(records.map(({ file, id, value }) => [recordKey({ file, id }), { file, id, value }])),
    steps: [],
    done: 0,
    conflicts: [],
  }
}

function withChanges(
  working: ReadonlyMap<string, WorkingRecord>,
  changes: readonly (readonly [key: string, value: WorkingRecord | null])[],
): ReadonlyMap<string, WorkingRecord> {
  const next = new Map(working)
  for (const [key, value] of changes) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  return next
}

/** Does one step: each record becomes what is given, or goes. What was undone before cannot be done again afterwards. */
export function takeStep(workspace: Workspace, wanted: readonly (WorkingRecord | (RecordAt & { value: null }))[]) {
  const changes = wanted.flatMap((each): StepChange[] => {
    const key = recordKey(each)
    const before = workspace.working.get(key) ?? null
    const after = each.value === null ? null : each
    const isSame =
      before === null || after === null
        ? before === after
        : sameValue(before.value, after.value) && sameValue(before.proposed, after.proposed)
    return isSame ? [] : [{ key, before, after }]
  })
  if (changes.length === 0) return workspace
  const steps = [...workspace.steps.slice(0, workspace.done), { changes }]
  const working = withChanges(
    workspace.working,
    changes.map(({ key, after }) => [key, after]),
  )
  return { ...workspace, working, steps, done: steps.length }
}

/** Takes the last step back; the workspace itself where there is none. */
export function undo(workspace: Workspace): Workspace {
  const step = workspace.steps[workspace.done - 1]
  if (step === undefined) return workspace
  const working = withChanges(
    workspace.working,
    step.changes.map(({ key, before }) => [key, before]),
  )
  return { ...workspace, working, done: workspace.done - 1 }
}

/** Does again what was undone last. */
export function redo(workspace: Workspace): Workspace {
  const step = workspace.steps[workspace.done]
  if (step === undefined) return workspace
  const working = withChanges(
    workspace.working,
    step.changes.map(({ key, after }) => [key, after]),
  )
  return { ...workspace, working, done: workspace.done + 1 }
}

/**
 * What differs from the server: what a save sends. Proposals that nobody has accepted are none of it, but of the case as
 * it would be (`withProposals`), which is only looked at.
 */
export function editsOf({ server, working }: Workspace, { withProposals = false } = {}): RecordEdit[] {
  const edits: RecordEdit[] = []
  for (const [key, { file, id, value, proposed }] of working) {
    const known = server.get(key)
    if ((proposed !== undefined && !withProposals) || (known !== undefined && sameValue(known.value, value))) continue
    edits.push({ file, id, base: known?.version ?? null, value })
  }
  for (const [key, { version }] of server) {
    if (working.has(key)) continue
    const at = key.indexOf('#')
    edits.push({ file: key.slice(0, at), id: key.slice(at + 1), base: version, value: null })
  }
  return edits
}

/**
 * Takes over what the server has now. A record that this editor has not touched follows; one that both have changed is a
 * conflict with both versions, and stays as it is here until somebody decides.
 */
export function refresh(workspace: Workspace, records: readonly ServerRecord[]): Workspace {
  const next = new Map(records.map((record) => [recordKey(record), record]))
  const working = new Map(workspace.working)
  const conflicts = new Map(workspace.conflicts.map((conflict) => [recordKey(conflict), conflict]))
  const keys = new Set([...workspace.server.keys(), ...next.keys()])
  for (const key of keys) {
    const before = workspace.server.get(key)
    const now = next.get(key)
    if (before?.version === now?.version) continue
    const mine = workspace.working.get(key)
    const at = now ?? mine
    if (at === undefined) continue
    const { file, id } = at
    if (sameValue(mine?.value, before?.value)) {
      if (now === undefined) working.delete(key)
      else working.set(key, { file, id, value: now.value })
    } else if (!sameValue(mine?.value, now?.value)) {
      const theirs = now === undefined ? null : { version: now.version, value: now.value }
      conflicts.set(key, { file, id, mine: mine?.value ?? null, theirs })
    }
  }
  const server = new Map([...next].map(([key, { version, value }]) => [key, { version, value }]))
  return { ...workspace, server, working, conflicts: [...conflicts.values()] }
}

/** Takes over the conflicts that a save was answered with: the server's versions are what the next save starts from. */
export function meetConflicts(workspace: Workspace, conflicts: readonly EditConflict[]): Workspace {
  const server = new Map(workspace.server)
  for (const conflict of conflicts) {
    if (conflict.theirs === null) server.delete(recordKey(conflict))
    else server.set(recordKey(conflict), conflict.theirs)
  }
  const met = new Map([...workspace.conflicts, ...conflicts].map((conflict) => [recordKey(conflict), conflict]))
  return { ...workspace, server, conflicts: [...met.values()] }
}

/** What a save has written is the server's now; what was changed here meanwhile is still to be saved. */
export function takeSaved(
  workspace: Workspace,
  edits: readonly RecordEdit[],
  records: readonly ServerRecord[],
): Workspace {
  const server = new Map(workspace.server)
  for (const edit of edits) if (edit.value === null) server.delete(recordKey(edit))
  for (const record of records) server.set(recordKey(record), { version: record.version, value: record.value })
  return { ...workspace, server }
}

/**
 * Lets go of edits that wait for a second person: their records are again as the server has them, but for those that were
 * changed here meanwhile. Undo takes it back.
 */
export function letGo(workspace: Workspace, edits: readonly RecordEdit[]): Workspace {
  const waiting = edits.filter((edit) => sameValue(workspace.working.get(recordKey(edit))?.value ?? null, edit.value))
  const wanted = waiting.map(({ file, id }) => {
    const known = workspace.server.get(recordKey({ file, id }))
    return known === undefined ? { file, id, value: null } : { file, id, value: known.value }
  })
  return takeStep(workspace, wanted)
}

/** Takes up a save again that waited: what somebody has changed since it was made is a conflict, to be decided. */
export function takeUp(workspace: Workspace, { changes }: Pick<WaitingSave, 'changes'>): Workspace {
  const taken = takeStep(
    workspace,
    changes.map(({ file, id, after }) => ({ file, id, value: after })),
  )
  const behind = changes.filter(({ isBehind }) => isBehind)
  return meetConflicts(
    taken,
    behind.map(({ file, id, after }) => {
      return { file, id, mine: after, theirs: workspace.server.get(recordKey({ file, id })) ?? null }
    }),
  )
}

/** Decides a conflict: the record stays as it is here, or becomes theirs, which undo takes back. */
export function decideConflict(workspace: Workspace, at: RecordAt, choice: 'mine' | 'theirs'): Workspace {
  const conflict = workspace.conflicts.find((each) => recordKey(each) === recordKey(at))
  if (conflict === undefined) return workspace
  const { file, id, theirs } = conflict
  const rest = { ...workspace, conflicts: workspace.conflicts.filter((each) => each !== conflict) }
  if (choice === 'mine') return rest
  return takeStep(rest, [theirs === null ? { file, id, value: null } : { file, id, value: theirs.value }])
}
