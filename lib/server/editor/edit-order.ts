import type { Save, WaitingSave } from '@/lib/edit/wire'
import type { LayerId } from '@/lib/schema/layer'

type Seen = Pick<WaitingSave, 'number' | 'at'>

/** What the thread that edits is asked to do with a case. A body is read there too, since a whole case may be in it. */
export type EditOrder =
  | { does: 'read' | 'list-versions'; caseId: string }
  | { does: 'save' | 'preview'; caseId: string; body: Uint8Array }
  | { does: 'compare'; caseId: string; number: number }
  | { does: 'restore'; caseId: string; number: number; by: Pick<Save, 'author' | 'reason'> }
  | { does: 'sign'; caseId: string; seen: Seen; signer: string }
  | { does: 'take-back' | 'read-waiting'; caseId: string; seen: Seen }
  | { does: 'keep-evidence'; caseId: string; body: Uint8Array }
  | { does: 'describe-evidence'; caseId: string; sha256: string }

/** A case as it would be, which an editor's map is drawn from: its layers as GeoJSON. */
export interface DrawnPreview {
  id: string
  layers: readonly (readonly [LayerId, Uint8Array])[]
}

/** What is answered to an order: JSON as it is sent, since making it of a large case, or copying what it is made of, takes as long as the rest. */
export interface EditAnswer {
  status: number
  body: Uint8Array
  preview?: DrawnPreview
  /** What failed in a way that nobody expected, and costs the preview alone. */
  fault?: string
}
