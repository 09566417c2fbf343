import { type PointerEvent, useRef } from 'react'
import type { TimeAxis } from '@/lib/derive/plan-axis'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { shiftWindow, snapMoment } from '@/lib/derive/step-time'

/** A shorter way is a click. */
const DRAG_PX = 4

type Hold = 'start' | 'end' | 'body' | 'brush'

interface Drag {
  hold: Hold
  x: number
  window: TimeWindow
  moved: boolean
}

interface PlotPointer {
  axis: TimeAxis | null
  margin: number
  /** The window that is shown; null for all of time. */
  time: TimeWindow | null
  onMove(window: TimeWindow | null): void
  onPoint(x: number, y: number): void
  onClick(x: number, y: number): void
}

/** Where a pointer is in the plot's own px, which a page that is zoomed for a large display has fewer of. */
function pointOf(event: PointerEvent<SVGSVGElement>, margin: number): { x: number; y: number } {
  const { currentTarget: plot } = event
  const box = plot.getBoundingClientRect()
  const scale = box.width / plot.clientWidth
  return { x: (event.clientX - box.left) / scale - margin, y: (event.clientY - box.top) / scale }
}

/** A hand chooses another window; with Shift, within one, it moves that and keeps its length. */
function holdOf(
  { target, shiftKey }: PointerEvent,
  { start, end }: TimeWindow,
  at: number,
  time: TimeWindow | null,
): Hold {
  const handle = target instanceof Element ? target.closest('[data-handle]')?.getAttribute('data-handle') : null
  if (handle === 'start' || handle === 'end') return handle
  return time !== null && shiftKey && at >= start && at < end ? 'body' : 'brush'
}

/** The window that a drag has made of the one that it began with. */
function dragged(axis: TimeAxis, { hold, x, window }: Drag, toX: number): TimeWindow | null {
  const [from, to] = [axis.toTime(x), axis.toTime(toX)]
  if (hold === 'body') return shiftWindow(axis, window, to - from)
  const at = snapMoment(axis, to)
  if (hold === 'start') return { start: Math.min(at, window.end - 1000), end: window.end }
  if (hold === 'end') return { start: window.start, end: Math.max(at, window.start + 1000) }
  const [start = 0, end = 0] = [snapMoment(axis, from), at].toSorted((a, b) => a - b)
  return { start, end: Math.max(end, start + 1000) }
}

/** What a pointer does on the plot: drags an end, moves the window, chooses a new one, or picks what is nearest. */
export function usePlotPointer({ axis, margin, time, onMove, onPoint, onClick }: PlotPointer) {
  const drag = useRef<Drag | null>(null)
  /** Where a press that was no drag has ended. */
  const pressed = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (axis === null || event.button !== 0) return
      const { x } = pointOf(event, margin)
      const window = time ?? { start: axis.start, end: axis.end }
      drag.current = { hold: holdOf(event, window, axis.toTime(x), time), x, window, moved: false }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const { x, y } = pointOf(event, margin)
      const held = drag.current
      if (held === null) return onPoint(x, y)
      held.moved ||= Math.abs(x - held.x) >= DRAG_PX
      if (axis !== null && held.moved) onMove(dragged(axis, held, x))
    },
    onPointerUp(event: PointerEvent<SVGSVGElement>) {
      const held = drag.current
      drag.current = null
      const isPress = held !== null && !held.moved && (held.hold === 'brush' || held.hold === 'body')
      pressed.current = isPress ? pointOf(event, margin) : null
    },
    // Not before the click: what opened under a finger that is lifted would be clicked as well.
    onClick() {
      const press = pressed.current
      pressed.current = null
      if (press !== null) onClick(press.x, press.y)
    },
    onPointerCancel() {
      drag.current = null
    },
  }
}
