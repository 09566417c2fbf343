'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import styles from './static-map.module.css'
import { useThemeName } from './use-map-style'

/** Where the browser has no WebGL: the same geography and the same places as a still picture; the lists do the rest. */
export function StaticMap() {
  const words = useTranslations('map')
  const { linked, view, visibleLayers } = useCaseboard()
  const theme = useThemeName()
  const query = new URLSearchParams({ theme, layers: visibleLayers.join(','), v: linked.version })
  if (view.focus?.kind === 'place') query.set('place', view.focus.id)
  return (
    <figure className={styles.still}>
      {/* biome-ignore lint/performance/noImgElement: a drawing of our own; there is nothing to optimise */}
      <img src={`/api/cases/${linked.id}/map.svg?${query}`} alt={words('stillAlt', { title: linked.title })} />
      <figcaption role="status">{words('unsupported')}</figcaption>
    </figure>
  )
}
