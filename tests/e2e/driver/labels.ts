import type { Page } from '@playwright/test'

/** A label that the map has placed, px within the map, without what is kept free around it. */
export interface PlacedLabel {
  layer: string
  left: number
  top: number
  right: number
  bottom: number
}

/** What a camera sees: the map's size, its labels, and what lies over it. */
export interface PlacedLabels {
  width: number
  height: number
  labels: PlacedLabel[]
  covers: Omit<PlacedLabel, 'layer'>[]
}

/** What of MapLibre's map and its index of collisions is read here. */
interface IndexedMap {
  getContainer(): HTMLElement
  jumpTo(camera: { center: [number, number]; zoom: number }): void
  once(event: 'idle', listener: () => void): void
  triggerRepaint(): void
  getLayer(id: string): { type: string } | undefined
  getLayoutProperty(id: string, name: string): unknown
  queryRenderedFeatures(): { layer: { id: string; type: string }; properties: Record<string, unknown> }[]
  style: {
    placement: {
      collisionIndex: {
        grid: {
          boxKeys: { bucketInstanceId: number; overlapMode: string }[]
          bboxes: number[]
          circleKeys: { bucketInstanceId: number }[]
          circles: number[]
        }
      }
      retainedQueryData: Record<number, { featureIndex: { bucketLayerIDs: string[][] }; bucketIndex: number }>
    }
  }
}

declare global {
  interface Window {
    /** The map that the page made last. */
    caughtMap?: IndexedMap
  }
}

/** Reads where the map has placed its labels, from the index by which it keeps them off each other. */
export class Labels {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** To be called before the page is opened. The page does not give its map away: it is caught while it is made. */
  async catchMap(): Promise<void> {
    await this.#page.addInitScript(() => {
      Object.defineProperty(Object.prototype, '_canvasContainer', {
        configurable: true,
        set(this: IndexedMap, value: unknown) {
          Object.defineProperty(this, '_canvasContainer', { value, writable: true, configurable: true })
          window.caughtMap = this
        },
      })
    })
  }

  /** Brings the map there and waits until its labels stand. */
  async look(center: [number, number], zoom: number): Promise<void> {
    await this.#page.evaluate(
      async ([at, level]) => {
        const map = window.caughtMap
        if (map === undefined) throw new Error('no map was caught')
        const isIdle = () =>
          new Promise<void>((resolve) => {
            map.once('idle', resolve)
            map.triggerRepaint()
          })
        map.jumpTo({ center: at, zoom: level })
        // What comes after the movement is laid in a worker, and places the labels once more.
        for (let times = 0; times < 2; times += 1) {
          await isIdle()
          await new Promise((resolve) => setTimeout(resolve, 30))
        }
      },
      [center, zoom] as const,
    )
  }

  async placed(): Promise<PlacedLabels> {
    return this.#page.evaluate(() => {
      const map = window.caughtMap
      if (map === undefined) throw new Error('no map was caught')
      const { collisionIndex, retainedQueryData } = map.style.placement
      const { boxKeys, bboxes, circleKeys, circles } = collisionIndex.grid
      // The index reaches so far beyond the map on each side.
      const beyond = 100
      const layerOf = (bucket: number) => {
        const data = retainedQueryData[bucket]
        return data?.featureIndex.bucketLayerIDs[data.bucketIndex]?.[0] ?? ''
      }
      const isText = (layer: string) =>
        layer !== '' &&
        map.getLayer(layer)?.type === 'symbol' &&
        map.getLayoutProperty(layer, 'text-field') !== undefined
      const hasIcon = (layer: string) => map.getLayoutProperty(layer, 'icon-image') !== undefined
      const boxes = boxKeys.map(({ bucketInstanceId, overlapMode }, index) => {
        const layer = layerOf(bucketInstanceId)
        const [left = 0, top = 0, right = 0, bottom = 0] = bboxes.slice(4 * index, 4 * index + 4)
        const padding = isText(layer) ? Number(map.getLayoutProperty(layer, 'text-padding') ?? 2) : 0
        const label = {
          layer,
          left: left - beyond + padding,
          top: top - beyond + padding,
          right: right - beyond - padding,
          bottom: bottom - beyond - padding,
        }
        // A symbol that may lie over others stands beside its text in the same layer.
        return { label, isLabel: isText(layer) && (overlapMode === 'never' || !hasIcon(layer)) }
      })
      const round = circleKeys.map(({ bucketInstanceId }, index) => {
        const [x = 0, y = 0, radius = 0] = circles.slice(3 * index, 3 * index + 3)
        const layer = layerOf(bucketInstanceId)
        const [cx, cy, r] = [x - beyond, y - beyond, Math.max(0, radius - 2)]
        return { label: { layer, left: cx - r, top: cy - r, right: cx + r, bottom: cy + r }, isLabel: isText(layer) }
      })
      const container = map.getContainer()
      const frame = container.getBoundingClientRect()
      const covers = [...document.querySelectorAll('[data-map-panel], [role=toolbar]')].flatMap((panel) => {
        const { left, top, right, bottom, width, height } = panel.getBoundingClientRect()
        // An inset that the map does without keeps its place, unseen, and covers nothing.
        if (width === 0 || height === 0 || !panel.checkVisibility({ visibilityProperty: true })) return []
        return [
          { left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top },
        ]
      })
      return {
        width: container.clientWidth,
        height: container.clientHeight,
        labels: [...boxes, ...round].filter(({ isLabel }) => isLabel).map(({ label }) => label),
        covers,
      }
    })
  }

  /** How many features the map has drawn of each layer that has some in view. */
  async drawn(): Promise<Record<string, number>> {
    return this.#page.evaluate(() => {
      const counts: Record<string, number> = {}
      for (const { layer } of window.caughtMap?.queryRenderedFeatures() ?? [])
        counts[layer.id] = (counts[layer.id] ?? 0) + 1
      return counts
    })
  }

  /** The numbers by which the hexagons in view are filled, the lowest first. */
  async cells(): Promise<number[]> {
    return this.#page.evaluate(() => {
      const drawn = window.caughtMap?.queryRenderedFeatures() ?? []
      const cells = drawn.filter(({ layer, properties }) => layer.type === 'fill' && properties.part === 'cell')
      // One that lies on several tiles is drawn in parts.
      const values = new Map(cells.map(({ properties }) => [properties.key, Number(properties.value)]))
      return [...values.values()].sort((one, other) => one - other)
    })
  }

  /** Whether the area that is asked for is filled in view. */
  async hasUnit(): Promise<boolean> {
    return this.#page.evaluate(
      () => window.caughtMap?.queryRenderedFeatures().some(({ layer }) => layer.id === 'unit/area') ?? false,
    )
  }

  /** The names that the basemap has written in view. */
  async names(): Promise<string[]> {
    return this.#page.evaluate(() => {
      const drawn = window.caughtMap?.queryRenderedFeatures() ?? []
      const written = drawn.filter(({ layer }) => layer.type === 'symbol' && layer.id.startsWith('basemap'))
      return written.map(({ properties }) => String(properties.name))
    })
  }
}
