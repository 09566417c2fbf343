import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../theme'

/** Style layers of the source `voices`. */
export function voiceMarks(_theme: Theme): LayerSpecification[] {
  return []
}
