import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { addMarkImages } from '@/components/map/mark-images'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { buildStyle } from '@/lib/map/build-style'
import { isLayerSource } from '@/lib/map/case-layer'
import { themes } from '@/lib/map/theme'
import { zoomLimits } from '@/lib/url/view-codec'
import type { BareConfig } from './bare-config'
import { showPanel } from './bare-panel'
import { addSteps } from './bare-steps'

/**
 * The yardstick: the same map as Caseboard's without Caseboard. No framework, no lists, no highlights, no address; a
 * click opens the plainest panel that says which place it was and what was said about it.
 */
declare global {
  interface Window {
    bareConfig: BareConfig
    bareMap: MapLibreMap
    bareCase: LinkedCase
  }
}

/** The same reach as Caseboard's for a mouse, px. */
const REACH_PX = 4
const LETTERS = 'aşЖł'

const config = window.bareConfig

/** The same as Caseboard waits for before it writes labels. */
async function loadFonts(): Promise<void> {
  const { sans, serif } = themes.light.fonts
  const faces = [`16px ${sans}`, `600 16px ${sans}`, `16px ${serif}`, `italic 16px ${serif}`]
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, LETTERS)))
}

function startOptions() {
  const { camera, bounds, padding } = config
  if (camera !== null) return { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom }
  return { bounds, fitBoundsOptions: { padding } }
}

async function start(): Promise<void> {
  const [{ Map: MapLibre, setWorkerUrl }] = await Promise.all([import('maplibre-gl'), loadFonts()])
  setWorkerUrl('/bench/maplibre-gl-worker.mjs')
  const style = buildStyle({
    ...config,
    origin: location.origin,
    visible: config.layers.map(({ id }) => id),
    theme: themes.light,
    scale: 1,
    schematicWords: 'schematic',
  })
  const map = new MapLibre({
    container: 'map',
    style,
    minZoom: zoomLimits.min,
    maxZoom: zoomLimits.max,
    maxPitch: 0,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    ...startOptions(),
  })
  window.bareMap = map
  map.on('style.load', () => addMarkImages(map, style))
  map.once('idle', () => document.querySelector('section')?.setAttribute('data-state', 'ready'))
  const marks = style.layers
    .filter((layer) => 'source' in layer && isLayerSource(layer.source))
    .map((layer) => layer.id)
  map.on('click', ({ point: { x, y } }: MapMouseEvent) => {
    const box: [[number, number], [number, number]] = [
      [x - REACH_PX, y - REACH_PX],
      [x + REACH_PX, y + REACH_PX],
    ]
    const [top] = map.queryRenderedFeatures(box, { layers: marks })
    if (top !== undefined) showPanel(String(top.properties.place))
  })
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.querySelector('#panel')?.remove()
  })
  // After the first idle: the bare map owes nothing to the data that only its panel needs.
  map.once('idle', async () => {
    const answer = await fetch(`/api/cases/${config.caseId}`)
    window.bareCase = await answer.json()
    if (config.stepsFrom !== null) addSteps(map, window.bareCase, config.stepsFrom)
  })
}

void start()
