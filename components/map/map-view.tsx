'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { deferPart } from '@/components/ui/deferred-part'
import { whenSettled } from '@/lib/client/after-paint'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { failedLayers } from '@/lib/client/failed-layers'
import { keyOf } from '@/lib/client/keyboard'
import { onShowBounds, setHovered, useHovered } from '@/lib/client/map-commands'
import { passToTool, useIsToolActive } from '@/lib/client/tool-store'
import { useFocus, useView } from '@/lib/client/view-context'
import { addressedCamera, dropCamera, replaceCamera } from '@/lib/client/view-store'
import { setPlacesInView, useVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { placesWithin } from '@/lib/geo/places-within'
import { emptyOverlays, type Overlays } from '@/lib/map/overlays'
import type { Focus } from '@/lib/url/view'
import { FirstMap } from './first-map'
import { chosenBounds, focusPlaces, voiceFocus } from './focus-places'
import { InsetMaps } from './inset-maps'
import type { Picked } from './map-cards'
import { type DesiredMap, type MapEvents, type MapOptions, readerOptions } from './map-contract'
import { MapControls } from './map-controls'
import styles from './map-view.module.css'
import { PlacesBeyond, setViewBounds } from './places-beyond'
import { FramedStaticMap, ScriptlessMap, StaticMap } from './static-map'
import { type Told, ToldCard } from './told-card'
import { useAsksForOverlays } from './use-asks-for-overlays'
import { useFirstView } from './use-first-view'
import { useFollowFocus } from './use-follow-focus'
import { useMapAdapter } from './use-map-adapter'
import { useHiddenPlaces, useMapStyle, useTileQueries } from './use-map-style'

const featureChooser = deferPart(() => import('./map-cards').then((module) => module.FeatureChooser))
const disputeCard = deferPart(() => import('./map-cards').then((module) => module.DisputeCard))
const drawOverlays = deferPart(() => import('./use-overlays').then((module) => module.DrawOverlays))

/** What the page wants on the map; null while it is rendered on the server. */
function useDesiredMap(basemapVersion: string, overlays: Overlays): DesiredMap | null {
  const board = useCase()
  const focus = useFocus()
  const hoveredId = useHovered()
  const style = useMapStyle(basemapVersion)
  const hidden = useHiddenPlaces()
  const tiled = useTileQueries()
  const toolInHand = useIsToolActive()
  return useMemo(() => {
    if (style === null) return null
    const hovered = hoveredId === null ? undefined : board.place(hoveredId)
    const selected = focusPlaces(board, focus)
    return { style, selected, hovered: hovered ?? null, hidden, overlays, tiled, toolInHand }
  }, [board, focus, hoveredId, style, hidden, overlays, tiled, toolInHand])
}

/** Whether something is to be framed that only a world beyond its own edge shows whole. */
function isOverAntimeridian({ bounds, places }: Pick<LinkedCase, 'bounds' | 'places'>): boolean {
  return [bounds, ...places.map((place) => place.bounds)].some((each) => each !== null && each[2] > 180)
}

interface MapViewProps {
  basemapVersion: string
  options?: MapOptions
  /** The query that the server rendered the page with, where the page has no picture of its first view. */
  search?: string
}

/** The map of the case, in step with the address: the region named “Map”. */
export function MapView({ basemapVersion, options = readerOptions, search = '' }: MapViewProps) {
  const t = useTranslations('map')
  const board = useCase()
  const { linked } = board
  const { choose } = useActions()
  const focus = useFocus()
  const visibleLayers = useView((view) => view.visibleLayers)
  const hovered = useHovered()
  const shown = useVisible()
  const container = useRef<HTMLDivElement>(null)
  const region = useRef<HTMLElement>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const [disputed, setDisputed] = useState<{ ids: readonly string[]; point: Picked['point'] } | null>(null)
  /** What a click on a layer of tiles or on a choropleth tells. */
  const [told, setTold] = useState<Told | null>(null)
  /** The place that the keyboard stepped to on the map; a pointer's hover is not worth saying. */
  const [stepped, setStepped] = useState<LinkedPlace | null>(null)
  const [overlays, setOverlays] = useState(emptyOverlays)
  const asksForOverlays = useAsksForOverlays()
  const first = useFirstView(options.frameZoomLimit)
  /** The map has left its first view before it has drawn it. */
  const [hasLeft, setLeft] = useState(false)
  const thread = useView((view) => view.thread)
  const startAtFirst = () =>
    container.current === null ? null : (first?.camera(container.current, { focus, thread }) ?? null)
  const ownOptions = useMemo(
    () => ({ ...options, worldCopies: options.worldCopies ?? isOverAntimeridian(linked) }),
    [options, linked],
  )
  /** What somebody asked to see while there was no map yet. */
  const asked = useRef<{ bounds: Bounds; near: boolean } | null>(null)
  const { adapter, state } = useMapAdapter({
    container,
    wanted: useDesiredMap(basemapVersion, overlays),
    start: () => addressedCamera() ?? startAtFirst() ?? chosenBounds(board, { focus, thread }),
    label: t('canvas'),
    options: ownOptions,
    onBegin: () => {
      container.current?.toggleAttribute('data-covered', first?.isPictured() ?? false)
      if (asked.current !== null) adapter.current?.frame(asked.current.bounds, !asked.current.near)
      asked.current = null
      seePlaces()
    },
    events: {
      onPick: (places, point, quotations, disputes) => pick(places, point, quotations, disputes),
      onRows: (picked, point) => {
        chooseFromMap(null)
        setPicked(null)
        setDisputed(null)
        setTold({ rows: picked, point })
      },
      onUnit: (unit, point) => {
        pick([], point, [], [])
        setTold({ unit, point })
      },
      onTilesFailed: failedLayers.set,
      onHover: setHovered,
      onTool: passToTool,
      onCamera: (camera) => {
        replaceCamera(camera)
        seePlaces()
      },
      onLeave: (byHand) => {
        dropCamera()
        container.current?.removeAttribute('data-covered')
        setLeft(true)
        if (!byHand) return
        setPicked(null)
        setDisputed(null)
        setTold(null)
      },
      onTurn: (bearing) => region.current?.style.setProperty('--bearing', `${-bearing}deg`),
    },
  })
  const keepLabelsOff = useCallback(() => adapter.current?.keepLabelsOff(), [adapter])
  const seePlaces = useCallback(() => {
    if (adapter.current === null) return
    const bounds = adapter.current.bounds()
    setPlacesInView(placesWithin(linked.places, bounds))
    setViewBounds(bounds)
  }, [adapter, linked])
  // A newer version of the case may have others there, while the map stays where it is.
  useEffect(seePlaces, [seePlaces])
  useEffect(
    () =>
      onShowBounds((bounds, near) => {
        if (adapter.current === null) asked.current = { bounds, near }
        else adapter.current.frame(bounds, !near)
      }),
    [adapter],
  )
  const announceChoice = useFollowFocus(adapter)
  useEffect(() => whenSettled(() => void Promise.all([featureChooser.fetch(), drawOverlays.fetch()])), [])

  const pick: MapEvents['onPick'] = (places, point, quotations, disputes) => {
    const [top] = places
    setTold(null)
    setDisputed(disputes.length > 0 ? { ids: disputes, point } : null)
    setPicked(places.length > 1 ? { places, point } : null)
    if (top === undefined) chooseFromMap(voiceFocus(quotations.map(board.quotation)))
    else choosePlace(top)
  }
  const chooseFromMap = (chosen: Focus | null) => {
    if (chosen !== null) announceChoice(chosen)
    choose(chosen)
  }
  // The card belongs to a click on the ground: a record that comes into focus ends it.
  if (disputed !== null && focus !== null) setDisputed(null)
  if (told !== null && focus !== null) setTold(null)
  const choosePlace = (id: string) => chooseFromMap({ kind: 'place', id })
  const hoverNext = (by: 1 | -1) => {
    const next = neighbour(
      linked.places.filter(
        ({ id, layer, bounds }) => bounds !== null && visibleLayers.includes(layer) && shown.place.has(id),
      ),
      hovered,
      by,
    )
    if (next === undefined) return
    setHovered(next.id)
    setStepped(next)
    if (next.bounds !== null) adapter.current?.frame(next.bounds, true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = keyOf(event, '-')
    if (key === 'n') hoverNext(1)
    else if (key === 'p') hoverNext(-1)
    else if (key === 'Enter' && hovered !== null) choosePlace(hovered)
    else if (key === '-' && event.code.startsWith('Digit')) {
      // MapLibre goes by places: on a French keyboard minus has another.
      event.preventDefault()
      adapter.current?.zoomBy(-1)
    }
  }

  const Still = first === null ? FramedStaticMap : StaticMap
  return (
    <section ref={region} aria-label={t('name')} data-state={state} data-map-frame="" className={styles.map}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the canvas inside has the focus and the role */}
      <div ref={container} className={styles.canvas} onKeyDown={onKeyDown} />
      {state === 'unsupported' && <Still mostZoom={options.frameZoomLimit} adapter={adapter} region={region} />}
      {first !== null && state !== 'unsupported' && <FirstMap first={first} isOver={hasLeft || state !== 'loading'} />}
      <noscript>
        {first === null && <ScriptlessMap mostZoom={options.frameZoomLimit} search={search} />}
        <p className={styles.notice}>{t('noScript')}</p>
      </noscript>
      {state === 'lost' && (
        <p role="status" className={styles.notice}>
          {t('lost')}
        </p>
      )}
      {state !== 'unsupported' && <MapControls adapter={adapter} />}
      {state !== 'unsupported' && <InsetMaps adapter={adapter} isReady={state === 'ready'} onChange={keepLabelsOff} />}
      {state !== 'unsupported' && <PlacesBeyond onChange={keepLabelsOff} />}
      {picked !== null && isAmong(focus, picked) && (
        <featureChooser.Part picked={picked} onChoose={choosePlace} onClose={() => setPicked(null)} />
      )}
      {disputed !== null && (
        <disputeCard.Part key={disputed.ids.join()} {...disputed} onClose={() => setDisputed(null)} />
      )}
      {told !== null && <ToldCard told={told} onClose={() => setTold(null)} />}
      {asksForOverlays && <drawOverlays.Part onDraw={setOverlays} />}
      <p role="status" className="visually-hidden">
        {stepped !== null && stepped.id === hovered && t('at', { place: isolate(stepped.name) })}
      </p>
    </section>
  )
}

/** The chooser belongs to one click: a choice made elsewhere ends it. */
function isAmong(focus: Focus | null, { places }: Picked): boolean {
  return focus?.kind === 'place' && places.includes(focus.id)
}

function neighbour(places: readonly LinkedPlace[], from: string | null, by: 1 | -1): LinkedPlace | undefined {
  const at = places.findIndex((place) => place.id === from)
  if (at === -1) return by === 1 ? places[0] : places.at(-1)
  return places[(at + by + places.length) % places.length]
}
