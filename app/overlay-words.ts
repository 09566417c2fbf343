import { getLocale, getTranslations } from 'next-intl/server'
import { formatLength, formatMeasuredArea } from '@/lib/client/format-figure'
import type { OverlayWords } from './read-overlays'

/** The sentences of what is drawn over the case, with `{0}` and `{1}` where words are put in: so another thread can have them. */
export interface OverlaySentences {
  locale: string
  km: string
  km2: string
  claim: string
  ring: string
  sized: string
}

/** In the language of the request. */
export async function overlaySentences(): Promise<OverlaySentences> {
  const [locale, measure, shape] = await Promise.all([
    getLocale(),
    getTranslations('measure'),
    getTranslations('layOver.shape'),
  ])
  return {
    locale,
    km: measure('km', { number: '{0}' }),
    km2: measure('km2', { number: '{0}' }),
    claim: shape('claim', { names: '{0}' }),
    ring: shape('ring', { size: '{0}', name: '{1}' }),
    sized: shape('sized', { size: '{0}', name: '{1}' }),
  }
}

function fill(sentence: string, ...words: string[]): string {
  return sentence.replace(/\{([01])\}/g, (_, index: string) => words[Number(index)] ?? '')
}

/** The words of what is drawn over the case. */
export function overlayWords({ locale, km, km2, claim, ring, sized }: OverlaySentences): OverlayWords {
  return {
    locale,
    measure: {
      km: (length) => fill(km, formatLength(length, locale).km),
      km2: (area) => fill(km2, formatMeasuredArea(area, locale)),
    },
    shape: {
      claim: (names) => fill(claim, names),
      ring: (size, name) => fill(ring, size, name),
      sized: (size, name) => fill(sized, size, name),
    },
  }
}
