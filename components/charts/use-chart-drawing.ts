'use client'
import { type ComponentType, useEffect, useState } from 'react'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Chart } from '@/lib/schema/case'

export interface ChartMarksProps {
  figures: readonly LinkedFigure[]
  /** Ids of those that are not among what is asked for: drawn faint, on the same scale. */
  outside: ReadonlySet<string>
}

/** The marks of a chart, drawn over its labels. */
export type ChartDrawing = ComponentType<ChartMarksProps>

const RETRY_MS = 30_000

/** Numbers that stand without a scale have no marks. */
const drawings: Partial<Record<Chart['form'], () => Promise<ChartDrawing>>> = {
  bars: () => import('./bars-chart').then((module) => module.BarsChart),
  pairs: () => import('./pairs-chart').then((module) => module.PairsChart),
}

/**
 * The code that draws a chart, fetched once it is wanted; null until it is there. Where it cannot be fetched the chart
 * stays its labels and its table, and the code is asked for again: after a while, when the browser is online again, when
 * the page is looked at again. Not `next/dynamic`: a fetch that fails would break the whole page, and for good.
 */
export function useChartDrawing(form: Chart['form'], wanted: boolean): ChartDrawing | null {
  const [drawing, setDrawing] = useState<ChartDrawing | null>(null)
  useEffect(() => {
    const draw = drawings[form]
    if (!wanted || draw === undefined) return
    const stop = new AbortController()
    let retry: ReturnType<typeof setTimeout> | undefined
    const load = () => {
      clearTimeout(retry)
      draw().then(
        (found) => {
          if (stop.signal.aborted) return
          stop.abort()
          setDrawing(() => found)
        },
        () => {
          if (stop.signal.aborted) return
          clearTimeout(retry)
          retry = setTimeout(load, RETRY_MS)
        },
      )
    }
    load()
    window.addEventListener('online', load, { signal: stop.signal })
    document.addEventListener('visibilitychange', load, { signal: stop.signal })
    return () => {
      stop.abort()
      clearTimeout(retry)
    }
  }, [form, wanted])
  return drawing
}
