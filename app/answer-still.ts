import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { overlayWords } from '@/app/overlay-words'
import { readOverlays } from '@/app/read-overlays'
import { readVisible, stillBounds } from '@/app/read-visible'
import type { DrawnProperties } from '@/lib/derive/drawn-feature'
import { fadedLayers } from '@/lib/derive/find-thread'
import type { LinkedCase, LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import { ringsOutside } from '@/lib/derive/marks-in-time'
import { keepLatest } from '@/lib/derive/once'
import { visibleLayers } from '@/lib/derive/visible-layers'
import { type Bounds, type Frame, towardsBounds } from '@/lib/geo/camera-to-bounds'
import { limits } from '@/lib/limits'
import { listInsets } from '@/lib/map/inset-frames'
import { listSpokenNames } from '@/lib/map/spoken-names'
import type { ThemeName } from '@/lib/map/theme'
import { readDrawn } from '@/lib/server/build-case'
import { findCase } from '@/lib/server/case-store'
import { drawInTurn, unlessBusy } from '@/lib/server/drawing-turns'
import { readRelease } from '@/lib/server/health'
import { cached, isCurrent } from '@/lib/server/http'
import { staticMapSvg } from '@/lib/server/static-map'
import { readStillRequest, type StillFormat } from '@/lib/url/still-map-address'
import type { View } from '@/lib/url/view'
import { readView } from '@/lib/url/view-codec'

/** Drawings of late: whoever opens the same view gets the same one, and it is compressed once. */
const keepDrawn = keepLatest<Buffer>(limits.drawing.kept)

/** How much of the way from a thread's edges to those of the case its locator shows: it says where in the case a thread is. */
const SURROUNDINGS = 1 / 3

/** What the locator of a thread shows; null without one, and for one that the case does not have. */
function threadBounds({ threads = [], bounds }: LinkedCase, thread: string | null): Bounds | null {
  const found = threads.find(({ id }) => id === thread)
  return found === undefined ? null : towardsBounds(found.bounds, bounds, SURROUNDINGS)
}

/** The layers of a thread, less its symbols where it has other marks: they are too many for so little room. */
function threadLayers({ layers }: LinkedCase, thread: string): LinkedLayer[] {
  const own = layers.filter((layer) => layer.thread === thread)
  const bold = own.filter(({ mark }) => mark !== 'symbol')
  return bold.length > 0 ? bold : own
}

function viewBounds(linked: LinkedCase, view: View, size: Frame): Bounds {
  return view.map === null ? linked.bounds : stillBounds(linked, view, size)
}

const types: Readonly<Record<StillFormat, string>> = { svg: 'image/svg+xml; charset=utf-8', webp: 'image/webp' }

/** At this no letter and no line shows that it was compressed. */
const WEBP_QUALITY = 82

/** Draws an SVG's px as so many pixels each. */
function rasterize(svg: Buffer, density: number): Promise<Buffer> {
  return sharp(svg, { density: 72 * density })
    .webp({ quality: WEBP_QUALITY })
    .toBuffer()
}

/**
 * The case's map as a still, with what `lib/url/still-map-address` writes: as a drawing for browsers without WebGL, for
 * paper and for pictures; as pixels for the first sight of the page and small beside a thread of the story, where
 * a browser would draw it while it has better to do.
 */
export function answerStill(request: Request, caseId: string, format: StillFormat): Promise<Response> {
  return unlessBusy(request, () => drawStill(request, caseId, format))
}

async function drawStill(request: Request, caseId: string, format: StillFormat): Promise<Response> {
  const found = await findCase(request, caseId)
  if (found instanceof Response) return found
  const { linked } = found
  const { search, searchParams } = new URL(request.url)
  const view = readView(search)
  const { size, density, locator, scale, names, insets, ...asked } = readStillRequest(searchParams)
  const theme: ThemeName = view.theme ?? 'light'
  const bounds = asked.bounds ?? threadBounds(linked, locator) ?? viewBounds(linked, view, size)
  const { place: seen, quotation: heard } = readVisible(linked, view, size).shown
  const visible = visibleLayers(linked, view.layers)
  const shown =
    locator === null ? linked.layers.filter(({ id }) => visible.includes(id)) : threadLayers(linked, locator)
  const faded = locator === null ? fadedLayers(shown, view.thread) : []
  const selected = linked.places.map(({ id }) => id).filter((id) => asked.selected.includes(id))

  const otherDays = new Set(ringsOutside(linked.places, view.time).map(({ id }) => id))
  const shownIds = shown.map(({ id }) => id)
  const words = await overlayWords()
  const overlays = readOverlays(found, view, heard, words)
  const { emphasis = [] } = linked
  const isSeen = ({ id, layer }: LinkedPlace) => seen.has(id) && shownIds.includes(layer)
  const own = { shown: listInsets(linked, isSeen), length: words.measure.km, alone: insets === 'only' }
  const framed = insets === 'none' ? {} : { insets: own }
  const notes = linked.notes.filter(({ mark, layer }) => seen.has(mark) && shownIds.includes(layer))
  const spoken = listSpokenNames(linked.places, linked.quotations, shownIds)
  const drawn = { ...size, bounds, scale, names, theme, selected, faded, emphasis, notes, spoken, overlays }
  const etag = createHash('sha256')
    .update(
      JSON.stringify([
        readRelease(),
        found.version,
        shownIds,
        [...seen],
        [...otherDays],
        drawn,
        framed,
        format,
        density,
      ]),
    )
    .digest('hex')
  const headers = { 'content-type': types[format], 'cache-control': 'no-cache' }
  if (isCurrent(request, etag)) return cached(request, Buffer.alloc(0), headers, etag)
  const drawNow = async () => {
    const layers = shown.map((layer) => {
      const isDrawn = ({ place, key }: DrawnProperties) => seen.has(place) && !otherDays.has(key)
      const features = readDrawn(found.layers.get(layer.id))
      return { ...layer, features: features.filter(({ properties }) => isDrawn(properties)) }
    })
    const svg = await staticMapSvg({ ...drawn, layers, ...framed })
    return format === 'svg' ? Buffer.from(svg) : rasterize(Buffer.from(svg), density)
  }
  const body = await keepDrawn(etag, () => drawInTurn(drawNow))
  return cached(request, body, headers, etag)
}
