'use client'
import useSWR from 'swr'
import type { Dispute } from '@/lib/schema/dispute'

const TIMEOUT_MS = 8_000

async function fetchDisputes(address: string): Promise<Dispute[]> {
  const response = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/** The disputed lines and areas of the basemap, fetched when they are first `wanted`. */
export function useDisputes(wanted: boolean): { disputes: readonly Dispute[] | undefined; failed: boolean } {
  const { data, error } = useSWR<Dispute[], Error>(wanted ? '/api/borders' : null, fetchDisputes, {
    revalidateOnFocus: false,
    // They change with a release only; one that is there is not asked for again.
    revalidateIfStale: false,
    errorRetryInterval: 5_000,
  })
  return { disputes: data, failed: data === undefined && error !== undefined }
}
