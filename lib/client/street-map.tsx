'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import useSWR from 'swr'
import type { StreetMap } from '@/lib/map/build-style'
import type { ThemeName } from '@/lib/map/theme'
import { addressBelow } from '@/lib/url/base-path'
import { fetchJson } from './load-with-retry'

const StreetContext = createContext(false)

/** Says whether the server has a street map; below it pages ask for that when they show a map. */
export function StreetProvider({ isNamed, children }: { isNamed: boolean; children: ReactNode }) {
  return <StreetContext value={isNamed}>{children}</StreetContext>
}

/** What could not be had is asked for again. */
const RETRY_MS = 60_000

interface Street {
  /** Null without one, until it is there, and where it cannot be had. */
  map: StreetMap | null
  /** It has been asked for, and may come yet. */
  isDue: boolean
  failed: boolean
}

/** The street map in a theme and a language. */
export function useStreetMap(theme: ThemeName, language: string): Street {
  const isNamed = useContext(StreetContext)
  const { data, error } = useSWR<StreetMap, Error>(
    isNamed ? addressBelow(`/api/street?theme=${theme}&lang=${language}`) : null,
    (address: string) => fetchJson(address),
    { revalidateOnFocus: false, errorRetryInterval: RETRY_MS, keepPreviousData: true },
  )
  const map = data ?? null
  const failed = error !== undefined && map === null
  const isDue = isNamed && map === null && !failed
  return useMemo(() => ({ map, isDue, failed }), [map, isDue, failed])
}
