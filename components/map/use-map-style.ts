import { useTranslations } from 'next-intl'
import { useMemo, useSyncExternalStore } from 'react'
import type { StyleSpecification } from 'maplibre-gl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { buildStyle } from '@/lib/map/build-style'
import { type ThemeName, themes } from '@/lib/map/theme'

const darkQuery = '(prefers-color-scheme: dark)'

function subscribeToSystem(listener: () => void): () => void {
  const query = window.matchMedia(darkQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** The theme on screen: the address's, else the system's. */
export function useThemeName(): ThemeName {
  const { view } = useCaseboard()
  const system = useSyncExternalStore(
    subscribeToSystem,
    () => (window.matchMedia(darkQuery).matches ? 'dark' : 'light'),
    () => 'light' as const,
  )
  return view.theme ?? system
}

/** The map's style for the case, the visible layers and the theme; the same object while none of them changes. */
export function useMapStyle(basemapVersion: string): StyleSpecification | null {
  const { linked, visibleLayers } = useCaseboard()
  const themeName = useThemeName()
  const schematicWords = useTranslations('map')('schematic')
  const origin = typeof window === 'undefined' ? null : window.location.origin
  const { id, layers } = linked
  return useMemo(() => {
    if (origin === null) return null
    const theme = themes[themeName]
    return buildStyle({ origin, basemapVersion, caseId: id, layers, visible: visibleLayers, theme, schematicWords })
  }, [origin, basemapVersion, id, layers, visibleLayers, themeName, schematicWords])
}
