'use client'
import { useTranslations } from 'next-intl'
import { memo, useLayoutEffect, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { showBounds } from '@/lib/client/map-commands'
import { createValueStore } from '@/lib/client/value-store'
import { useVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import { type Bounds, widenBounds } from '@/lib/geo/camera-to-bounds'
import { type Direction, directions, type PlaceBeyond, placesBeyond } from '@/lib/map/places-beyond'
import styles from './places-beyond.module.css'

const viewBounds = createValueStore<Bounds | null>(null)

/** Tells what the part of the map shows that no panel covers. */
export const setViewBounds = viewBounds.set

/** The part of the map that no panel covers; null while there is no map. */
export const useViewBounds = viewBounds.use
/** The same, asked once. */
export const getViewBounds = viewBounds.get

/** How much of the map is shown around a place that it goes to, degrees. */
const AROUND_DEGREES = 12

const signs: Record<Direction, string> = { west: '‹', north: '↑', south: '↓', east: '›' }

/** The places at which quotations were said and that the map does not show now, by direction. */
function usePlacesBeyond(): PlaceBeyond[] {
  const { linked } = useCase()
  const { quotation: shown } = useVisible()
  const bounds = useViewBounds()
  return useMemo(
    () => (bounds === null ? [] : placesBeyond(linked.places, linked.quotations, bounds, shown)),
    [linked, bounds, shown],
  )
}

/**
 * One line of them, each with how many quotations were said there; a click goes there. `onChange` is called when the line
 * is another one, and so covers another part of the map.
 */
export const PlacesBeyond = memo(function PlacesBeyond({ onChange }: { onChange(): void }) {
  const t = useTranslations('map.beyond')
  const beyond = usePlacesBeyond()
  // biome-ignore lint/correctness/useExhaustiveDependencies: called for what `beyond` makes of the line
  useLayoutEffect(() => onChange(), [beyond, onChange])
  if (beyond.length === 0) return null
  return (
    <section aria-label={t('name')} className={`${styles.beyond} grows`} data-map-panel="">
      {directions.map((direction) => {
        const there = beyond.filter((each) => each.direction === direction)
        return (
          there.length > 0 && (
            <p key={direction}>
              <span aria-hidden="true">{signs[direction]} </span>
              <span className={styles.words}>{t(direction)} </span>
              {there.map(({ place, quotations }) => (
                <Button
                  key={place.id}
                  className={styles.place}
                  title={t('said', { place: isolate(place.name), count: quotations })}
                  aria-label={t('said', { place: isolate(place.name), count: quotations })}
                  onClick={() => place.bounds !== null && showBounds(widenBounds(place.bounds, AROUND_DEGREES), true)}
                >
                  {place.name} <span className={styles.count}>“</span>
                  {quotations}
                </Button>
              ))}
            </p>
          )
        )
      })}
    </section>
  )
})
