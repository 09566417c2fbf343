import { once } from '@/lib/derive/once'
import type { RecordEdit } from '@/lib/edit/record-edit'
import type { PreviewAnswer } from '@/lib/edit/wire'
import { buildCase } from '../build-case'
import { dataFolder } from '../case-folder'
import { readBorders } from '../read-borders'
import { readUnits } from '../units'
import type { DrawnPreview } from './edit-order'
import type { Editor } from './editor'
import { sha256 } from './write-case'

interface Previewed {
  answer: PreviewAnswer
  preview?: DrawnPreview
  fault?: string
}

const borders = once(() => readBorders(dataFolder()))

/** A case as it would be with these edits: what the map shows of it, and what they would break. */
export async function previewCase(editor: Editor, caseId: string, edits: readonly RecordEdit[]): Promise<Previewed> {
  const { parsed, faults } = await editor.preview(caseId, edits)
  if (parsed.records === null) return { answer: { linked: null, faults } }
  try {
    // Of all else that is on the map nothing needs to know what it lies in.
    const units = parsed.records.layers.some(({ mark }) => mark === 'choropleth') ? await readUnits() : null
    const built = buildCase(parsed.records, parsed.setAside, await borders(), new Map(), null, units)
    const id = sha256(`${caseId} ${built.version}`).slice(0, 24)
    const layers = [...built.layers].map(([layer, { body }]) => [layer, body] as const)
    return { answer: { linked: { ...built.linked, preview: id }, faults }, preview: { id, layers } }
  } catch (error) {
    return { answer: { linked: null, faults }, fault: error instanceof Error ? error.message : String(error) }
  }
}
