'use client'
import { useTranslations } from 'next-intl'
import { memo, type RefObject } from 'react'
import { IconButton } from '@/components/ui/button'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { MapAdapter } from './map-adapter'
import styles from './map-view.module.css'
import { useThemeName } from './use-map-style'

/** Everything that dragging, pinching and turning do, as buttons. */
export const MapControls = memo(function MapControls({ adapter }: { adapter: RefObject<MapAdapter | null> }) {
  const t = useTranslations('map.controls')
  const { linked } = useCase()
  const { setTheme } = useActions()
  const dark = useThemeName() === 'dark'
  const actions = {
    zoomIn: (map) => map.zoomBy(1),
    zoomOut: (map) => map.zoomBy(-1),
    panUp: (map) => map.pan(0, -1),
    panDown: (map) => map.pan(0, 1),
    panLeft: (map) => map.pan(-1, 0),
    panRight: (map) => map.pan(1, 0),
    north: (map) => map.turnNorthUp(),
    wholeCase: (map) => map.frame(linked.bounds, false),
  } satisfies Record<string, (map: MapAdapter) => void>
  const button = (sign: keyof typeof actions) => (
    <IconButton
      key={sign}
      icon={`map.${sign}`}
      label={t(sign)}
      className={styles[sign]}
      onClick={() => adapter.current !== null && actions[sign](adapter.current)}
    />
  )
  return (
    <section aria-label={t('name')} className={`${styles.controls} grows`} data-map-panel="">
      <div className={styles.stack}>{(['zoomIn', 'zoomOut', 'wholeCase', 'north'] as const).map(button)}</div>
      <div className={styles.stack}>
        <IconButton
          icon="map.theme"
          label={t(dark ? 'toLight' : 'toDark')}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        />
      </div>
      <div className={styles.pan}>{(['panUp', 'panLeft', 'panRight', 'panDown'] as const).map(button)}</div>
    </section>
  )
})
