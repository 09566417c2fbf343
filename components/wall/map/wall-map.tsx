'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { focusPlaces } from '@/components/map/focus-places'
import { GrowingMarks } from '@/components/map/growing-marks'
import type { DesiredMap, MapOptions } from '@/components/map/map-contract'
import { StillImage } from '@/components/map/static-map'
import { useMapAdapter } from '@/components/map/use-map-adapter'
import { useMapStyle } from '@/components/map/use-map-style'
import { useMapRenewal, type WallMapState } from '@/components/wall/session/use-map-renewal'
import { useCase } from '@/lib/client/case-context'
import { useMedia } from '@/lib/client/use-media'
import { useFocus } from '@/lib/client/view-context'
import { useWall } from '@/lib/client/wall-context'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import { noFilter } from '@/lib/derive/record-filter'
import { tileQueriesOf } from '@/lib/derive/time-bins'
import { LAST_WORLD_ZOOM } from '@/lib/map/basemap-expressions'
import type { CaseMapStyle } from '@/lib/map/build-style'
import { growingMarks } from '@/lib/map/growing-marks'
import { emptyOverlays } from '@/lib/map/overlays'
import { type MapScale, measureScale } from '@/lib/wall/map-scale'
import { useFollowView, useTargetCamera } from './use-follow-view'
import styles from './wall-map.module.css'
import { useHiddenMarks, useWallTime } from './wall-time'

interface WallMapCanvasProps {
  basemapVersion: string
  /** How much larger than on a desk its type and marks are. */
  scale: number
  onState(state: WallMapState): void
  onScale(scale: MapScale | null): void
}

/** The longest that the bar of the scale may be, at the size of type that a reader's map has. */
const SCALE_BAR_PX = 68

/** Nothing hovered or drawn over the case. */
const plainMap = { hovered: null, overlays: emptyOverlays, toolInHand: false } as const

/** The marks that draw themselves where a scene first shows them; none where less motion is asked for. */
function useGrowingMarks(style: CaseMapStyle | null): readonly MarkRef[] {
  const { linked } = useCase()
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  return useMemo(
    () => (style === null || calm ? [] : growingMarks(style.metadata.visible, linked.places)),
    [style, calm, linked],
  )
}

/** What the wall wants on its map; null while it is rendered on the server. */
function useDesiredMap(basemapVersion: string, scale: number): DesiredMap | null {
  const board = useCase()
  const focus = useFocus()
  const style = useMapStyle(basemapVersion, scale)
  const time = useWallTime()
  const hidden = useHiddenMarks(time)
  const { layers } = board.linked
  const tiled = useMemo(() => tileQueriesOf(layers, { filter: noFilter, time }, []), [layers, time])
  const growing = useGrowingMarks(style)
  return useMemo(
    () => (style === null ? null : { ...plainMap, style, hidden, tiled, growing, selected: focusPlaces(board, focus) }),
    [board, focus, style, hidden, tiled, growing],
  )
}

/** One live map of the wall: it looks where the wall looks, and what is touched on it is opened. */
function WallMapCanvas({ basemapVersion, scale, onState, onScale }: WallMapCanvasProps) {
  const t = useTranslations('wall.page')
  const { opened, command } = useWall()
  const container = useRef<HTMLDivElement>(null)
  const aim = useTargetCamera()
  const options: MapOptions = {
    keysAndWheel: false,
    frameZoomLimit: LAST_WORLD_ZOOM,
    scaleBar: null,
    worldCopies: true,
    growing: GrowingMarks,
  }
  const { adapter, state } = useMapAdapter({
    container,
    wanted: useDesiredMap(basemapVersion, scale),
    start: () => aim,
    label: t('map'),
    options,
    events: {
      onPick: ([top]) => {
        if (top !== undefined || opened !== null) command({ kind: 'select', place: top ?? null })
      },
      onHover: () => undefined,
      onTool: () => false,
      onCamera: ({ zoom }) => {
        moved.onCamera()
        tellScale(zoom)
      },
      onLeave: (hand) => {
        moved.onLeave(hand)
        // While it moves, no bar is true.
        onScale(null)
      },
      onTurn: () => undefined,
    },
  })
  const moved = useFollowView(adapter, container, state)
  const tellScale = (zoom: number) => {
    // A map that is taken down has no size, and shows nothing of the world.
    const [, south, , north] = (container.current?.clientWidth ?? 0) > 0 ? (adapter.current?.bounds() ?? []) : []
    if (south !== undefined && north !== undefined)
      onScale(measureScale(zoom, (south + north) / 2, SCALE_BAR_PX * scale))
  }
  const report = useEffectEvent(onState)
  const tellNow = useEffectEvent(() => tellScale(adapter.current?.camera().zoom ?? Number.NaN))
  useEffect(() => {
    report(state)
    if (state === 'ready') tellNow()
  }, [state])
  return <div ref={container} className={styles.canvas} />
}

interface WallMapProps {
  basemapVersion: string
  scale: number
  onState(state: WallMapState): void
  /** What the map's scale is where it stands; null while it moves. */
  onScale(scale: MapScale | null): void
  /** The graphics context was lost too often for this page. */
  onWorn(): void
}

/** The wall's map: the region named “Map”. Without WebGL a still picture of the case stands in. */
export function WallMap({ basemapVersion, scale, onState, onScale, onWorn }: WallMapProps) {
  const t = useTranslations('map')
  const { state: wall } = useWall()
  const { maps, state, report } = useMapRenewal(wall, onWorn)
  const tell = useEffectEvent(onState)
  useEffect(() => tell(state), [state])
  return (
    <section aria-label={t('name')} data-state={state} className={styles.map}>
      {maps.map((map) => (
        <WallMapCanvas
          key={map}
          basemapVersion={basemapVersion}
          scale={scale}
          onState={(reported) => report(map, reported)}
          onScale={onScale}
        />
      ))}
      {state === 'unsupported' && <WallStill />}
    </section>
  )
}

/** A hand on a phone moves the map many times in a second, and each picture is drawn on the server. */
const REST_MS = 400

/** `value` once it has stayed the same for a moment. */
function useRested<T>(value: T, key: string): T {
  const [rested, setRested] = useState(value)
  const take = useEffectEvent(() => setRested(value))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether it is another value
  useEffect(() => {
    const timer = setTimeout(take, REST_MS)
    return () => clearTimeout(timer)
  }, [key])
  return rested
}

/** The still picture of where the wall looks, at the time that it shows. */
function WallStill() {
  const time = useWallTime()
  const aim = useTargetCamera()
  const bounds = useRested(aim, aim.join())
  return <StillImage className={styles.still} bounds={bounds} time={time} hidden={useHiddenMarks(time)} />
}
