import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { afterPaint } from '@/lib/client/after-paint'
import { loadWithRetry } from '@/lib/client/load-with-retry'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import type { Camera } from '@/lib/url/view'
import { loadMap } from './load-map'
import type { MapAdapter } from './map-adapter'
import type { DesiredMap, MapEvents, MapOptions, MapState } from './map-contract'

interface AdapterOptions {
  container: RefObject<HTMLDivElement | null>
  wanted: DesiredMap | null
  /** Where the map begins: asked when it is made. */
  start(): Camera | Bounds
  label: string
  /** Called when there is a map, which has yet to draw. */
  onBegin?(): void
  events: Omit<MapEvents, 'onState'>
  /** A reader's, if none is said. */
  options?: MapOptions
}

/** The map's life in the page: made once, told what is wanted, taken down with its element. */
export function useMapAdapter({ container, wanted, start, label, onBegin, events, options }: AdapterOptions) {
  const adapter = useRef<MapAdapter | null>(null)
  const [state, setState] = useState<MapState | 'unsupported'>('loading')
  const pick = useEffectEvent<MapEvents['onPick']>((places, point, quotations, disputes) =>
    events.onPick(places, point, quotations, disputes),
  )
  const unit = useEffectEvent<NonNullable<MapEvents['onUnit']>>((picked, point) => events.onUnit?.(picked, point))
  const rows = useEffectEvent<NonNullable<MapEvents['onRows']>>((picked, point) => events.onRows?.(picked, point))
  const tilesFailed = useEffectEvent<NonNullable<MapEvents['onTilesFailed']>>((layers) =>
    events.onTilesFailed?.(layers),
  )
  const hover = useEffectEvent<MapEvents['onHover']>((place) => events.onHover(place))
  const tool = useEffectEvent<MapEvents['onTool']>((point) => events.onTool(point))
  const camera = useEffectEvent<MapEvents['onCamera']>((moved) => events.onCamera(moved))
  const leave = useEffectEvent<MapEvents['onLeave']>((byHand) => events.onLeave(byHand))
  const turn = useEffectEvent<MapEvents['onTurn']>((bearing) => events.onTurn(bearing))

  const begin = useEffectEvent((module: Awaited<ReturnType<typeof loadMap>>) => {
    // In a sandboxed frame that is of no origin there are no workers to read the map's tiles.
    if (globalThis.origin === 'null') return setState('unsupported')
    if (container.current === null || wanted === null) return
    try {
      const handlers: MapEvents = {
        onState: setState,
        onPick: pick,
        onRows: rows,
        onUnit: unit,
        onTilesFailed: tilesFailed,
        onHover: hover,
        onTool: tool,
        onCamera: camera,
        onLeave: leave,
        onTurn: turn,
      }
      adapter.current = new module.MapAdapter(container.current, wanted, start(), handlers, label, options)
    } catch {
      // No WebGL 2: the constructor throws before it has drawn anything.
      setState('unsupported')
      return
    }
    onBegin?.()
  })

  useEffect(() => {
    const giveUp = loadWithRetry(loadMap, (module) => begin(module))
    return () => {
      giveUp()
      adapter.current?.destroy()
      adapter.current = null
    }
  }, [])

  const hidden = wanted?.hidden
  const overlays = wanted?.overlays
  const tiled = wanted?.tiled
  // A step through time is seen on the map in the frame in which the lists have it; all else can come after the panel.
  useLayoutEffect(() => {
    if (hidden !== undefined && overlays !== undefined) adapter.current?.follow(hidden, overlays, tiled)
  }, [hidden, overlays, tiled])
  useEffect(() => afterPaint(() => wanted !== null && adapter.current?.want(wanted)), [wanted])

  return { adapter, state }
}
