import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../theme'

/** Style layers of the source `measure`. */
export function measureMarks(_theme: Theme): LayerSpecification[] {
  return []
}
