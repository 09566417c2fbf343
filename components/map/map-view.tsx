'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { setHovered, useHovered } from '@/lib/client/hover-store'
import { replaceCamera } from '@/lib/client/view-store'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { FeatureChooser, type Picked } from './feature-chooser'
import { focusPlaces, joinBounds } from './focus-places'
import type { WantedMap } from './map-adapter'
import { MapControls } from './map-controls'
import styles from './map-view.module.css'
import { StaticMap } from './static-map'
import { useFollowFocus } from './use-follow-focus'
import { useMapAdapter } from './use-map-adapter'
import { useMapStyle } from './use-map-style'

/** What the page wants on the map; null while it is rendered on the server. */
function useWantedMap(basemapVersion: string): WantedMap | null {
  const board = useCaseboard()
  const hoveredId = useHovered()
  const style = useMapStyle(basemapVersion)
  return useMemo(() => {
    if (style === null) return null
    const hovered = hoveredId === null ? undefined : board.place(hoveredId)
    return { style, selected: focusPlaces(board, board.view.focus), hovered: hovered ?? null }
  }, [board, hoveredId, style])
}

/** The map of the case, in step with the address: the region named “Map”. */
export function MapView({ basemapVersion }: { basemapVersion: string }) {
  const words = useTranslations('map')
  const board = useCaseboard()
  const { linked, view, visibleLayers, choose } = board
  const hovered = useHovered()
  const container = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const { adapter, state } = useMapAdapter({
    container,
    wanted: useWantedMap(basemapVersion),
    start: view.map ?? joinBounds(focusPlaces(board, view.focus)) ?? linked.bounds,
    label: words('canvas'),
    events: {
      onPick: (places, point) => pick(places, point),
      onHover: setHovered,
      onCamera: replaceCamera,
    },
  })
  const nextChoiceIsOnMap = useFollowFocus(adapter)

  const pick = (places: string[], point: Picked['point']) => {
    const [top] = places
    nextChoiceIsOnMap()
    setPicked(places.length > 1 ? { places, point } : null)
    choose(top === undefined ? null : { kind: 'place', id: top })
  }
  const chooseFromMap = (id: string) => {
    nextChoiceIsOnMap()
    choose({ kind: 'place', id })
  }
  const hoverNext = (by: 1 | -1) => {
    const next = neighbour(
      linked.places.filter((place) => visibleLayers.includes(place.layer)),
      hovered,
      by,
    )
    if (next === undefined) return
    setHovered(next.id)
    adapter.current?.frame(next.bounds, true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'n') hoverNext(1)
    else if (event.key === 'p') hoverNext(-1)
    else if (event.key === 'Enter' && hovered !== null) chooseFromMap(hovered)
  }

  return (
    <section aria-label={words('name')} data-state={state} className={styles.map}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the canvas inside has the focus and the role */}
      <div ref={container} className={styles.canvas} onKeyDown={onKeyDown} />
      {state === 'unsupported' && <StaticMap />}
      {state === 'lost' && (
        <p role="status" className={styles.notice}>
          {words('lost')}
        </p>
      )}
      {state !== 'unsupported' && <MapControls adapter={adapter} />}
      {picked !== null && <FeatureChooser picked={picked} onChoose={chooseFromMap} onClose={() => setPicked(null)} />}
      <p role="status" className="visually-hidden">
        {hovered === null ? '' : words('at', { place: board.place(hovered)?.name ?? hovered })}
      </p>
    </section>
  )
}

function neighbour(places: readonly LinkedPlace[], from: string | null, by: 1 | -1): LinkedPlace | undefined {
  const at = places.findIndex((place) => place.id === from)
  if (at === -1) return by === 1 ? places[0] : places.at(-1)
  return places[(at + by + places.length) % places.length]
}
