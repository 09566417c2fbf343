'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { useWorldPlaces } from '@/lib/client/find/world-places'
import { type FindSpots, indexSpots, joinSpots, type Spot, soughtName } from '@/lib/client/measure/find-spots'
import { isolate } from '@/lib/derive/isolate'
import { wrapLongitude } from '@/lib/geo/clamp'
import type { LngLat } from '@/lib/schema/geometry'
import styles from './measure.module.css'

/** The places of the case that are somewhere. */
function useCaseSpots(): readonly Spot[] {
  const { linked } = useCase()
  return useMemo(
    () =>
      linked.places.flatMap(({ name, localName, otherNames = [], anchor }): Spot[] => {
        if (anchor === null) return []
        const others = localName === undefined ? otherNames : [localName, ...otherNames]
        return [{ name, kind: 'case', at: anchor, otherNames: others.map(({ text }) => text) }]
      }),
    [linked],
  )
}

/** The place of the case that stands here. */
export function useCaseSpot(at: LngLat | null): Spot | undefined {
  const spots = useCaseSpots()
  return at === null ? undefined : spots.find((spot) => isAt(spot.at, at))
}

/** An address has five decimals of a degree. */
function isAt([a, b]: LngLat, [x, y]: LngLat): boolean {
  return Math.abs(a - x) < 2e-5 && Math.abs(b - y) < 2e-5
}

/** The middle of the case: of several places of a name the one that is near it is meant. */
export function useCaseCentre(): LngLat | null {
  const { bounds } = useCase().linked
  if (bounds === null) return null
  const [west, south, east, north] = bounds
  return [wrapLongitude((west + east) / 2), (south + north) / 2]
}

interface SpotSearch {
  found: readonly Spot[]
  /** Those of the world are on their way. */
  isOut: boolean
}

/** Spots of the case and the world by name, "over" and "the" before it or not, best first; none while nothing is typed. */
export function useSpotSearch(typed: string): SpotSearch {
  const t = useTranslations('find')
  const spots = useCaseSpots()
  const [find, setFind] = useState<FindSpots>(() => () => [])
  const isWanted = typed.trim() !== ''
  useEffect(() => {
    if (!isWanted) return
    let gone = false
    indexSpots(spots).then(
      (ready) => {
        if (!gone) setFind(() => ready)
      },
      () => {},
    )
    return () => {
      gone = true
    }
  }, [spots, isWanted])
  const name = isWanted ? soughtName(typed, { lead: t('overWord'), article: t('article') }) : ''
  const { places, isOut } = useWorldPlaces(name, useCaseCentre(), useLocale())
  const found = useMemo(() => (name === '' ? [] : joinSpots(find(name), places)), [find, name, places])
  return { found, isOut }
}

/** What a spot is and where: “city · Hokkaido, Japan”. */
export function useSpotWords(): (spot: Spot) => string {
  const t = useTranslations('layOver.find')
  return ({ name, kind, region, country }) => {
    const within = [region, country].filter((each) => each !== undefined && each !== name)
    return within.length === 0
      ? t(`kinds.${kind}`)
      : t('kindWithin', { kind: t(`kinds.${kind}`), within: within.map((each) => isolate(each ?? '')).join(', ') })
  }
}

interface SpotFinderProps {
  label: string
  onChoose(spot: Spot): void
}

/** A field that finds a place of the case or a name of the map; Enter takes the first. */
export function SpotFinder({ label, onChoose }: SpotFinderProps) {
  const t = useTranslations('layOver.find')
  const [typed, setTyped] = useState('')
  const { found, isOut } = useSpotSearch(typed)
  // Enter may come before the answer does: then it takes the first of that.
  const [isEntered, setEntered] = useState(false)
  const field = useId()
  const choose = (spot: Spot) => {
    onChoose(spot)
    setTyped('')
    setEntered(false)
  }
  const chooseFirst = useEffectEvent(() => {
    setEntered(false)
    if (found[0] !== undefined) choose(found[0])
  })
  useEffect(() => {
    if (isEntered && !isOut) chooseFirst()
  }, [isEntered, isOut])
  const describe = useSpotWords()
  return (
    <form
      className={styles.finder}
      onSubmit={(event) => {
        event.preventDefault()
        setEntered(true)
      }}
    >
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        type="search"
        className={styles.field}
        value={typed}
        placeholder={t('placeholder')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
          setEntered(false)
        }}
      />
      <p role="status" className={found.length > 0 || typed === '' || isOut ? 'visually-hidden' : styles.note}>
        {typed !== '' && !isOut && t('found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map((spot) => (
            <li key={`${spot.kind} ${spot.name} ${spot.at.join()}`}>
              <Button className={styles.spot} onClick={() => choose(spot)}>
                {spot.name} <span className={styles.kind}>{describe(spot)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
