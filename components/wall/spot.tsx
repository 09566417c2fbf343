'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import { useWall } from '@/lib/client/wall-context'
import type { Spot as SpotPlace } from '@/lib/wall/wall-command'
import styles from './spot.module.css'

/** A spot that nobody moves any more has been seen. */
const STAYS_MS = 4000

/** What the presenter points at, for the audience to see. */
export function Spot() {
  const { spot } = useWall().state
  const ref = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState<SpotPlace | null>(null)
  const x = spot?.x
  const y = spot?.y
  useLayoutEffect(() => {
    if (x === undefined || y === undefined) return
    ref.current?.style.setProperty('--x', String(x))
    ref.current?.style.setProperty('--y', String(y))
    const timer = setTimeout(() => setSeen({ x, y }), STAYS_MS)
    return () => {
      clearTimeout(timer)
      // The same place may be pointed at again.
      setSeen(null)
    }
  }, [x, y])
  const faded = spot === null || (seen !== null && seen.x === x && seen.y === y)
  return <div ref={ref} className={`${styles.spot} ${faded ? styles.faded : ''}`} aria-hidden="true" />
}
