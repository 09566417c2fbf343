import type { Map as MapLibreMap } from 'maplibre-gl'

/**
 * Lets go of the styles that went with a lost graphics context: MapLibre (6.17) destroys them, but leaves each listening
 * for the plugin of right-to-left text, and so keeps its map, about 1 MB, for as long as the page lives. `_remove` is how
 * it ends a style itself where another replaces it.
 */
export function releaseLostStyles(map: MapLibreMap): void {
  let { style } = map
  map.on('style.load', () => {
    style = map.style
  })
  map.on('webglcontextlost', () => style._remove(false))
}
