'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useWholeView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import type { MarkRef } from '@/lib/derive/marks-in-time'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { stillMapAddress, stillSize } from '@/lib/url/still-map-address'
import { focusPlaces } from './focus-places'
import styles from './map-view.module.css'
import { useHiddenPlaces, useThemeName } from './use-map-style'

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
  const board = useCase()
  const { linked } = board
  const view = useWholeView()
  const theme = useThemeName()
  const without = hidden.map(({ id }) => id).join()
  // While time plays, the picture is asked for again only when another place comes or goes: the rest of it stays as it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `without` stands for what a moved window changes of it
  const address = useMemo(() => {
    const selected = focusPlaces(board, view.focus).map(({ id }) => id)
    return stillMapAddress(linked, { ...view, theme, time, map: null, version: null }, stillSize, selected)
  }, [board, linked, view, theme, without])
  // biome-ignore lint/performance/noImgElement: a drawing of our own; there is nothing to optimise
  return <img className={className} src={address} alt={t('stillAlt', { title: linked.title })} />
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
