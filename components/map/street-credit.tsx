'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useStreetMap } from '@/lib/client/street-map'
import { useThemeName } from './use-map-style'

/** Whose data the street map is; null where the map has none. */
export function useStreetAttribution(): string | null {
  return useStreetMap(useThemeName(), useLocale()).map?.attribution ?? null
}

/** In a line of credits: whose data the street map is, or that there should be one. */
export function StreetCredit() {
  const t = useTranslations('map')
  const { map, failed } = useStreetMap(useThemeName(), useLocale())
  if (failed) return <span data-street="failed">{` · ${t('streetFailed')}`}</span>
  return map === null ? null : <span data-street="shown">{` · ${map.attribution}`}</span>
}
