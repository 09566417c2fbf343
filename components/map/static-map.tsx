'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { focusPlaces } from './focus-places'
import styles from './static-map.module.css'
import { useThemeName } from './use-map-style'

/** The case's map as the server draws it: the same geography and the same places as a still picture. */
export function StillImage({ className }: { className?: string | undefined }) {
  const words = useTranslations('map')
  const board = useCaseboard()
  const { linked, view, visibleLayers } = board
  const theme = useThemeName()
  const query = new URLSearchParams({ theme, layers: visibleLayers.join(','), v: linked.version })
  const places = focusPlaces(board, view.focus).map(({ id }) => id)
  if (places.length > 0) query.set('places', places.join(','))
  return (
    // biome-ignore lint/performance/noImgElement: a drawing of our own; there is nothing to optimise
    <img
      className={className}
      src={`/api/cases/${linked.id}/map.svg?${query}`}
      alt={words('stillAlt', { title: linked.title })}
    />
  )
}

/** Where the browser has no WebGL; the lists do the rest. */
export function StaticMap() {
  const words = useTranslations('map')
  return (
    <figure className={styles.still}>
      <StillImage />
      <figcaption>
        <span role="status">{words('unsupported')}</span>
      </figcaption>
    </figure>
  )
}
