import { once } from '@/lib/derive/once'
import type { RecordEdit } from '@/lib/edit/record-edit'
import type { PreviewAnswer } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import type { LayerId } from '@/lib/schema/layer'
import { buildCase, type LoadedLayer } from '../build-case'
import { dataFolder } from '../case-folder'
import { noteError } from '../health'
import { readBorders } from '../read-borders'
import { readUnits } from '../units'
import { editorInstance } from './editor'
import { sha256 } from './write-case'

declare global {
  // One route makes them, another serves their layers.
  var caseboardPreviews: Map<string, ReadonlyMap<LayerId, LoadedLayer>> | undefined
}

const borders = once(() => readBorders(dataFolder()))

function kept(): Map<string, ReadonlyMap<LayerId, LoadedLayer>> {
  globalThis.caseboardPreviews ??= new Map()
  return globalThis.caseboardPreviews
}

/** A layer of a case as it would be; null where the preview is kept no more. */
export function previewedLayer(preview: string, layer: LayerId): LoadedLayer | null {
  return kept().get(preview)?.get(layer) ?? null
}

/** A case as it would be with these edits: what the map shows of it, and what they would break. */
export async function previewCase(caseId: string, edits: readonly RecordEdit[]): Promise<PreviewAnswer> {
  const { parsed, faults } = await editorInstance().preview(caseId, edits)
  if (parsed.records === null) return { linked: null, faults }
  try {
    // Of all else that is on the map nothing needs to know what it lies in.
    const units = parsed.records.layers.some(({ mark }) => mark === 'choropleth') ? await readUnits() : null
    const built = buildCase(parsed.records, parsed.setAside, await borders(), new Map(), null, units)
    const preview = sha256(`${caseId} ${built.version}`).slice(0, 24)
    const previews = kept()
    previews.delete(preview)
    previews.set(preview, built.layers)
    const [oldest] = previews.keys()
    if (previews.size > limits.editor.previews && oldest !== undefined) previews.delete(oldest)
    return { linked: { ...built.linked, preview }, faults }
  } catch (error) {
    noteError(`The preview of ${caseId} cannot be built`, error)
    return { linked: null, faults }
  }
}
