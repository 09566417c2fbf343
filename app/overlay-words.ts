import { getLocale, getTranslations } from 'next-intl/server'
import { formatLength, formatMeasuredArea } from '@/lib/client/format-figure'
import type { OverlayWords } from './read-overlays'

/** The words of what is drawn over the case, in the language of the request. */
export async function overlayWords(): Promise<OverlayWords> {
  const [locale, measure, shape] = await Promise.all([
    getLocale(),
    getTranslations('measure'),
    getTranslations('layOver.shape'),
  ])
  return {
    locale,
    measure: {
      km: (length) => measure('km', { number: formatLength(length, locale).km }),
      km2: (area) => measure('km2', { number: formatMeasuredArea(area, locale) }),
    },
    shape: {
      claim: (names) => shape('claim', { names }),
      ring: (size, name) => shape('ring', { size, name }),
      sized: (size, name) => shape('sized', { size, name }),
    },
  }
}
