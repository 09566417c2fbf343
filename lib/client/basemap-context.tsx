'use client'
import { createContext, useContext } from 'react'

/** Which edition of the basemap the page's maps are drawn on; a part of the addresses of its tiles. */
export const BasemapContext = createContext<string | null>(null)

/** The edition of the basemap. Throws outside of the case's page. */
export function useBasemapVersion(): string {
  const version = useContext(BasemapContext)
  if (version === null) throw new Error('useBasemapVersion stands outside of the case page')
  return version
}
