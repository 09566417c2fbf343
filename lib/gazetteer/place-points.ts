import { angleBetween, EARTH_KM, toVector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import type { GazetteerColumns } from './gazetteer-file'
import { placeKinds } from './place-entry'

const SCALE = 10_000
/** Ten-thousandths of a degree: some ten metres, to which addresses are written. */
const HERE = 1

/** Where the gazetteer's places are, by their numbers. */
export class PlacePoints {
  readonly #columns
  #unitVectors: Float64Array | null = null

  constructor(columns: Pick<GazetteerColumns, 'positions' | 'kinds' | 'weights'>) {
    this.#columns = columns
  }

  at(index: number): LngLat {
    const { positions } = this.#columns
    return [(positions[2 * index] ?? 0) / SCALE, (positions[2 * index + 1] ?? 0) / SCALE]
  }

  /** The nearest town, and how far off it is; null where there is none. */
  nearestTown(at: LngLat): { index: number; distanceKm: number } | null {
    const { kinds } = this.#columns
    const city = placeKinds.indexOf('city')
    const vectors = this.#vectors()
    const [x, y, z] = toVector(at)
    let [best, most] = [-1, -2]
    for (let index = 0; index < kinds.length; index += 1) {
      if (kinds[index] !== city) continue
      // The nearer, the greater the dot product.
      const along =
        x * (vectors[3 * index] ?? 0) + y * (vectors[3 * index + 1] ?? 0) + z * (vectors[3 * index + 2] ?? 0)
      if (along > most) [best, most] = [index, along]
    }
    if (best === -1) return null
    return { index: best, distanceKm: angleBetween(toVector(at), toVector(this.at(best))) * EARTH_KM }
  }

  /** The best known place whose point is here; null for none. */
  standingAt([lng, lat]: LngLat): number | null {
    const { positions, weights } = this.#columns
    let best: number | null = null
    for (let index = 0; index < weights.length; index += 1) {
      if (Math.abs((positions[2 * index + 1] ?? 0) - lat * SCALE) > HERE) continue
      if (Math.abs((positions[2 * index] ?? 0) - lng * SCALE) > HERE) continue
      if (best === null || (weights[index] ?? 0) > (weights[best] ?? 0)) best = index
    }
    return best
  }

  /** Places as unit vectors, worked out once. */
  #vectors(): Float64Array {
    if (this.#unitVectors === null) {
      const { length } = this.#columns.kinds
      const vectors = new Float64Array(3 * length)
      for (let index = 0; index < length; index += 1) vectors.set(toVector(this.at(index)), 3 * index)
      this.#unitVectors = vectors
    }
    return this.#unitVectors
  }
}
