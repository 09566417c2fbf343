import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { drawApart } from '@/app/drawing/draw-apart'
import type { DrawnPicture, StillOrder } from '@/app/drawing/draw-order'
import { overlaySentences } from '@/app/overlay-words'
import { readToolsSource, readVoices } from '@/app/read-overlays'
import { readVisible, stillBounds } from '@/app/read-visible'
import { fadedLayers } from '@/lib/derive/find-thread'
import type { LinkedCase, LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import { ringsOutside } from '@/lib/derive/marks-in-time'
import { keepLatest } from '@/lib/derive/once'
import { visibleLayers } from '@/lib/derive/visible-layers'
import { type Bounds, type Frame, towardsBounds } from '@/lib/geo/camera-to-bounds'
import { limits } from '@/lib/limits'
import { insetMap, listInsets } from '@/lib/map/inset-frames'
import { listSpokenNames } from '@/lib/map/spoken-names'
import type { ThemeName } from '@/lib/map/theme'
import { findCase, type LoadedCase } from '@/lib/server/case-store'
import { drawInTurn, prepareInTurn, unlessBusy } from '@/lib/server/drawing-turns'
import { noteError, readRelease } from '@/lib/server/health'
import { cached, isCurrent } from '@/lib/server/http'
import { cutPicture } from '@/lib/server/picture-cut'
import { stillPicture } from '@/lib/server/picture-file'
import { readStillRequest, type StillFormat } from '@/lib/url/still-map-address'
import type { View } from '@/lib/url/view'
import { readView } from '@/lib/url/view-codec'

/** Drawings of late: whoever opens the same view gets the same one, and it is compressed once. */
const keepDrawn = keepLatest<Buffer>(limits.drawing.kept, ({ length }) => length, limits.drawing.keptBytes)

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

// The other cores are the requests'.
sharp.concurrency(1)

/** Draws an SVG's px as so many pixels each. Rejects where that takes longer than a drawing may. */
function rasterize(svg: Buffer, density: number): Promise<Buffer> {
  return sharp(svg, { density: 72 * density, limitInputPixels: limits.drawing.pixels })
    .webp({ quality: WEBP_QUALITY })
    .timeout({ seconds: limits.drawing.ms / 1000 })
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

/** What is to be drawn, and a hash of all that it depends on. */
interface Prepared {
  etag: string
  density: number
  still: Omit<StillOrder, 'bodies' | 'pictures'>
}

async function prepareStill(found: LoadedCase, address: URL, format: StillFormat): Promise<Prepared> {
  const { linked } = found
  const view = readView(address.search)
  const { size, density, locator, scale, names, insets, ...asked } = readStillRequest(address.searchParams)
  const bounds = asked.bounds ?? threadBounds(linked, locator) ?? viewBounds(linked, view, size)
  const { place: seen, quotation: heard } = readVisible(linked, view, size).shown
  const visible = visibleLayers(linked, view.layers)
  const layers =
    locator === null ? linked.layers.filter(({ id }) => visible.includes(id)) : threadLayers(linked, locator)
  const shownIds = layers.map(({ id }) => id)
  const isSeen = ({ id, layer }: LinkedPlace) => seen.has(id) && shownIds.includes(layer)
  const options = {
    ...{ ...size, bounds, scale, names, theme: view.theme ?? ('light' satisfies ThemeName) },
    selected: linked.places.map(({ id }) => id).filter((id) => asked.selected.includes(id)),
    emphasis: linked.emphasis ?? [],
    faded: locator === null ? fadedLayers(layers, view.thread) : [],
    spoken: listSpokenNames(linked.places, linked.quotations, shownIds),
    notes: linked.notes.filter(({ mark, layer }) => seen.has(mark) && shownIds.includes(layer)),
  }
  const still = {
    options,
    layers,
    seen,
    hidden: new Set(ringsOutside(linked.places, view.time).map(({ id }) => id)),
    insets: insets === 'none' ? null : { shown: listInsets(linked, isSeen), alone: insets === 'only' },
    voices: readVoices(linked, view, heard),
    tools: readToolsSource(linked, view),
    words: await overlaySentences(),
  }
  const depends = { ...still, layers: shownIds, seen: [...still.seen], hidden: [...still.hidden] }
  const all = [readRelease(), found.version, depends, format, density]
  return { etag: createHash('sha256').update(JSON.stringify(all)).digest('hex'), density, still }
}

/** What the layers draw of which something is needed: a laid-over shape or a measured point may be of any. */
function bodiesFor({ layers, tools }: Prepared['still'], found: LoadedCase): StillOrder['bodies'] {
  const all = tools.laidOver !== null || tools.measure !== null
  const needed = new Set(layers.map(({ id }) => id))
  return new Map([...found.layers].flatMap(([id, { body }]) => (all || needed.has(id) ? [[id, body]] : [])))
}

/** The pictures among the layers. One that cannot be read now is not drawn; its edge is. */
async function picturesFor(
  { layers, options, insets }: Prepared['still'],
  caseId: string,
): Promise<StillOrder['pictures']> {
  const maps = [options, ...(insets?.shown ?? []).map(({ bounds, side }) => ({ bounds, ...insetMap(side, options) }))]
  const pictures: Map<string, DrawnPicture> = new Map()
  const read = layers.map(async ({ id, picture, pictureFile }) => {
    if (picture === undefined || pictureFile === undefined) return
    try {
      if (pictureFile.tiles === undefined)
        pictures.set(id, { pixels: await stillPicture(caseId, picture.file, pictureFile) })
      else pictures.set(id, { cuts: await cutPicture(caseId, picture, pictureFile, maps) })
    } catch (error) {
      noteError(`The picture ${picture.file} of ${caseId} cannot be drawn`, error)
    }
  })
  await Promise.all(read)
  return pictures
}

async function drawStill(request: Request, caseId: string, format: StillFormat): Promise<Response> {
  const found = await findCase(request, caseId)
  if (found instanceof Response) return found
  const { etag, density, still } = await prepareInTurn(() => prepareStill(found, new URL(request.url), format))
  const headers = { 'content-type': types[format], 'cache-control': 'no-cache' }
  if (isCurrent(request, etag)) return cached(request, Buffer.alloc(0), headers, etag)
  const body = await keepDrawn(etag, async () => {
    // To put tiles together takes as long as a drawing: that waits for a turn as well.
    const areOnTiles = still.layers.some(({ pictureFile }) => pictureFile?.tiles !== undefined)
    const readPictures = () => picturesFor(still, found.linked.id)
    const pictures = await (areOnTiles ? drawInTurn(readPictures) : readPictures())
    const order = { kind: 'still', still: { ...still, pictures, bodies: bodiesFor(still, found) } } as const
    return drawApart(order, format === 'svg' ? undefined : (svg) => rasterize(svg, density))
  })
  return cached(request, body, headers, etag)
}
