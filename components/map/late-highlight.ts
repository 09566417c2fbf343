import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterPaint } from '@/lib/client/after-paint'
import { createLoadable } from '@/lib/client/load-with-retry'
import type { HighlightOverlay } from './highlight-overlay'
import type { LayerData } from './layer-data'

type Wanted = Parameters<HighlightOverlay['show']>[0]

const code = createLoadable(() => import('./highlight-overlay').then((module) => module.HighlightOverlay))

/** What is highlighted over the map. Nothing can be before there is a map, so its code comes after that. */
export class LateHighlight {
  #overlay: HighlightOverlay | null = null
  #wanted: Wanted = null

  constructor(map: MapLibreMap, data: LayerData) {
    let removed = false
    map.once('remove', () => {
      removed = true
    })
    const begin = async () => {
      const Overlay = await code.fetch()
      if (removed) return
      this.#overlay = new Overlay(map, data)
      this.#overlay.show(this.#wanted)
    }
    // Whoever waits for the same idle has it first.
    map.once('idle', () => afterPaint(begin))
  }

  /** `null` for nothing, as while the map itself shows nothing. */
  show(wanted: Wanted): void {
    this.#wanted = wanted
    this.#overlay?.show(wanted)
  }
}
