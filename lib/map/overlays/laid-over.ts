import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../theme'

/** Style layers of the source `laid-over`. */
export function laidOverMarks(_theme: Theme): LayerSpecification[] {
  return []
}
