import { Map as MapLibreMap, prewarm, ScaleControl, setWorkerUrl } from 'maplibre-gl'

/** What the house uses of MapLibre: named one by one, so that the rest stays out of the bundle. */
export { MapLibreMap, ScaleControl }

/** The workers start while the page comes alive, and stay for the next map where one is taken down. */
export function startWorkers(): void {
  setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).toString())
  prewarm()
}
