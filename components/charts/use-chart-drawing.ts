'use client'
import { type ComponentType, useEffect, useState } from 'react'
import { loadWithRetry } from '@/lib/client/load-with-retry'
import type { LinkedFigure } from '@/lib/derive/linked-case'
import type { Chart } from '@/lib/schema/case'

export interface ChartMarksProps {
  figures: readonly LinkedFigure[]
  /** Ids of those that are not among what is asked for: drawn faint, on the same scale. */
  outside: ReadonlySet<string>
}

/** The marks of a chart, drawn over its labels. */
export type ChartDrawing = ComponentType<ChartMarksProps>

/** Numbers that stand without a scale have no marks. */
const drawings: Partial<Record<Chart['form'], () => Promise<ChartDrawing>>> = {
  bars: () => import('./bars-chart').then((module) => module.BarsChart),
  pairs: () => import('./pairs-chart').then((module) => module.PairsChart),
}

/**
 * The code that draws a chart, fetched once it is wanted; null until it is there. Until then the chart is its labels and
 * its table.
 */
export function useChartDrawing(form: Chart['form'], wanted: boolean): ChartDrawing | null {
  const [drawing, setDrawing] = useState<ChartDrawing | null>(null)
  useEffect(() => {
    const draw = drawings[form]
    if (wanted && draw !== undefined) return loadWithRetry(draw, (found) => setDrawing(() => found))
  }, [form, wanted])
  return drawing
}
