'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import useSWR from 'swr'
import { useCase } from '@/lib/client/case-context'
import { fetchJson, LARGE_TIMEOUT_MS } from '@/lib/client/load-with-retry'
import { type CaseShape, listShapes } from '@/lib/derive/case-shapes'
import type { DrawnFeature, DrawnLayer } from '@/lib/derive/drawn-feature'
import type { SnapTarget } from '@/lib/geo/snap-point'
import { layerAddress } from '@/lib/url/layer-address'
import { listSnapTargets, nameShape, type ShapeWords } from './tool-drawings'

const none: readonly DrawnFeature[] = []

/**
 * Everything that the case's layers draw, fetched when it is first `wanted`; empty until it is there, and the same
 * array while the layers are the same.
 */
function useDrawnFeatures(wanted: boolean): { features: readonly DrawnFeature[]; failed: boolean } {
  const { linked } = useCase()
  const addresses = linked.layers.map((layer) => layerAddress(linked, layer))
  const { data, error } = useSWR<readonly DrawnFeature[], Error>(
    wanted ? addresses.join(' ') : null,
    async () => {
      const layers = await Promise.all(
        addresses.map((address) => fetchJson<DrawnLayer>(address, { timeoutMs: LARGE_TIMEOUT_MS })),
      )
      return layers.flatMap(({ features }) => features)
    },
    // An address that names its version never answers anything else.
    { revalidateIfStale: false, revalidateOnFocus: false, revalidateOnReconnect: false },
  )
  return { features: data ?? none, failed: error !== undefined }
}

/** What a measured point is caught by, once it is wanted and there. */
export function useSnapTargets(wanted: boolean): readonly SnapTarget[] {
  const { features } = useDrawnFeatures(wanted)
  return useMemo(() => listSnapTargets(features), [features])
}

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
  const t = useTranslations('layOver.shape')
  return useMemo(() => {
    const shapeWords: ShapeWords = {
      claim: (names) => t('claim', { names }),
      ring: (size, name) => t('ring', { size, name }),
      sized: (size, name) => t('sized', { size, name }),
    }
    return (shape) => nameShape(shape, locale, shapeWords)
  }, [locale, t])
}
