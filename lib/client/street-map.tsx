'use client'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { StreetMap } from '@/lib/map/build-style'
import type { ThemeName } from '@/lib/map/theme'
import { addressBelow } from '@/lib/url/base-path'
import { fetchJson, loadWithRetry } from './load-with-retry'
import { createValueStore } from './value-store'

const StreetContext = createContext(false)

/** Says whether the server has a street map; below it pages ask for that when they show a map. */
export function StreetProvider({ isNamed, children }: { isNamed: boolean; children: ReactNode }) {
  return <StreetContext value={isNamed}>{children}</StreetContext>
}

/** What could not be had is asked for again. */
const RETRY_MS = 60_000

/** By address what was last heard: null where nothing could be had. Not SWR, which nothing else of a page's first view needs. */
const heard = createValueStore<ReadonlyMap<string, StreetMap | null>>(new Map())
const asked = new Set<string>()

/** Asks until there is an answer: once, however many show it. */
function ask(address: string): void {
  if (asked.has(address)) return
  asked.add(address)
  const note = (map: StreetMap | null) => heard.set(new Map(heard.get()).set(address, map))
  const load = () =>
    fetchJson<StreetMap>(address).catch((error: unknown) => {
      // An attempt that fails late takes nothing away from one that has succeeded meanwhile.
      if (heard.get().get(address) == null) note(null)
      throw error
    })
  loadWithRetry(load, note, RETRY_MS)
}

interface Street {
  /** Null without one, until it is there, and where it cannot be had. Of another theme or language until that of this one is there. */
  map: StreetMap | null
  /** It has been asked for, and may come yet. */
  isDue: boolean
  failed: boolean
}

/** The street map in a theme and a language. */
export function useStreetMap(theme: ThemeName, language: string): Street {
  const isNamed = useContext(StreetContext)
  const address = addressBelow(`/api/street?theme=${theme}&lang=${language}`)
  useEffect(() => {
    if (isNamed) ask(address)
  }, [isNamed, address])
  const own = heard.use().get(address)
  const [last, setLast] = useState(own ?? null)
  if (own != null && own !== last) setLast(own)
  const map = own ?? last
  const failed = own === null && map === null
  const isDue = isNamed && map === null && !failed
  return useMemo(() => ({ map, isDue, failed }), [map, isDue, failed])
}
