'use client'
import useSWR from 'swr'
import { unitCodeOf } from '@/lib/derive/record-filter'
import type { Unit } from '@/lib/gazetteer/unit-outlines'
import { addressBelow } from '@/lib/url/base-path'
import { useCase } from './case-context'
import { fetchJson } from './load-with-retry'
import { useView } from './view-context'

const forEver = { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false }

/** The country or part of one that the filter asks for, with its outline, once it is there; null for none. */
export function useUnit(): Unit | null {
  const { linked } = useCase()
  const code = useView(({ filter }) => unitCodeOf(filter.within))
  const version = linked.units === undefined ? '' : `?v=${linked.units.version}`
  const { data } = useSWR<Unit, Error>(
    code === null ? null : addressBelow(`/api/units/${code}${version}`),
    (address: string) => fetchJson<Unit>(address),
    forEver,
  )
  return data ?? null
}

/** The name of the unit that the filter asks for: the case has that of what its places lie in; its code while nobody knows it. */
export function useUnitName(): string {
  const { linked } = useCase()
  const code = useView(({ filter }) => unitCodeOf(filter.within)) ?? ''
  const unit = useUnit()
  return linked.units?.names[code] ?? unit?.name ?? code
}
