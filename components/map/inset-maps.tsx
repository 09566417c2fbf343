'use client'
import { useTranslations } from 'next-intl'
import { memo, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import colours from '@/components/ui/colour.module.css'
import { useCase } from '@/lib/client/case-context'
import { showBounds } from '@/lib/client/map-commands'
import { useView } from '@/lib/client/view-context'
import { useOfVisible, useVisible } from '@/lib/client/visible-context'
import { boundsToCamera, type Frame, kmPerPixel, scaleBar } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { insetLeader, isClearOf, needsInset } from '@/lib/geo/inset-leader'
import { placesWithin } from '@/lib/geo/places-within'
import { hasContent } from '@/lib/map/inset-frames'
import type { ThemeName } from '@/lib/map/theme'
import type { Inset } from '@/lib/schema/case'
import { type StillWish, stillMapAddress } from '@/lib/url/still-map-address'
import { readView } from '@/lib/url/view-codec'
import styles from './inset-maps.module.css'
import type { MapAdapter } from './map-adapter'
import { PlaceLinks } from './place-links'
import { StillPicture } from './still-picture'

/** Of the map in an inset, px. */
const size = { width: 290, height: 218 } as const
const SCALE_BAR_PX = 64

interface InsetMapsProps {
  adapter: RefObject<MapAdapter | null>
  /** Whether there is a map to follow. */
  isReady: boolean
  /** Called when a line leads to an inset, which covers another part of the map. */
  onChange(): void
}

/** The case's insets: what is too small beside the rest, larger in frames of their own in the map's lower corners. */
export const InsetMaps = memo(function InsetMaps(shared: InsetMapsProps) {
  const { linked } = useCase()
  return linked.insets?.map((inset) => <InsetMap key={inset.id} inset={inset} {...shared} />)
})

function InsetMap({ inset, ...shared }: InsetMapsProps & { inset: Inset }) {
  const { isReady } = shared
  const t = useTranslations('map.inset')
  const titleId = useId()
  const { linked } = useCase()
  const { bounds, side = 'left', title } = inset
  const within = useMemo(() => new Set(placesWithin(linked.places, bounds)), [linked, bounds])
  const index = linked.threads?.findIndex(({ id }) => id === inset.thread) ?? -1
  const hue = linked.threads?.[index]?.hue
  const frame = useRef<HTMLElement>(null)
  const leader = useRef<SVGSVGElement>(null)
  const isFaded = useView(({ thread }) => thread !== null && inset.thread !== undefined && thread !== inset.thread)
  const visibleLayers = useView((view) => view.visibleLayers)
  const isFull = useOfVisible(({ place }) =>
    hasContent(linked, bounds, ({ id, layer }) => place.has(id) && visibleLayers.includes(layer)),
  )
  const isNeeded = useInsetLeader({ ...shared, inset, frame, leader }) && isFull
  return (
    <>
      <svg
        ref={leader}
        className={`${styles.leader} ${hue === undefined ? '' : colours[hue]}`}
        data-shown={isReady && isNeeded}
        data-faded={isFaded}
        aria-hidden="true"
      >
        <path data-map-cover="" />
        <rect />
        {hue !== undefined && (
          <g>
            <circle data-map-cover="" className={styles.badge} r={10} />
            <text y={4.5}>{index + 1}</text>
          </g>
        )}
      </svg>
      <section
        ref={frame}
        aria-labelledby={titleId}
        className={`${styles.inset} ${styles[side]} grows`}
        data-map-panel=""
        data-shown={isNeeded}
        data-faded={isFaded}
      >
        <Button className={styles.go} onClick={() => showBounds(bounds, true)}>
          <span className={hue === undefined ? styles.title : `${styles.title} ${colours[hue]}`}>
            {hue !== undefined && (
              <span className={colours.badge} aria-hidden="true">
                {index + 1}
              </span>
            )}
            <span id={titleId}>{title}</span>
          </span>
          <span className="visually-hidden">{t('go')}</span>
          <InsetPicture bounds={bounds} within={within} />
        </Button>
        <InsetLinks bounds={bounds} within={within} />
        <InsetScale inset={inset} />
      </section>
    </>
  )
}

interface InsetPartProps {
  bounds: Inset['bounds']
  /** The places that it shows, as far as they are shown at all. */
  within: ReadonlySet<string>
}

function InsetPicture({ bounds, within }: InsetPartProps) {
  const { linked } = useCase()
  // Asked for again only when something of what it shows is another.
  const selected = useView(({ focus }) => (focus?.kind === 'place' && within.has(focus.id) ? focus.id : null))
  const theme = useView((view) => view.theme)
  const layers = useView((view) => view.layers)
  const filter = useView((view) => view.filter)
  const time = useOfVisible(({ query }) => query.time)
  const shown = useOfVisible(({ place }) => [...within].filter((id) => place.has(id)).join())
  // biome-ignore lint/correctness/useExhaustiveDependencies: while time plays, `shown` stands for what a moved window changes
  const address = useMemo(() => {
    const view = { ...readView(''), layers, filter, time }
    const chosen = selected === null ? [] : [selected]
    return (of: ThemeName, as: StillWish) =>
      stillMapAddress(linked, { ...view, theme: of }, size, chosen, { bounds, ...as })
  }, [linked, bounds, layers, filter, shown, selected])
  return <StillPicture className={styles.picture} theme={theme} address={address} size={size} alt="" inPixels />
}

function InsetLinks({ bounds, within }: InsetPartProps) {
  const { linked } = useCase()
  const { place: shown } = useVisible()
  const visibleLayers = useView((view) => view.visibleLayers)
  const places = useMemo(
    () => linked.places.filter(({ id, layer }) => within.has(id) && shown.has(id) && visibleLayers.includes(layer)),
    [linked, within, shown, visibleLayers],
  )
  return <PlaceLinks className={styles.links} places={places} bounds={bounds} size={size} />
}

function InsetScale({ inset: { bounds } }: { inset: Inset }) {
  const t = useTranslations('map.inset')
  const { center, zoom } = boundsToCamera(bounds, size)
  const { km, px } = scaleBar(kmPerPixel(zoom, center[1]), SCALE_BAR_PX)
  return (
    <p className={styles.scale}>
      {t('scale', { km })}
      <svg viewBox={`0 0 ${SCALE_BAR_PX} 6`} width={SCALE_BAR_PX} height={6} aria-hidden="true">
        <path d={`M${SCALE_BAR_PX - 0.6 - px} 0v5.4h${px}V0`} />
      </svg>
    </p>
  )
}

interface LeaderOptions extends InsetMapsProps {
  inset: Inset
  frame: RefObject<HTMLElement | null>
  leader: RefObject<SVGSVGElement | null>
}

/** An element's box within its map, px. */
function boxWithin(element: HTMLElement): Rectangle {
  const map = element.offsetParent?.getBoundingClientRect() ?? new DOMRect()
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left: left - map.left, top: top - map.top, right: right - map.left, bottom: bottom - map.top }
}

