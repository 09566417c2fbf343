import { createIds } from '@/lib/draft/proposals'
import { isObject } from '@/lib/schema/plain-values'
import { recordKey } from './record-edit'
import { kindOfFile } from './references'
import type { WorkingRecord, Workspace } from './workspace'

const CORRECTIONS = 'corrections.json'
/** Behind these stand numbers of a place or a passage, which say nothing to a reader. */
const unsaid: readonly string[] = ['id', 'geometry', 'start', 'end', 'prefix', 'suffix']

/** What a correction calls the kind of a record; null for what none can be of. */
function correctedKind(file: string): string | null {
  return file === 'scenes.json' ? 'scene' : kindOfFile(file)
}

/** The words and numbers in which two values differ, each as it was and as it is. */
function differences(was: unknown, is: unknown): [was: string, is: string][] {
  if (isObject(was) && isObject(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !unsaid.includes(key))
    return keys.flatMap((key) => differences(was[key], is[key]))
  }
  const said = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  const [before, after] = [said(was), said(is)]
  return before === after ? [] : [[before, after]]
}

const joined = (words: readonly string[]) => words.filter((each) => each !== '').join('; ')

/** Whether what is changed in a record can be told as a correction: it is one that readers may have seen. */
export function isCorrectable({ server }: Pick<Workspace, 'server'>, record: WorkingRecord): boolean {
  return correctedKind(record.file) !== null && server.has(recordKey(record))
}

/**
 * Begins a correction of a record that was mended: what was wrong and is right by what has changed since it was saved; why
 * is for the editor to say. With it the case says that it was brought up to date. `today` is as `2030-03-05`.
 */
export function beginCorrection(workspace: Workspace, record: WorkingRecord, today: string): WorkingRecord[] {
  const kind = correctedKind(record.file)
  if (kind === null) return []
  const idOf = createIds()
  for (const { file, id } of workspace.working.values()) if (file === CORRECTIONS) idOf(id, id)
  const changes = differences(workspace.server.get(recordKey(record))?.value, record.value)
  const id = idOf(record.id, 'correction')
  const wrong = joined(changes.map(([was]) => was))
  const right = joined(changes.map(([, is]) => is))
  const value = { id, date: today, records: [{ kind, id: record.id }], wrong, right, why: '' }
  const head = [...workspace.working.values()].find(({ file }) => file === 'case.json')
  const updated = String(head?.value.updated ?? '')
  const isOld = head !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(updated) && updated < today
  return [{ file: CORRECTIONS, id, value }, ...(isOld ? [{ ...head, value: { ...head.value, updated: today } }] : [])]
}
