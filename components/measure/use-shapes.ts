import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useDrawnFeatures } from '@/lib/client/measure/use-drawn-features'
import { type CaseShape, listShapes } from '@/lib/derive/case-shapes'

/** The shapes that can be laid over another place, once they are wanted and there. */
export function useShapes(wanted: boolean): { shapes: readonly CaseShape[]; failed: boolean } {
  const { linked } = useCaseboard()
  const { features, failed } = useDrawnFeatures(wanted)
  const shapes = useMemo(() => (features.length === 0 ? [] : listShapes(linked, features)), [linked, features])
  return { shapes, failed }
}

/** What a shape is called. */
export function useShapeName(): (shape: CaseShape) => string {
  const locale = useLocale()
  const words = useTranslations('layOver.shape')
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: 'conjunction' })
    return ({ kind, places, caption = '' }) => {
      const names = list.format(places.map(({ name }) => name))
      if (kind === 'claim') return words('claim', { names })
      if (kind === 'ring') return words('ring', { size: caption, name: names })
      return kind === 'line' && caption !== '' ? words('sized', { size: caption, name: names }) : names
    }
  }, [locale, words])
}
