'use client'
import { useTranslations } from 'next-intl'
import { memo, type RefObject } from 'react'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import type { MapAdapter } from './map-adapter'
import styles from './map-controls.module.css'
import { useThemeName } from './use-map-style'

/** Paths of the buttons' signs, on a grid of 20. */
const signs = {
  zoomIn: 'M10 4v12M4 10h12',
  zoomOut: 'M4 10h12',
  panUp: 'M5 12.5l5-5 5 5',
  panDown: 'M5 7.5l5 5 5-5',
  panLeft: 'M12.5 5l-5 5 5 5',
  panRight: 'M7.5 5l5 5-5 5',
  north: 'M10 3l4 13-4-3-4 3z',
  theme: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14',
  wholeCase: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
} as const

type Sign = Exclude<keyof typeof signs, 'theme'>

/** Everything that dragging, pinching and turning do, as buttons. */
export const MapControls = memo(function MapControls({ adapter }: { adapter: RefObject<MapAdapter | null> }) {
  const words = useTranslations('map.controls')
  const { linked } = useCase()
  const { setTheme } = useActions()
  const dark = useThemeName() === 'dark'
  const actions: Record<Sign, (map: MapAdapter) => void> = {
    zoomIn: (map) => map.zoomBy(1),
    zoomOut: (map) => map.zoomBy(-1),
    panUp: (map) => map.pan(0, -1),
    panDown: (map) => map.pan(0, 1),
    panLeft: (map) => map.pan(-1, 0),
    panRight: (map) => map.pan(1, 0),
    north: (map) => map.turnNorthUp(),
    wholeCase: (map) => map.frame(linked.bounds, false),
  }
  const button = (sign: Sign) => (
    <button
      key={sign}
      type="button"
      className={styles[sign]}
      aria-label={words(sign)}
      title={words(sign)}
      onClick={() => adapter.current !== null && actions[sign](adapter.current)}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={signs[sign]} />
      </svg>
    </button>
  )
  return (
    <section aria-label={words('name')} className={`${styles.controls} grows`} data-map-panel="">
      <div className={styles.stack}>{(['zoomIn', 'zoomOut', 'wholeCase', 'north'] as const).map(button)}</div>
      <div className={styles.stack}>
        <button
          type="button"
          aria-label={words(dark ? 'toLight' : 'toDark')}
          title={words(dark ? 'toLight' : 'toDark')}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={signs.theme} />
          </svg>
        </button>
      </div>
      <div className={styles.pan}>{(['panUp', 'panLeft', 'panRight', 'panDown'] as const).map(button)}</div>
    </section>
  )
})
