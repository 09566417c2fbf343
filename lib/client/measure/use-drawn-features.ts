'use client'
import useSWR from 'swr'
import { useCase } from '@/lib/client/case-context'
import { fetchJson, LARGE_TIMEOUT_MS } from '@/lib/client/fetch-json'
import type { DrawnFeature, DrawnLayer } from '@/lib/derive/drawn-feature'

const none: readonly DrawnFeature[] = []

/**
 * Everything that the case's layers draw, fetched when it is first `wanted`; empty until it is there, and the same
 * array while the layers are the same.
 */
export function useDrawnFeatures(wanted: boolean): { features: readonly DrawnFeature[]; failed: boolean } {
  const { linked } = useCase()
  const addresses = linked.layers.map(({ id, version }) => `/api/cases/${linked.id}/layers/${id}?v=${version}`)
  const { data, error } = useSWR<readonly DrawnFeature[], Error>(
    wanted ? addresses.join(' ') : null,
    async () => {
      const layers = await Promise.all(
        addresses.map((address) => fetchJson<DrawnLayer>(address, { timeoutMs: LARGE_TIMEOUT_MS })),
      )
      return layers.flatMap(({ features }) => features)
    },
    // An address that names its version never answers anything else.
    { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false },
  )
  return { features: data ?? none, failed: error !== undefined }
}
