import { addressBelow } from './base-path'

/** What is asked for a layer of: a case as it is served or, in the editor, as it would be. */
export interface LayersOf {
  id: string
  /** Names the preview that the case is. */
  preview?: string | undefined
}

/** The address of a layer as drawn; another one whenever it is drawn differently. */
export function layerAddress({ id, preview }: LayersOf, layer: { id: string; version: string }): string {
  if (preview !== undefined) return addressBelow(`/editing/previews/${preview}/layers/${layer.id}?v=${layer.version}`)
  return addressBelow(`/api/cases/${id}/layers/${layer.id}?v=${layer.version}`)
}
