'use client'
import useSWR from 'swr'
import { fetchCase, isSameVersion } from '@/lib/client/fetch-case'
import type { LinkedCase } from '@/lib/derive/linked-case'

const REFRESH_INTERVAL_MS = 15_000
const RETRY_MS = 3_000

/** The wall's case, asked for again now and then; null until it is here. A refresh that fails keeps what was. */
export function useRemoteCase(caseId: string): LinkedCase | null {
  const { data } = useSWR<LinkedCase, Error>(`/api/cases/${caseId}`, fetchCase, {
    refreshInterval: REFRESH_INTERVAL_MS,
    compare: isSameVersion,
    // SWR's own back-off grows to minutes.
    onErrorRetry: (_error, _key, _config, revalidate, { retryCount }) => {
      setTimeout(() => void revalidate({ retryCount }), RETRY_MS)
    },
  })
  return data ?? null
}
