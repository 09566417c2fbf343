import type { SetAside } from '@/lib/schema/records'
import type { WrittenLayer } from './design-layers'

/** Features that are judged at once: what all of a large file take together is more than all else that it needs. */
const JUDGED_AT_ONCE = 5_000

const keyOf = ({ file, pointer, reason }: SetAside) => `${file}#${pointer} ${reason}`

/** Picks of what is set aside what was not `before`: only that is the judged layer's own. */
export function setAsideSince(before: readonly SetAside[]): (now: readonly SetAside[]) => SetAside[] {
  const known = new Set(before.map(keyOf))
  return (now) => now.filter((entry) => !known.has(keyOf(entry)))
}

/**
 * The features of a layer that the case's own rules set aside: their places in it, and why. Throws an Error for anything
 * else that they set aside.
 */
export function judgeLayer(
  layer: WrittenLayer,
  judge: (layer: WrittenLayer) => readonly SetAside[],
): Map<number, string> {
  const refused = new Map<number, string>()
  const { part, design } = layer
  for (let start = 0; start < part.features.length; start += JUDGED_AT_ONCE) {
    const features = part.features.slice(start, start + JUDGED_AT_ONCE)
    for (const { file, pointer, reason, partly } of judge({ design, part: { ...part, features } })) {
      // A property that a place has to do without costs no row.
      if (partly) continue
      const index = /^\/features\/(\d+)/.exec(pointer)?.[1]
      if (file !== `layers/${design.id}.geojson` || index === undefined) throw new Error(`${file}: ${reason}`)
      refused.set(start + Number(index), reason)
    }
  }
  return refused
}

/** The layer without features that were refused, by their places in it. */
export function withoutFeatures(layer: WrittenLayer, refused: ReadonlyMap<number, string>): WrittenLayer {
  const keep = <T>(list: readonly T[]) => list.filter((_, index) => !refused.has(index))
  const { part } = layer
  return { ...layer, part: { ...part, features: keep(part.features), rows: keep(part.rows) } }
}
