'use client'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Where a strip stands in its chart, px from the chart's top and left. */
export interface Strip {
  top: number
  height: number
  left: number
  width: number
}

/** A chart's size and the strips in it, px. */
export interface Plot {
  width: number
  height: number
  strips: readonly Strip[]
}

/**
 * The places that the labels of a chart leave free for its marks, measured: labels wrap as they must, and the drawing
 * follows them rather than the other way round. Null until measured. The ref goes to the drawing's element, whose
 * parent, positioned, holds the labels. Offsets rather than client rectangles: a page that is zoomed for a large
 * display gives rectangles in screen pixels, and the drawing is in its own.
 */
export function usePlot(): { ref: RefObject<HTMLDivElement | null>; plot: Plot | null } {
  const ref = useRef<HTMLDivElement>(null)
  const [plot, setPlot] = useState<Plot | null>(null)
  useLayoutEffect(() => {
    const element = ref.current?.parentElement
    if (!element) return
    const measure = () =>
      setPlot({
        width: element.clientWidth,
        height: element.clientHeight,
        strips: [...element.querySelectorAll<HTMLElement>('[data-strip]')].map((strip) => ({
          top: strip.offsetTop,
          left: strip.offsetLeft,
          width: strip.offsetWidth,
          height: strip.offsetHeight,
        })),
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, plot }
}
