'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useRemote } from '@/lib/client/remote/remote-context'
import { clamp } from '@/lib/geo/clamp'
import type { PicturePoint } from '@/lib/wall/wall-state'
import styles from './surface.module.css'

/** The spot stays a moment after the finger is lifted, so that nobody misses it. */
const LINGER_MS = 1_500
/** By key there is no finger to lift. */
const KEY_LINGER_MS = 6_000
const KEY_STEP = 0.02

/** What an arrow key does to the spot. */
const keySteps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP],
}

/** The spot that this device shows: drawn here at once, told to the wall, and taken away after a while. */
function useSpot() {
  const { command } = useRemote()
  const mark = useRef<HTMLSpanElement>(null)
  const spot = useRef<PicturePoint | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function show(at: PicturePoint) {
    clearTimeout(timer.current)
    spot.current = at
    mark.current?.style.setProperty('--x', `${at.x * 100}%`)
    mark.current?.style.setProperty('--y', `${at.y * 100}%`)
    mark.current?.toggleAttribute('data-shown', true)
    command({ kind: 'point', at })
  }
  function remove() {
    clearTimeout(timer.current)
    if (spot.current === null) return
    spot.current = null
    mark.current?.removeAttribute('data-shown')
    command({ kind: 'point', at: null })
  }
  function removeIn(ms: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(remove, ms)
  }
  // The part may be left with a finger still on it.
  const removeLast = useRef(remove)
  useEffect(() => {
    removeLast.current = remove
  })
  useEffect(() => () => removeLast.current(), [])
  return { mark, spot, show, remove, removeIn }
}

/** A surface of the wall's shape: where the finger is, the audience sees a spot. */
export function PointPart() {
  const t = useTranslations('remote.point')
  const { scene } = useRemote()
  const { mark, spot, show, remove, removeIn } = useSpot()

  function onPointer(event: PointerEvent<HTMLElement>) {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId)
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.getBoundingClientRect()
    show({
      x: clamp((event.clientX - box.left) / box.width, 0, 1),
      y: clamp((event.clientY - box.top) / box.height, 0, 1),
    })
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = keySteps[event.key]
    if (event.key === 'Escape') remove()
    if (step === undefined) return
    event.preventDefault()
    const from = spot.current ?? { x: 0.5, y: 0.5 }
    show({ x: clamp(from.x + step[0], 0, 1), y: clamp(from.y + step[1], 0, 1) })
    removeIn(KEY_LINGER_MS)
  }

  return (
    <div className={styles.page}>
      <p className={styles.explained}>{t('explained')}</p>
      <div
        role="application"
        aria-label={t('surface')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: moved by keys as well
        tabIndex={0}
        className={`${styles.surface} ${styles.picture}`}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerUp={() => removeIn(LINGER_MS)}
        onPointerCancel={() => removeIn(LINGER_MS)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.headline} aria-hidden="true">
          {scene?.title}
        </span>
        <span ref={mark} className={styles.spot} aria-hidden="true" />
      </div>
    </div>
  )
}