/** Draws the box of an inset on the map and the line that leads from it, and follows the camera; says whether the map needs the inset. */
function useInsetLeader({ inset: { bounds }, adapter, isReady, onChange, frame, leader }: LeaderOptions): boolean {
  const [isNeeded, setNeeded] = useState(true)
  useEffect(() => {
    const map = isReady ? adapter.current : null
    const [inset, drawing] = [frame.current, leader.current]
    if (map === null || inset === null || drawing === null) return
    const [west, south, east, north] = bounds
    const stop = map.watch((project, view: Frame) => {
      // A second column moves it.
      const standsIn = boxWithin(inset)
      const [[left, top], [right, bottom]] = [project([west, north]), project([east, south])]
      const box = { left, top, right, bottom }
      const hasRoom = standsIn.right > standsIn.left
      setNeeded(needsInset(box, view, size) && (!hasRoom || isClearOf(standsIn, box)))
      drawLeader(drawing, box, hasRoom ? standsIn : box)
    })
    onChange()
    return stop
  }, [bounds, adapter, isReady, onChange, frame, leader])
  return isNeeded
}

function drawLeader(drawing: SVGSVGElement, box: Rectangle, frame: Rectangle): void {
  const line = insetLeader(box, frame)
  drawing.querySelector('path')?.setAttribute('d', line === null ? '' : `M${line.map(String).join('L')}`)
  const rectangle = drawing.querySelector('rect')
  rectangle?.setAttribute('x', String(box.left))
  rectangle?.setAttribute('y', String(box.top))
  rectangle?.setAttribute('width', String(box.right - box.left))
  rectangle?.setAttribute('height', String(box.bottom - box.top))
  const middle = `translate(${box.left} ${(box.top + box.bottom) / 2})`
  drawing.querySelector('g')?.setAttribute('transform', middle)
}
