'use client'
import { useTranslations } from 'next-intl'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { stillSize } from '@/lib/url/still-map-address'
import styles from './map-view.module.css'
import { StillPicture } from './still-picture'
import { useHiddenPlaces } from './use-map-style'
import { useStillAddress } from './use-still-address'

interface StillImageProps {
  className?: string | undefined
  /** The window of time that is shown; null for all of time. */
  time: TimeWindow | null
  /** What that and the filter take off the map. */
  hidden: readonly MarkRef[]
}

/** The case's map as the server draws it: the same geography and the same places as a still picture. */
export function StillImage({ className, time, hidden }: StillImageProps) {
  const t = useTranslations('map')
  const { linked } = useCase()
  const theme = useView((view) => view.theme)
  const address = useStillAddress({ time, hidden })
  return (
    <StillPicture
      className={className}
      theme={theme}
      address={(of, as) => address(of, stillSize, { insets: 'all', ...as })}
      size={stillSize}
      alt={t('stillAlt', { title: isolate(linked.title) })}
    />
  )
}

/** Where the browser has no WebGL; the lists do the rest. */
export function StaticMap() {
  const t = useTranslations('map')
  const { query } = useVisible()
  return (
    <figure className={styles.still}>
      <StillImage time={query.time} hidden={useHiddenPlaces()} />
      <figcaption>
        <span role="status">{t('unsupported')}</span>
      </figcaption>
    </figure>
  )
}

/** The same where no script runs, for a map that has no picture of its first view. */
export function ScriptlessMap() {
  const { query } = useVisible()
  return (
    <figure className={styles.still}>
      <StillImage time={query.time} hidden={useHiddenPlaces()} />
    </figure>
  )
}
