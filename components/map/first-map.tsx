'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import type { FirstPicture } from '@/lib/map/first-view'
import type { ThemeName } from '@/lib/map/theme'
import type { StillWish } from '@/lib/url/still-map-address'
import styles from './first-map.module.css'
import { PlaceLinks } from './place-links'
import { pixelsOf } from './still-picture'
import type { FirstView } from './use-first-view'
import { useHiddenPlaces } from './use-map-style'
import { useStillAddress } from './use-still-address'

/** By this the browser tells when the picture was first seen. */
const timing = { elementtiming: 'first-map' }

/** What the picture shows: the first view of a page, or where a map without WebGL looks now. */
export type PicturedView = Pick<FirstView, 'bounds' | 'pictures'> & Partial<Pick<FirstView, 'free'>>

interface FirstMapProps {
  first: PicturedView
  /** The live map shows the same, or something else already. */
  isOver: boolean
}

/**
 * The first view as the server draws it, with its places as links: there with the page's first paint and without a
 * script, until the live map, which begins with the same camera, has drawn its own.
 */
export function FirstMap({ first, isOver }: FirstMapProps) {
  return (
    <div className={styles.clip}>
      <div ref={first.free} className={styles.free} data-map-start="" data-camera={first.bounds === null}>
        {!isOver && (
          <>
            <Pictures first={first} />
            <Links first={first} />
          </>
        )}
      </div>
    </div>
  )
}

/** The value of an attribute that is a number of px or a share of what it stands in. */
function length(percent: number | undefined, px: number): number | string {
  return percent === undefined ? px : `${percent}%`
}

function sizeOf({ reach, size }: FirstPicture) {
  return { width: length(reach?.width, size.width), height: length(reach?.height, size.height) }
}

function Pictures({ first: { pictures } }: { first: PicturedView }) {
  const t = useTranslations('map')
  const { linked } = useCase()
  const theme = useView((view) => view.theme)
  const { query } = useVisible()
  const addressOf = useStillAddress({ time: query.time, hidden: useHiddenPlaces() })
  const addressFor =
    ({ size, bounds, scale }: FirstPicture) =>
    (of: ThemeName, as: StillWish) =>
      addressOf(of, size, { bounds, scale, ...as })
  const others = pictures.filter(({ media }) => media !== null)
  const last = pictures.find(({ media }) => media === null)
  if (last === undefined) return null
  const source = (picture: FirstPicture, of: ThemeName, media: string) => (
    <source key={`${media} ${of}`} media={media} srcSet={pixelsOf(addressFor(picture), of)} {...sizeOf(picture)} />
  )
  const dark = '(prefers-color-scheme: dark)'
  return (
    <picture>
      {theme === null && others.map((each) => source(each, 'dark', `${each.media} and ${dark}`))}
      {others.map((each) => source(each, theme ?? 'light', each.media ?? ''))}
      {theme === null && source(last, 'dark', dark)}
      <img
        className={styles.picture}
        src={addressFor(last)(theme ?? 'light', { format: 'webp' })}
        srcSet={pixelsOf(addressFor(last), theme ?? 'light')}
        {...sizeOf(last)}
        {...timing}
        alt={t('stillAlt', { title: isolate(linked.title) })}
        fetchPriority="high"
      />
    </picture>
  )
}

function Links({ first: { bounds, pictures } }: { first: PicturedView }) {
  const { linked } = useCase()
  const { place: shown } = useVisible()
  const visibleLayers = useView((view) => view.visibleLayers)
  const places = useMemo(
    () => linked.places.filter(({ id, layer }) => shown.has(id) && visibleLayers.includes(layer)),
    [linked, shown, visibleLayers],
  )
  const last = pictures.find(({ media }) => media === null)
  if (last === undefined) return null
  const { size, reach } = last
  // Of what is framed at the size of the picture on a desk; over a picture of its own size, of all of it.
  const framed =
    reach === null ? size : { width: (size.width * 100) / reach.width, height: (size.height * 100) / reach.height }
  return (
    <PlaceLinks
      className={styles.links}
      places={places}
      bounds={bounds ?? last.bounds}
      seen={last.bounds}
      size={framed}
    />
  )
}
