'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useMemo } from 'react'
import { useActions } from '@/lib/client/board-actions'
import { setHovered } from '@/lib/client/map-commands'
import { useView } from '@/lib/client/view-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import type { Bounds, Frame } from '@/lib/geo/camera-to-bounds'
import { fitMercator } from '@/lib/geo/project-mercator'
import type { LngLat } from '@/lib/schema/geometry'
import { readView, writeView } from '@/lib/url/view-codec'

/** Around the point of a place, px: as large as a pointer needs. */
const RADIUS_PX = 11

interface PlaceLinksProps {
  className?: string | undefined
  places: readonly LinkedPlace[]
  /** What the picture under them shows. */
  bounds: Bounds
  /** Of the drawing under them, px. */
  size: Frame
  /** How far the picture can be seen, where that is farther than `bounds`. */
  seen?: Bounds
}

/** Only where the browser would go there itself: with a key held it opens the place elsewhere. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/** The places of a still map as links over it, which lead there without a script as well. */
export function PlaceLinks({ className, places, bounds, size, seen = bounds }: PlaceLinksProps) {
  const t = useTranslations('map')
  const { choose } = useActions()
  // Not of the whole view, or each choice would write all of them anew.
  const layers = useView((view) => view.layers)
  const theme = useView((view) => view.theme)
  const points = useMemo(() => {
    const project = fitMercator(bounds, size.width, size.height)
    const [west, south, east, north] = seen
    const isSeen = ([lng, lat]: LngLat) => lng >= west && lng <= east && lat >= south && lat <= north
    return places.flatMap(({ id, name, anchor }) =>
      anchor !== null && isSeen(anchor) ? [{ id, name, at: project([...anchor]) }] : [],
    )
  }, [places, bounds, seen, size.width, size.height])
  return (
    <svg className={className} viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} height={size.height}>
      <title>{t('places')}</title>
      {points.map(({ id, name, at: [x, y] }) => (
        <a
          key={id}
          href={writeView({ ...readView(''), layers, theme, focus: { kind: 'place', id } })}
          aria-label={name}
          onClick={(event) => {
            if (!isPlainClick(event)) return
            event.preventDefault()
            setHovered(null)
            choose({ kind: 'place', id })
          }}
          onPointerEnter={() => setHovered(id)}
          onPointerLeave={() => setHovered(null)}
          onFocus={() => setHovered(id)}
          onBlur={() => setHovered(null)}
        >
          <title>{name}</title>
          <circle cx={Math.round(x)} cy={Math.round(y)} r={RADIUS_PX} />
        </a>
      ))}
    </svg>
  )
}
