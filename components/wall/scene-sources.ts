import type { CaseIndex } from '@/lib/client/caseboard-context'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import type { Figure } from '@/lib/schema/figure'
import type { Scene } from '@/lib/schema/scene'

type Records = Pick<CaseIndex, 'figure' | 'quotation' | 'linked'>

/** The figures that a scene shows: its own, and those of its chart. */
export function sceneFigures(scene: Scene, { figure, linked }: Pick<Records, 'figure' | 'linked'>): Figure[] {
  const chart = linked.charts.find(({ id }) => id === scene.chart)
  const ids = [...(scene.figure === undefined ? [] : [scene.figure]), ...(chart?.figures ?? [])]
  return ids.map(figure).filter((found) => found !== undefined)
}

/** Where a figure comes from; a derived one comes from where its inputs do. Inputs never go in circles: the schema. */
function figureSources(found: Figure, figure: Records['figure']): string[] {
  if (found.passage !== undefined) return [found.passage.source]
  return (found.inputs ?? []).flatMap((id) => {
    const input = figure(id)
    return input === undefined ? [] : figureSources(input, figure)
  })
}

/** Which of a quotation's other records a wall shows under it: one that differs, else the first; 0 where there is none. */
export function shownRecord({ records }: Pick<LinkedQuotation, 'records'>): number {
  return Math.max(
    0,
    records.findIndex(({ status }) => status === 'differs'),
  )
}

/** Where a quotation's words come from, and where the wording does that is shown under them. */
function quotationSources(quotation: LinkedQuotation): string[] {
  const record = quotation.records[shownRecord(quotation)]
  return [quotation.passage.source, ...(record === undefined ? [] : [record.source])]
}

/** Ids of the sources of all that a scene says: its figures', its quotation's, those of its words; each once. */
export function sceneSources(scene: Scene, records: Records): string[] {
  const quotation = scene.quotation === undefined ? undefined : records.quotation(scene.quotation)
  const counted = sceneFigures(scene, records).flatMap((found) => figureSources(found, records.figure))
  return [
    ...new Set([...counted, ...(quotation === undefined ? [] : quotationSources(quotation)), ...(scene.sources ?? [])]),
  ]
}
