import type { MultiPolygon } from 'geojson'
import { overlayWords } from '@/app/overlay-words'
import { drawTools, nameLaidOver } from '@/app/read-overlays'
import { emptyCollection, emptyOverlays, type Overlays } from '@/lib/map/overlays'
import { drawUnitOutline } from '@/lib/map/overlays/unit'
import { readDrawn } from '@/lib/server/build-case'
import { staticMapSvg } from '@/lib/server/static-map'
import type { ShapeOrder, StillOrder } from './draw-order'

/** Reads what the layers draw, each when it is asked for. */
function readBodies(bodies: StillOrder['bodies']) {
  const featuresOf = (id: string) => {
    const body = bodies.get(id)
    return readDrawn(body && { body: Buffer.from(body.buffer, body.byteOffset, body.byteLength) })
  }
  return { featuresOf, features: () => [...bodies.keys()].flatMap(featuresOf) }
}

/** What is drawn over the case, as the live map draws it. A reader's own data is in the reader's browser and nowhere else. */
export function drawOverCase(
  { bodies, voices, tools, words }: ShapeOrder & Pick<StillOrder, 'voices'>,
  outline: MultiPolygon | null = null,
): Overlays {
  const unit = outline === null ? emptyCollection : drawUnitOutline(outline)
  return { ...emptyOverlays, voices, unit, ...drawTools(tools, readBodies(bodies).features, overlayWords(words)) }
}

/** The name of the shape that is laid over the case; null for none. */
export function nameShapeOver({ bodies, tools, words }: ShapeOrder): string | null {
  return nameLaidOver(tools, readBodies(bodies).features, overlayWords(words))
}

/** Draws a still map that was ordered, as SVG; `outline` is that of the unit that is asked for. */
export function drawStill(order: StillOrder, outline: MultiPolygon | null = null) {
  const { options, layers, bodies, pictures, seen, hidden, insets, words } = order
  const { featuresOf } = readBodies(bodies)
  return staticMapSvg({
    ...options,
    layers: layers.map((layer) => ({
      ...layer,
      ...pictures.get(layer.id),
      features: featuresOf(layer.id).filter(
        ({ properties: { place, key, part } }) => part === 'unit' || (seen.has(place) && !hidden.has(key)),
      ),
    })),
    overlays: drawOverCase(order, outline),
    ...(insets === null ? {} : { insets: { ...insets, length: overlayWords(words).measure.km } }),
  })
}
