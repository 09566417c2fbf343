'use client'
import { useTranslations } from 'next-intl'
import type { LinkedPlace } from '@/lib/derive/linked-case'

/** How far the drawn position may be from the true one, where that is known; of a place without geometry, that it has none. */
export function useAccuracyText(): (place: LinkedPlace) => string {
  const t = useTranslations('place')
  return ({ accuracyKm: km, schematic = false, anchor }) => {
    if (anchor === null) return t('nowhere')
    if (km === null) return t(schematic ? 'schematicUnknown' : 'accuracyUnknown')
    if (schematic) return t('schematic', { km })
    return km > 0 ? t('accuracy', { km }) : t('exact')
  }
}
