import type { ImageSource, Map as MapLibreMap } from 'maplibre-gl'
import { isLayerSource, layerOfSource } from '@/lib/map/case-layer'
import { layerOfPicture } from '@/lib/map/pictures'
import type { LayerId } from '@/lib/schema/layer'

/** What could not be had is asked for again. */
const RETRY_MS = 5000

interface TileNumbers {
  x: number
  y: number
  z: number
}

/** What MapLibre tells of a tile or a picture that cannot be had. */
interface TileError {
  error: unknown
  sourceId?: string
  tile?: { tileID: { canonical: TileNumbers } }
}

/**
 * Layers of which the server cannot give a tile or the picture now, as while their database is away. MapLibre would leave
 * it out until somebody goes there again; here it is asked for until it comes, and whoever looks is told meanwhile.
 */
export class FailedTiles {
  readonly #map: MapLibreMap
  readonly #tell: (layers: readonly LayerId[]) => void
  /** Of each source the tiles that have failed since they were last asked for; a picture that is whole has none. */
  #failed = new Map<string, TileNumbers[]>()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(map: MapLibreMap, tell: (layers: readonly LayerId[]) => void) {
    this.#map = map
    this.#tell = tell
    map.on('error', ({ error, sourceId, tile }: TileError) => {
      if (sourceId !== undefined && (isLayerSource(sourceId) ? tile !== undefined : layerOfPicture(sourceId) !== null))
        this.#fail(sourceId, tile === undefined ? [] : [tile.tileID.canonical])
      // Without a listener MapLibre writes its errors to the console; with one they are ours to write.
      else console.error(error)
    })
    map.once('remove', () => this.#timer !== null && clearTimeout(this.#timer))
  }

  #fail(source: string, tiles: readonly TileNumbers[]): void {
    const failed = tiles.map(({ x, y, z }) => ({ x, y, z }))
    this.#failed.set(source, [...(this.#failed.get(source) ?? []), ...failed])
    this.#say()
    this.#timer ??= setTimeout(() => this.#askAgain(), RETRY_MS)
  }

  #askAgain(): void {
    this.#timer = null
    const again = this.#failed
    this.#failed = new Map()
    for (const [source, tiles] of again) {
      if (this.#map.getSource(source) === undefined) continue
      if (tiles.length === 0) this.#askForPicture(source)
      // By name: asked for all tiles of a source, MapLibre waits for ever for those that have failed.
      else this.#map.refreshTiles(source, tiles)
    }
    // By then each has come or failed anew; where none of them is in sight any more, nothing else would be drawn.
    this.#map.once('idle', () => this.#say())
    this.#map.triggerRepaint()
  }

  #askForPicture(source: string): void {
    const picture = this.#map.getSource<ImageSource>(source)
    if (picture !== undefined) picture.updateImage({ url: picture.url })
  }

  #say(): void {
    this.#tell([...this.#failed.keys()].map((source) => layerOfPicture(source) ?? layerOfSource(source)))
  }
}
