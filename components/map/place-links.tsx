'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useMemo } from 'react'
import { useActions } from '@/lib/client/board-actions'
import { setHovered } from '@/lib/client/map-commands'
import { useWholeView } from '@/lib/client/view-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import type { Bounds, Frame } from '@/lib/geo/camera-to-bounds'
import { fitMercator } from '@/lib/geo/project-mercator'
import { writeView } from '@/lib/url/view-codec'

/** Around the point of a place, px: as large as a pointer needs. */
const RADIUS_PX = 11

interface PlaceLinksProps {
  className?: string | undefined
  places: readonly LinkedPlace[]
  /** What the picture under them shows. */
  bounds: Bounds
  /** Of the drawing under them, px. */
  size: Frame
}

/** Only where the browser would go there itself: with a key held it opens the place elsewhere. */
const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/** The places of a still map as links over it, which lead there without a script as well. */
export function PlaceLinks({ className, places, bounds, size }: PlaceLinksProps) {
  const t = useTranslations('map')
  const { choose } = useActions()
  const view = useWholeView()
  const points = useMemo(() => {
    const project = fitMercator(bounds, size.width, size.height)
    return places.flatMap(({ id, name, anchor }) => {
      const [x, y] = anchor === null ? [-1, -1] : project([...anchor])
      const isInSight = x >= 0 && x <= size.width && y >= 0 && y <= size.height
      return isInSight ? [{ id, name, at: [x, y] as const }] : []
    })
  }, [places, bounds, size.width, size.height])
  return (
    <svg className={className} viewBox={`0 0 ${size.width} ${size.height}`}>
      <title>{t('places')}</title>
      {points.map(({ id, name, at: [x, y] }) => (
        <a
          key={id}
          href={writeView({ ...view, focus: { kind: 'place', id }, time: null, map: null, version: null })}
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
