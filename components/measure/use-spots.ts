import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import useSWR from 'swr'
import { useCase } from '@/lib/client/case-context'
import { fetchJson } from '@/lib/client/fetch-json'
import { type FindSpots, indexSpots, joinSpots, type Spot, soughtName } from '@/lib/client/measure/find-spots'
import type { NamedSpot } from '@/lib/derive/named-spot'

const none: readonly Spot[] = []

/** The places of the case and the basemap's names, once they are wanted; the case's alone until those are there. */
export function useSpots(wanted = true): readonly Spot[] {
  const { linked } = useCase()
  const { data } = useSWR<NamedSpot[], Error>(wanted ? '/api/names' : null, (address: string) => fetchJson(address), {
    revalidateOnFocus: false,
  })
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
  const words = useTranslations('find')
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
  return useCallback(
    (typed) => find(soughtName(typed, { lead: words('overWord'), article: words('article') })),
    [find, words],
  )
}
