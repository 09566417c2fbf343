import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { nameShape, type ShapeWords } from '@/lib/client/measure/name-shape'
import { useDrawnFeatures } from '@/lib/client/measure/use-drawn-features'
import { type CaseShape, listShapes } from '@/lib/derive/case-shapes'

/** The shapes that can be laid over another place, once they are wanted and there. */
export function useShapes(wanted: boolean): { shapes: readonly CaseShape[]; failed: boolean } {
  const { linked } = useCase()
  const { features, failed } = useDrawnFeatures(wanted)
  const shapes = useMemo(() => (features.length === 0 ? [] : listShapes(linked, features)), [linked, features])
  return { shapes, failed }
}

/** What a shape is called. */
export function useShapeName(): (shape: CaseShape) => string {
  const locale = useLocale()
  const words = useTranslations('layOver.shape')
  return useMemo(() => {
    const shapeWords: ShapeWords = {
      claim: (names) => words('claim', { names }),
      ring: (size, name) => words('ring', { size, name }),
      sized: (size, name) => words('sized', { size, name }),
    }
    return (shape) => nameShape(shape, locale, shapeWords)
  }, [locale, words])
}
