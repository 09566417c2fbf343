'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import useSWR from 'swr'
import { Button } from '@/components/ui/button'
import { useCase } from '@/lib/client/case-context'
import { fetchJson } from '@/lib/client/load-with-retry'
import { type FindSpots, indexSpots, joinSpots, type Spot, soughtName } from '@/lib/client/measure/find-spots'
import type { NamedSpot } from '@/lib/derive/place-names'
import { addressBelow } from '@/lib/url/base-path'
import styles from './measure.module.css'

const none: readonly Spot[] = []

/** The places of the case and the basemap's names, once they are wanted; the case's alone until those are there. */
export function useSpots(wanted = true): readonly Spot[] {
  const { linked } = useCase()
  const { data } = useSWR<NamedSpot[], Error>(
    wanted ? addressBelow('/api/names') : null,
    (address: string) => fetchJson(address),
    {
      revalidateOnFocus: false,
    },
  )
  return useMemo(() => {
    if (!wanted) return none
    const ofCase = linked.places.flatMap(({ name, localName, otherNames = [], anchor }): Spot[] => {
      if (anchor === null) return []
      const others = localName === undefined ? otherNames : [localName, ...otherNames]
      return [{ name, kind: 'case', at: anchor, otherNames: others.map(({ text }) => text) }]
    })
    return joinSpots(ofCase, data ?? [])
  }, [linked, data, wanted])
}

/** Finds spots by name, "over" and "the" before it or not; finds nothing until the library is there. */
export function useFindSpots(spots: readonly Spot[]): FindSpots {
  const t = useTranslations('find')
  const [find, setFind] = useState<FindSpots>(() => () => [])
  useEffect(() => {
    if (spots.length === 0) return
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
  }, [spots])
  return useCallback((typed) => find(soughtName(typed, { lead: t('overWord'), article: t('article') })), [find, t])
}

interface SpotFinderProps {
  label: string
  onChoose(spot: Spot): void
}

/** A field that finds a place of the case or a name of the map; Enter takes the first. */
export function SpotFinder({ label, onChoose }: SpotFinderProps) {
  const t = useTranslations('layOver.find')
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const find = useFindSpots(useSpots())
  const found = sought.trim() === '' ? [] : find(sought)
  const field = useId()
  const choose = (spot: Spot) => {
    onChoose(spot)
    setTyped('')
  }
  return (
    <form
      className={styles.finder}
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = find(typed)
        if (first !== undefined) choose(first)
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
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={found.length > 0 || sought === '' ? 'visually-hidden' : styles.note}>
        {sought !== '' && t('found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map((spot) => (
            <li key={`${spot.kind} ${spot.name} ${spot.at.join()}`}>
              <Button className={styles.spot} onClick={() => choose(spot)}>
                {spot.name} <span className={styles.kind}>{t(`kinds.${spot.kind}`)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
