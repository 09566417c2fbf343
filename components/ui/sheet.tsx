'use client'
import { useTranslations } from 'next-intl'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { clamp } from '@/lib/geo/clamp'
import styles from './sheet.module.css'

const stops = ['low', 'half', 'full'] as const
type Stop = (typeof stops)[number]

/** A drag of fewer px is a tap. */
const DRAG_THRESHOLD = 24

function stopAfter(stop: Stop, by: 1 | -1): Stop {
  return stops[clamp(stops.indexOf(stop) + by, 0, stops.length - 1)] ?? stop
}

interface SheetProps {
  open: boolean
  /** What stands on the sheet's edge, over its grip. */
  head: ReactNode
  children: ReactNode
}

/**
 * On a phone the panels lie in a sheet with three stops, under the map; its grip is dragged, or pressed to go to the
 * next stop. On wider screens it is not there, and the panels stand where their own styles put them.
 */
export function Sheet({ open, head, children }: SheetProps) {
  const t = useTranslations('page.sheet')
  const [stop, setStop] = useState<Stop>('half')
  const [wasOpen, setWasOpen] = useState(open)
  const pressedAt = useRef<number | null>(null)
  /** A drag ends in a click on the grip as well; that one is not a press. */
  const dragged = useRef(false)
  if (open !== wasOpen) {
    setWasOpen(open)
    if (open && stop === 'low') setStop('half')
  }

  const release = (event: PointerEvent) => {
    const moved = pressedAt.current === null ? 0 : event.clientY - pressedAt.current
    pressedAt.current = null
    dragged.current = Math.abs(moved) >= DRAG_THRESHOLD
    if (dragged.current) setStop(stopAfter(stop, moved < 0 ? 1 : -1))
  }
  const press = () => {
    if (!dragged.current) setStop(stop === 'full' ? 'low' : stopAfter(stop, 1))
    dragged.current = false
  }
  return (
    <div className={styles.sheet} data-stop={stop} data-map-panel="">
      {head}
      <button
        type="button"
        className={styles.grip}
        aria-label={t('grip', { stop: t(stop) })}
        onPointerDown={(event) => {
          pressedAt.current = event.clientY
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerUp={release}
        onClick={press}
      />
      {children}
    </div>
  )
}
