import type { Map as MapLibreMap } from 'maplibre-gl'
import { isLayerSource, layerOfSource } from '@/lib/map/case-layer'
import type { LayerId } from '@/lib/schema/layer'

/** What could not be had is asked for again. */
const RETRY_MS = 5000

/**
 * Layers of which the server cannot give a tile now, as while their database is away. MapLibre would leave the tile out
 * until somebody goes there again; here it is asked for until it comes, and whoever looks is told meanwhile.
 */
export class FailedTiles {
  readonly #map: MapLibreMap
  readonly #tell: (layers: readonly LayerId[]) => void
  /** Sources of which a tile has failed since they were last asked for. */
  #failed = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(map: MapLibreMap, tell: (layers: readonly LayerId[]) => void) {
    this.#map = map
    this.#tell = tell
    map.on('error', (event) => {
      const { sourceId } = event as { sourceId?: string }
      // Without a listener MapLibre writes its errors to the console; with one they are ours to write.
      if (sourceId === undefined || !isLayerSource(sourceId)) console.error(event.error)
      else this.#fail(sourceId)
    })
    map.once('remove', () => this.#timer !== null && clearTimeout(this.#timer))
  }

  #fail(source: string): void {
    this.#failed.add(source)
    this.#say()
    this.#timer ??= setTimeout(() => this.#askAgain(), RETRY_MS)
  }

  #askAgain(): void {
    this.#timer = null
    const again = [...this.#failed].filter((source) => this.#map.getSource(source) !== undefined)
    this.#failed.clear()
    for (const source of again) this.#map.refreshTiles(source)
    // By then each has come or failed anew.
    this.#map.once('idle', () => this.#say())
  }

  #say(): void {
    this.#tell([...this.#failed].map(layerOfSource))
  }
}
