import { overlayWords } from '@/app/overlay-words'
import { drawTools } from '@/app/read-overlays'
import { emptyOverlays } from '@/lib/map/overlays'
import { readDrawn } from '@/lib/server/build-case'
import { staticMapSvg } from '@/lib/server/static-map'
import type { StillOrder } from './draw-order'

/** Draws a still map that was ordered, as SVG. */
export function drawStill({ options, layers, bodies, seen, hidden, insets, voices, tools, words }: StillOrder) {
  const featuresOf = (id: string) => {
    const body = bodies.get(id)
    return readDrawn(body && { body: Buffer.from(body.buffer, body.byteOffset, body.byteLength) })
  }
  const own = overlayWords(words)
  return staticMapSvg({
    ...options,
    layers: layers.map((layer) => ({
      ...layer,
      features: featuresOf(layer.id).filter(({ properties: { place, key } }) => seen.has(place) && !hidden.has(key)),
    })),
    overlays: { ...emptyOverlays, voices, ...drawTools(tools, () => [...bodies.keys()].flatMap(featuresOf), own) },
    ...(insets === null ? {} : { insets: { ...insets, length: own.measure.km } }),
  })
}
