'use client'
import { useMemo, useSyncExternalStore } from 'react'
import type { WallView } from '@/lib/url/wall-view'
import { type LegibleType, legibleType } from '@/lib/wall/legible-type'

function subscribe(listener: () => void) {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** A text, since a store's value is compared by identity. */
const viewportSize = () => `${window.innerWidth} ${window.innerHeight}`

/** Type sizes for the display that the address declares; null on the server, which does not know the viewport. */
export function useLegibleType({
  distanceM,
  diagonalInches,
}: Pick<WallView, 'distanceM' | 'diagonalInches'>): LegibleType | null {
  const size = useSyncExternalStore(subscribe, viewportSize, () => null)
  return useMemo(() => {
    const [widthPx = 0, heightPx = 0] = size === null ? [] : size.split(' ').map(Number)
    if (widthPx === 0 || heightPx === 0) return null
    return legibleType({ widthPx, heightPx, distanceM, diagonalInches })
  }, [size, distanceM, diagonalInches])
}
