'use client'
import { useTranslations } from 'next-intl'
import { memo, type RefObject } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useCase } from '@/lib/client/case-context'
import { setPadOpen, useIsPadOpen } from '@/lib/client/map-panels'
import type { MapAdapter } from './map-adapter'
import styles from './map-view.module.css'

/**
 * Everything that dragging, pinching and turning do, as buttons. Those that pan and turn come when they are asked for, or
 * when the keyboard is on the map, and stay with whoever needs them.
 */
export const MapControls = memo(function MapControls({ adapter }: { adapter: RefObject<MapAdapter | null> }) {
  const t = useTranslations('map.controls')
  const { linked } = useCase()
  const isPadOpen = useIsPadOpen()
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
    <section aria-label={t('name')} className={`${styles.controls} grows`} data-map-panel="" data-pad={isPadOpen}>
      <div className={styles.pad}>{(['panUp', 'panLeft', 'north', 'panRight', 'panDown'] as const).map(button)}</div>
      <div className={styles.stack}>
        {(['zoomIn', 'zoomOut', 'wholeCase'] as const).map(button)}
        <IconButton
          icon="map.move"
          label={t('move')}
          className={styles.move}
          aria-expanded={isPadOpen}
          onClick={() => setPadOpen(!isPadOpen)}
        />
      </div>
    </section>
  )
})
