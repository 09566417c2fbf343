import { useMemo, useRef, useState } from 'react'
import { isTyping } from '@/lib/client/keyboard'
import { fetchJson } from '@/lib/client/load-with-retry'
import { closeLine, cornersOf, movePoint, pointAt, snapped, targetsOnMap } from '@/lib/client/measure/measured-line'
import { useSnapTargets } from '@/lib/client/measure/use-shapes'
import { setLiveDrawing, type ToolPoint, useToolPointer } from '@/lib/client/tool-store'
import { useView } from '@/lib/client/view-context'
import { replaceView } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { isClosed } from '@/lib/geo/drawn-area'
import type { LngLat } from '@/lib/schema/geometry'
import { addressBelow } from '@/lib/url/base-path'
import { measureLimits } from '@/lib/url/drawing-codec'

interface Coast {
  point: LngLat
  distanceKm: number
  country: string | null
}

type Answer = { at: LngLat; coast: Coast } | 'failed' | null

/** Asks for the coast that is nearest to a position; `answer` is the last one. */
export function useCoast(onFound: (from: LngLat, coast: LngLat) => void) {
  const [answer, setAnswer] = useState<Answer>(null)
  const ask = async (at: LngLat) => {
    try {
      const coast = await fetchJson<Coast>(
        addressBelow(`/api/coast?at=${at.map((degrees) => degrees.toFixed(6)).join()}`),
      )
      setAnswer({ at, coast })
      onFound(at, coast.point)
    } catch {
      setAnswer('failed')
    }
  }
  return { answer, ask: (at: LngLat) => void ask(at) }
}

/** The measuring hand on the map and the keys: what it has measured, whether it has ended, and what changes that. */
export function useMeasurePointer() {
  const measured = useView(({ measure }) => measure)
  const filter = useView((view) => view.filter)
  const targets = useSnapTargets(true)
  const { place: shown } = useVisible()
  const catching = useMemo(() => targetsOnMap(targets, shown), [targets, shown])
  const points = measured ?? []
  const [ended, setEnded] = useState(points.length > 1)
  const dragged = useRef<{ index: number; to: readonly LngLat[] | null } | null>(null)

  const startsAnew = ended || isClosed(points)
  const full = !startsAnew && points.length >= measureLimits.points
  const write = (next: readonly LngLat[]) => {
    const isGone = next.length === 0
    // With it goes the wish to see only what it encloses.
    const lifted = isGone && filter.within === 'area' ? { filter: { ...filter, within: null } } : {}
    replaceView({ measure: isGone ? null : next, ...lifted })
  }
  const add = (at: LngLat) => {
    if (full) return
    setEnded(false)
    write(startsAnew ? [at] : [...points, at])
  }
  const set = (next: readonly LngLat[], nowEnded = true) => {
    setEnded(nowEnded)
    write(next)
  }
  const click = (at: LngLat, zoom: number) => {
    const index = ended ? null : pointAt(points, at, zoom)
    if (index === 0 && points.length > 2) set(closeLine(points))
    else if (index !== null && index === points.length - 1 && points.length > 1) setEnded(true)
    else if (index === null) add(snapped(at, catching, zoom))
  }
  const handle = ({ phase, at, zoom }: ToolPoint): boolean => {
    if (phase === 'click') click(at, zoom)
    if (phase === 'down') {
      const index = pointAt(points, at, zoom)
      dragged.current = index === null ? null : { index, to: null }
      return index !== null
    }
    const hold = dragged.current
    if (phase === 'move' && hold !== null) {
      hold.to = movePoint(points, hold.index, snapped(at, catching, zoom))
      setLiveDrawing({ measure: hold.to })
    }
    if (phase === 'up' && hold !== null) {
      dragged.current = null
      if (hold.to !== null) write(hold.to)
      setLiveDrawing({})
    }
    return false
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The first ends the line, the next closes the card.
      if (ended || points.length < 2) return
      event.preventDefault()
      setEnded(true)
    } else if (isTyping(event.target)) return
    else if (event.key === 'Backspace' && points.length > 0) {
      event.preventDefault()
      set(cornersOf(points).slice(0, isClosed(points) ? undefined : -1), false)
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) setEnded(true)
  }

  useToolPointer(handle, onKey)

  return { points, ended, full, targets, add, set }
}
