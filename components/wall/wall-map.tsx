'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { loadMap } from '@/components/map/load-map'
import { StillImage } from '@/components/map/static-map'
import { useWall } from '@/lib/client/wall-context'
import { useHiddenPlaces } from './use-hidden-places'
import { useMapRenewal, type WallMapState } from './use-map-renewal'
import { useWallTime } from './use-wall-time'
import styles from './wall-map.module.css'
import { WallMapCanvas } from './wall-map-canvas'

interface WallMapProps {
  basemapVersion: string
  scale: number
  onState(state: WallMapState): void
  /** The graphics context was lost too often for this page. */
  onWorn(): void
}

/** The wall's map: the region named “Map”. Without WebGL a still picture of the case stands in. */
export function WallMap({ basemapVersion, scale, onState, onWorn }: WallMapProps) {
  const words = useTranslations('map')
  const { state: wall } = useWall()
  const { maps, state, report } = useMapRenewal(wall, onWorn)
  const tell = useEffectEvent(onState)
  useEffect(() => tell(state), [state])
  useEffect(() => {
    // A map that cannot be fetched yet is asked for again by whoever makes it.
    loadMap().then(
      ({ keepWorkers }) => keepWorkers(),
      () => undefined,
    )
  }, [])
  return (
    <section aria-label={words('name')} data-state={state} className={styles.map}>
      {maps.map((map) => (
        <WallMapCanvas
          key={map}
          basemapVersion={basemapVersion}
          scale={scale}
          onState={(reported) => report(map, reported)}
        />
      ))}
      {state === 'unsupported' && <WallStill />}
    </section>
  )
}

/** The still picture of the time that the wall shows. */
function WallStill() {
  const time = useWallTime()
  return <StillImage className={styles.still} time={time} hidden={useHiddenPlaces(time)} />
}
