'use client'
import useSWR from 'swr'
import { useCase } from '@/lib/client/case-context'
import type { DrawnFeature, DrawnLayer } from '@/lib/derive/drawn-feature'

const TIMEOUT_MS = 15_000
const none: readonly DrawnFeature[] = []

async function fetchLayer(address: string): Promise<DrawnLayer> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/**
 * Everything that the case's layers draw, fetched when it is first `wanted`; empty until it is there, and the same
 * array while the layers are the same.
 */
export function useDrawnFeatures(wanted: boolean): { features: readonly DrawnFeature[]; failed: boolean } {
  const { linked } = useCase()
  const addresses = linked.layers.map(({ id, version }) => `/api/cases/${linked.id}/layers/${id}?v=${version}`)
  const { data, error } = useSWR<readonly DrawnFeature[], Error>(
    wanted ? addresses.join(' ') : null,
    async () => (await Promise.all(addresses.map(fetchLayer))).flatMap(({ features }) => features),
    // An address that names its version never answers anything else.
    { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false },
  )
  return { features: data ?? none, failed: error !== undefined }
}
