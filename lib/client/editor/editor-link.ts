import type { RecordEdit } from '@/lib/edit/record-edit'
import type { RecordChange, VersionHead } from '@/lib/edit/versions'
import type {
  DraftAnswer,
  EditableCase,
  EditorState,
  EvidenceFacts,
  HeldText,
  PreviewAnswer,
  Save,
  SaveOutcome,
  WaitingSave,
} from '@/lib/edit/wire'
import type { FoundWorldPlace } from '@/lib/gazetteer/place-entry'
import { type Glyph, isObject } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'

/** What came of a request: an answer, words for why not, or nothing, as the server cannot be reached. */
export type Answered<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; status: number; words: string }
  | { kind: 'away' }

const TIMEOUT_MS = 60_000
/** As long as the server waits for a body. */
const FILE_TIMEOUT_MS = 120_000

/** Answers that are no problem, though their status says that something is to be decided. */
const isOutcome = (body: unknown): boolean => isObject(body) && 'kind' in body

function wordsOf(body: unknown): string {
  const { title, detail } = Object(body)
  return [title, detail].filter((part) => typeof part === 'string').join('. ')
}

async function ask<T>(address: string, body?: unknown): Promise<Answered<T>> {
  const isFile = body instanceof File
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(isFile ? FILE_TIMEOUT_MS : TIMEOUT_MS),
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
        body: isFile ? body : JSON.stringify(body),
      }),
    })
    const value = await response.json()
    if (response.ok || isOutcome(value)) return { kind: 'done', value }
    return { kind: 'refused', status: response.status, words: wordsOf(value) }
  } catch {
    return { kind: 'away' }
  }
}

/** The editor's page of a case. */
export const editorAt = (id: string) => addressBelow(`/editor/${id}`)

const caseAt = (id: string) => addressBelow(`/editing/cases/${encodeURIComponent(id)}`)

export const askEditor = () => ask<EditorState>(addressBelow('/editing'))
export const openSession = (token: string) => ask<unknown>(addressBelow('/editing/session'), { token })
export const fetchCase = (id: string) => ask<EditableCase>(caseAt(id))
export const saveEdits = (id: string, save: Save) => ask<SaveOutcome>(caseAt(id), save)
export const previewEdits = (id: string, edits: readonly RecordEdit[]) =>
  ask<PreviewAnswer>(`${caseAt(id)}/previews`, { edits })
export const findNamedPlaces = (name: string) =>
  ask<{ places: FoundWorldPlace[] }>(addressBelow(`/api/gazetteer?q=${encodeURIComponent(name)}&limit=20`))
export const findSymbols = (name: string) =>
  ask<Glyph[]>(addressBelow(`/editing/symbols?q=${encodeURIComponent(name)}`))
export const listVersions = (id: string) => ask<VersionHead[]>(`${caseAt(id)}/versions`)
export const compareVersion = (id: string, number: number) => ask<RecordChange[]>(`${caseAt(id)}/versions/${number}`)
export const restoreVersion = (id: string, number: number, by: Pick<Save, 'author' | 'reason'>) =>
  ask<SaveOutcome>(`${caseAt(id)}/versions/${number}`, by)
/** Signs a save that waits, or takes it back. */
export const decideWaiting = (
  id: string,
  { number, at }: Pick<WaitingSave, 'number' | 'at'>,
  does: 'sign' | 'take-back',
  author = '',
) => ask<SaveOutcome | { kind: 'done' }>(`${caseAt(id)}/waiting/${number}`, { does, at, author })
/** The reports that a save which waits was made from. */
export const readWaiting = (id: string, { number, at }: Pick<WaitingSave, 'number' | 'at'>) =>
  ask<HeldText[]>(`${caseAt(id)}/waiting/${number}`, { does: 'read', at, author: '' })
/** Has a file kept beside a case; no record names it yet. */
export const sendEvidence = (id: string, file: File) => ask<EvidenceFacts>(`${caseAt(id)}/evidence`, file)
export const fetchEvidence = (id: string, sha256: string) => ask<EvidenceFacts>(`${caseAt(id)}/evidence/${sha256}`)
/** The JSON Schema that a file's forms are made from. */
export const fetchSchema = (name: string) => ask<unknown>(addressBelow(`/schema/${name}.schema.json`))

/** A report to be read: a file, or a text that was pasted. */
export interface ReportToDraft {
  caseId: string
  file: File
  reported?: string | undefined
  title?: string | undefined
  publisher?: string | undefined
}

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Has rules read a report; nothing is written. */
export async function draftReport({ file, ...asked }: ReportToDraft): Promise<Answered<DraftAnswer>> {
  return ask(addressBelow('/editing/drafts'), { ...asked, name: file.name, base64: await toBase64(file) })
}
