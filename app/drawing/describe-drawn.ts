import type { OverlaySentences } from '@/app/overlay-words'
import { readToolsSource, readVoices } from '@/app/read-overlays'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { type DrawnOverlays, overlayIds } from '@/lib/map/overlays'
import type { LoadedCase } from '@/lib/server/build-case'
import type { View } from '@/lib/url/view'
import { drawApart } from './draw-apart'
import type { DrawOrder, ShapeOrder } from './draw-order'

/** Names of laid-over shapes of late: to find one its layers are read. */
const keepNamed = keepLatest<string | null>(limits.drawing.kept)

type Draw = (order: DrawOrder) => Promise<Buffer>

async function orderName(shape: ShapeOrder, draw: Draw): Promise<string | null> {
  const name: unknown = JSON.parse((await draw({ kind: 'shape-name', shape })).toString())
  return typeof name === 'string' ? name : null
}

/**
 * What a legend and a note have to say of what a view draws over the case, without drawing it: as `describeOverlays` says
 * it of what is drawn. `heard` are the quotations shown. Rejects with a TooBusy where too many wait to be drawn.
 */
export async function describeDrawn(
  { linked, layers, version }: Pick<LoadedCase, 'linked' | 'layers' | 'version'>,
  view: View,
  heard: ReadonlySet<string>,
  words: OverlaySentences,
  draw: Draw = drawApart,
): Promise<DrawnOverlays> {
  const tools = readToolsSource(linked, view)
  const own = new Set(tools.shapes.places.map(({ layer }) => layer))
  const bodies = new Map([...layers].flatMap(([id, { body }]) => (own.has(id) ? [[id, body] as const] : [])))
  const { laidOver, measure } = view
  const key = [linked.id, version, words.locale, laidOver?.shape].join(' ')
  const name = own.size === 0 ? null : await keepNamed(key, () => orderName({ bodies, tools, words }, draw))
  const isDrawn = {
    brought: false,
    'laid-over': name !== null,
    voices: readVoices(linked, view, heard).features.length > 0,
    unit: tools.unit !== null,
    measure: (measure ?? []).length > 0,
  }
  return { ids: overlayIds.filter((id) => isDrawn[id]), laidOver: name }
}
