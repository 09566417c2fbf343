import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useStreetMap } from '@/lib/client/street-map'
import { useMedia } from '@/lib/client/use-media'
import { useView } from '@/lib/client/view-context'
import { useVisible } from '@/lib/client/visible-context'
import { fadedLayers } from '@/lib/derive/find-thread'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { type MarkRef, marksOf, ringsOutside } from '@/lib/derive/marks-in-time'
import { tileQueriesOf } from '@/lib/derive/time-bins'
import { buildStyle, type CaseMapStyle } from '@/lib/map/build-style'
import { listSpokenNames } from '@/lib/map/spoken-names'
import { type ThemeName, themes } from '@/lib/map/theme'
import type { TileQueries } from './tiled-queries'

const darkQuery = '(prefers-color-scheme: dark)'
/** The same as in globals.css: from here on the panels grow, and the map's type with them. */
const largeDisplayQuery = '(width >= 2400px) and (height >= 1300px)'
const LARGE_DISPLAY_SCALE = 1.6

/** The theme on screen: the address's, else the system's. */
export function useThemeName(): ThemeName {
  const theme = useView((view) => view.theme)
  const system = useMedia(darkQuery) ? 'dark' : 'light'
  return theme ?? system
}

/**
 * The map's style for the case, the visible layers and the theme; the same object while none of them changes. `scale` is
 * how much larger than on a desk everything is drawn; without it the viewport decides.
 */
export function useMapStyle(basemapVersion: string, scale?: number): CaseMapStyle | null {
  const { linked } = useCase()
  const visibleLayers = useView((view) => view.visibleLayers)
  const themeName = useThemeName()
  const viewportScale = useMedia(largeDisplayQuery) ? LARGE_DISPLAY_SCALE : 1
  const factor = scale ?? viewportScale
  const schematicWords = useTranslations('map')('schematic')
  const language = useLocale()
  const origin = typeof window === 'undefined' ? null : window.location.origin
  const { id, preview, layers, places, emphasis, notes, quotations } = linked
  const thread = useView((view) => view.thread)
  const namedByCase = useMemo(() => {
    const areas = layers.filter(({ mark }) => mark === 'area').map((layer) => layer.id)
    const isNamed = ({ drawn, layer }: LinkedPlace) =>
      (drawn !== undefined && drawn !== 'basemap-name') || areas.includes(layer)
    return places.filter((place) => visibleLayers.includes(place.layer) && isNamed(place)).map(({ name }) => name)
  }, [layers, places, visibleLayers])
  const spoken = useMemo(() => listSpokenNames(places, quotations, visibleLayers), [places, quotations, visibleLayers])
  const faded = useMemo(() => fadedLayers(layers, thread), [layers, thread])
  const { map: street, isDue: isStreetDue } = useStreetMap(themeName, language)
  return useMemo(() => {
    if (origin === null) return null
    const theme = themes[themeName]
    return buildStyle({
      origin,
      basemapVersion,
      caseId: id,
      preview,
      layers,
      visible: visibleLayers,
      theme,
      scale: factor,
      schematicWords,
      namedByCase,
      faded,
      notes,
      spoken,
      language,
      street,
      isStreetDue,
      ...(emphasis === undefined ? {} : { emphasis }),
    })
  }, [
    origin,
    basemapVersion,
    id,
    preview,
    layers,
    visibleLayers,
    themeName,
    factor,
    schematicWords,
    namedByCase,
    faded,
    notes,
    spoken,
    language,
    street,
    isStreetDue,
    emphasis,
  ])
}

/** What the filter and the window of time ask of the layers that are on tiles; the same map while that is the same. */
export function useTileQueries(): TileQueries {
  const { linked } = useCase()
  const { query } = useVisible()
  const off = useView((view) => view.off)
  const queries = tileQueriesOf(linked.layers, query, off)
  const key = JSON.stringify([...queries])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the queries
  return useMemo(() => queries, [key])
}

/** The marks that the filter or the window of time takes off the map: of whole places, and rings of other days. */
export function useHiddenPlaces(): readonly MarkRef[] {
  const { linked } = useCase()
  const { place: shown, query } = useVisible()
  const rings = ringsOutside(linked.places, query.time)
  const key = rings.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the rings
  return useMemo(
    () => [...linked.places.filter(({ id }) => !shown.has(id)).flatMap(marksOf), ...rings],
    [linked, shown, key],
  )
}
