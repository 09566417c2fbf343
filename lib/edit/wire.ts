import type { LinkedCase } from '@/lib/derive/linked-case'
import type { FoundMetadata } from '@/lib/media/exif'
import type { MediaType } from '@/lib/media/media-type'
import type { MetadataKind } from '@/lib/media/metadata'
import type { SetAside } from '@/lib/schema/records'
import type { EditConflict, KnownRecord, RecordAt, RecordEdit, RecordValue } from './record-edit'
import type { RecordChange } from './versions'

/** The text of a report that a source of the case was read from. */
export interface HeldText {
  /** The source's id. */
  source: string
  text: string
}

/** A record as an editor gets it. */
export interface EditableRecord extends RecordAt, KnownRecord {}

/** A save that waits until a second person has signed it. */
export interface WaitingSave {
  number: number
  /** ISO 8601. */
  at: string
  author: string
  reason: string
  /** What it would change of the records as they are now; `isBehind` where one is another by now than it was made from. */
  changes: readonly (RecordChange & { isBehind: boolean })[]
}

/** A case as an editor gets it. */
export interface EditableCase {
  id: string
  /** Whether it is there yet. */
  exists: boolean
  records: EditableRecord[]
  /** What of the files cannot be edited here, and why. */
  unreadable: { file: string; reason: string }[]
  texts: HeldText[]
  /** Oldest first. */
  waiting: readonly WaitingSave[]
  /** The number of the last save; 0 before the first. */
  version: number
}

/** A file of evidence as an editor is told of it. */
export interface EvidenceFacts {
  sha256: string
  type: MediaType
  bytes: number
  /** What its metadata tell, and which kinds it has; null where none are taken out before it is published. */
  metadata: { found: FoundMetadata; kinds: readonly MetadataKind[] } | null
}

/** What an editor sends to be saved. */
export interface Save {
  edits: readonly RecordEdit[]
  reason: string
  author: string
  /** Texts of reports that the case's sources were read from: kept hidden beside it, and never served. */
  texts?: readonly string[] | undefined
}

export type SaveOutcome =
  | { kind: 'saved'; version: number; records: EditableRecord[] }
  /** Kept until a second person has signed it; nothing of the case has changed. */
  | { kind: 'waiting' }
  | { kind: 'conflict'; conflicts: readonly EditConflict[] }
  /** The check's words for what the save would break. */
  | { kind: 'refused'; faults: readonly SetAside[] }

/** Who may edit here, and what there is to edit. */
export interface EditorState {
  access: 'local' | 'token' | 'locked'
  cases: { id: string; title: string | null }[]
}

/** What rules made of a report: its text, and the records of a case. */
export interface DraftAnswer {
  text: string
  records: { file: string; id: string; value: RecordValue }[]
}

/** A case as it would be. */
export interface PreviewAnswer {
  /** Null where its case.json cannot be used. */
  linked: LinkedCase | null
  /** What the edits would break. */
  faults: readonly SetAside[]
}
