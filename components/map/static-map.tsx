'use client'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { TimeWindow } from '@/lib/derive/record-filter'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { stillSize } from '@/lib/url/still-map-address'
import { FirstMap } from './first-map'
import { InsetMaps } from './inset-maps'
import type { MapAdapter } from './map-adapter'
import styles from './map-view.module.css'
import { StillPicture } from './still-picture'
import { useHiddenPlaces } from './use-map-style'
import { useStillAddress } from './use-still-address'
import { useStillBounds, useStillCommands, useStillView } from './use-still-view'

interface StillImageProps {
  className?: string | undefined
  /** What is in its middle, whole. */
  bounds: Bounds
  /** The window of time that is shown; null for all of time. */
  time: TimeWindow | null
  /** What that and the filter take off the map. */
  hidden: readonly MarkRef[]
}

/** The case's map as the server draws it: the same geography and the same places as a still picture. */
export function StillImage({ className, bounds, time, hidden }: StillImageProps) {
  const t = useTranslations('map')
  const { linked } = useCase()
  const theme = useView((view) => view.theme)
  const address = useStillAddress({ time, hidden })
  return (
    <StillPicture
      className={className}
      theme={theme}
      address={(of, as) => address(of, stillSize, { bounds, insets: 'all', ...as })}
      size={stillSize}
      alt={t('stillAlt', { title: isolate(linked.title) })}
    />
  )
}

interface StaticMapProps {
  mostZoom: number
  /** Of a map that there is none of. */
  adapter: RefObject<MapAdapter | null>
  /** The element that it fills. */
  region: RefObject<HTMLElement | null>
}

/** Where the browser has no WebGL: pictures of where the map would look, with its places as links; the lists do the rest. */
export function StaticMap({ mostZoom, adapter, region }: StaticMapProps) {
  useStillCommands(region, mostZoom)
  const { isWhole, ...pictured } = useStillView(mostZoom)
  return (
    <>
      <FirstMap first={pictured} isOver={false} />
      {isWhole && <InsetMaps adapter={adapter} isReady={false} onChange={() => undefined} />}
      <Unsupported />
    </>
  )
}

/** The same in a frame, which is too small for the places as links. */
export function FramedStaticMap({ mostZoom }: Pick<StaticMapProps, 'mostZoom'>) {
  return (
    <>
      <ScriptlessMap mostZoom={mostZoom} search="" />
      <Unsupported />
    </>
  )
}

function Unsupported() {
  const t = useTranslations('map')
  return (
    <p role="status" className={styles.notice}>
      {t('unsupported')}
    </p>
  )
}

/** A picture where no script runs, for a map that has none of its first view; `search` is the query that it shows. */
export function ScriptlessMap({ mostZoom, search }: Pick<StaticMapProps, 'mostZoom'> & { search: string }) {
  const { query } = useVisible()
  const bounds = useStillBounds(mostZoom, search)
  return (
    <figure className={styles.still}>
      <StillImage bounds={bounds} time={query.time} hidden={useHiddenPlaces()} />
    </figure>
  )
}
