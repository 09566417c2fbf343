import { useEffect, useMemo, useState } from 'react'
import useSWR from 'swr'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { type FindSpots, indexSpots, type Spot } from '@/lib/client/measure/find-spots'
import type { NamedSpot } from '@/lib/derive/named-spot'

async function fetchNames(address: string): Promise<NamedSpot[]> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/** The places of the case and the basemap's names; the case's alone until those are there. */
export function useSpots(): readonly Spot[] {
  const { linked } = useCaseboard()
  const { data } = useSWR<NamedSpot[], Error>('/api/names', fetchNames, { revalidateOnFocus: false })
  return useMemo(() => {
    const ofCase = linked.places.map(
      ({ name, localName, anchor }): Spot => ({
        name,
        kind: 'case',
        at: anchor,
        ...(localName === undefined ? {} : { localName: localName.text }),
      }),
    )
    const countries = new Set((data ?? []).flatMap(({ kind, name }) => (kind === 'country' ? [name] : [])))
    // The case's point of a country is the basemap's country, which has an area.
    return [...ofCase.filter(({ name }) => !countries.has(name)), ...(data ?? [])]
  }, [linked, data])
}

/** Finds spots by name; finds nothing until the library is there. */
export function useFindSpots(spots: readonly Spot[]): FindSpots {
  const [find, setFind] = useState<FindSpots>(() => () => [])
  useEffect(() => {
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
  return find
}
