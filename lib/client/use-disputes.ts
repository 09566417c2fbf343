'use client'
import useSWR from 'swr'
import type { Dispute } from '@/lib/schema/dispute'
import { fetchJson } from './fetch-json'

/** The disputed lines and areas of the basemap, fetched when they are first `wanted`. */
export function useDisputes(wanted: boolean): { disputes: readonly Dispute[] | undefined; failed: boolean } {
  const { data, error } = useSWR<Dispute[], Error>(
    wanted ? '/api/borders' : null,
    (address: string) => fetchJson(address, { cache: 'no-cache' }),
    {
      revalidateOnFocus: false,
      // They change with a release only; one that is there is not asked for again.
      revalidateIfStale: false,
      errorRetryInterval: 5_000,
    },
  )
  return { disputes: data, failed: data === undefined && error !== undefined }
}
