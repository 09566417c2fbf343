import { extentOf } from '@/lib/derive/arrays'
import { type MarkRef, marksOf } from '@/lib/derive/marks-in-time'
import type { FrameCamera } from '@/lib/geo/camera-to-bounds'
import { clamp } from '@/lib/geo/clamp'
import type { CaseMapStyle } from '@/lib/map/build-style'
import type { Box } from '@/lib/map/label-blocks'
import type { Overlays } from '@/lib/map/overlays'
import { zoomLimits } from '@/lib/url/view-codec'
import { highlightSvg } from './highlight-overlay'
import { layBlocks } from './label-blocks'
import { ClusterData, LayerData } from './layer-data'
import { MapLibreMap } from './library'
import type { PlaceRef } from './map-contract'
import { PlaceStates, showPictures, withOverlays } from './map-state'
import { addMarkImages } from './mark-images'

interface MapImageOptions {
  style: CaseMapStyle
  camera: FrameCamera
  /** CSS px. */
  width: number
  height: number
  /** Pixels of the image for a CSS px. */
  pixelRatio: number
  selected: readonly PlaceRef[]
  hidden: readonly MarkRef[]
  overlays: Overlays
  /** What will lie over the image: nothing is written there. */
  covers: readonly Box[]
}

/** How many pixels a CSS px has: fewer than asked for where the graphics allow no more. */
interface MapImage {
  bitmap: ImageBitmap
  pixelRatio: number
}

/** A map that has not come to rest by then will not: at 4× and drawn in software a frame alone takes seconds. */
const TIMEOUT_MS = 60_000

/** The widest and highest image that the graphics draw; throws where there is no WebGL 2. */
function largestImage(): number {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (gl === null) throw new Error('no WebGL 2')
  const texture: unknown = gl.getParameter(gl.MAX_TEXTURE_SIZE)
  const buffer: unknown = gl.getParameter(gl.MAX_RENDERBUFFER_SIZE)
  // Contexts are few, and one that is only forgotten stays until it is collected.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  const [least] = extentOf([texture, buffer].filter((limit) => typeof limit === 'number'))
  return least
}

/** An element of that size where nobody sees it, which keyboard and screen readers pass over. */
function makeStage(width: number, height: number): HTMLElement {
  const stage = document.createElement('div')
  stage.inert = true
  Object.assign(stage.style, {
    position: 'fixed',
    top: '0',
    left: `-${2 * width}px`,
    width: `${width}px`,
    height: `${height}px`,
  })
  document.body.append(stage)
  return stage
}

function atRest(map: MapLibreMap): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the map did not come to rest')), TIMEOUT_MS)
    map.once('idle', () => {
      clearTimeout(timer)
      resolve()
    })
    map.once('webglcontextlost', () => reject(new Error('the graphics context was lost')))
  })
}

/** The picture with an SVG over all of it. */
async function layOver(picture: HTMLCanvasElement, svg: string): Promise<ImageBitmap> {
  const over = new Image()
  over.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await over.decode()
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.drawImage(picture, 0, 0)
  context.drawImage(over, 0, 0, picture.width, picture.height)
  return canvas.transferToImageBitmap()
}

/** Draws a map out of sight, as the live one is drawn, and takes its picture. Rejects where WebGL 2 is missing. */
export async function renderMapImage(options: MapImageOptions): Promise<MapImage> {
  const { camera, width, height, selected, hidden } = options
  const pixelRatio = Math.min(options.pixelRatio, largestImage() / Math.max(width, height))
  const stage = makeStage(width, height)
  let map: MapLibreMap | undefined
  try {
    map = new MapLibreMap({
      container: stage,
      style: withOverlays(options),
      center: [...camera.center],
      zoom: clamp(camera.zoom, 0, zoomLimits.max),
      minZoom: 0,
      maxZoom: zoomLimits.max,
      renderWorldCopies: false,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      pixelRatio,
      // Twice what is needed, lest a rounding counts as too large.
      maxCanvasSize: [2 * Math.ceil(width * pixelRatio), 2 * Math.ceil(height * pixelRatio)],
      canvasContextAttributes: { preserveDrawingBuffer: true },
    })
    const drawn = map
    drawn.on('style.load', () => {
      addMarkImages(drawn, options.style)
      layBlocks(drawn, options.covers)
    })
    await atRest(drawn)
    new PlaceStates(drawn).hide(hidden)
    showPictures(drawn, options.style, hidden)
    const data = new LayerData()
    await new ClusterData(drawn, data).show(options.style, { hidden, selected: selected.flatMap(marksOf) })
    const highlight = await highlightSvg(drawn, { style: options.style, selected, hovered: null, hidden }, data)
    drawn.triggerRepaint()
    await atRest(drawn)
    const canvas = drawn.getCanvas()
    const bitmap = await (highlight === null ? createImageBitmap(canvas) : layOver(canvas, highlight))
    return { bitmap, pixelRatio: canvas.width / width }
  } finally {
    map?.remove()
    stage.remove()
  }
}
