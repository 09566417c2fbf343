import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { foldWidth } from '@/lib/derive/fold-words'
import { layOutTime, type TimeLayout } from '@/lib/derive/lay-out-time'
import { type FoldSide, partTime, planAxis, type TimeAxis, type TimeParts } from '@/lib/derive/plan-axis'
import { textWidth } from '@/lib/derive/text-width'
import type { TimeLane } from '@/lib/derive/time-lanes'
import type { TimeItem } from '@/lib/derive/time-mark'
import { clamp } from '@/lib/geo/clamp'
import type { TimeItems } from './use-time-items'

/** The plot as measured: px of its place. */
export interface PlotBox {
  width: number
  height: number
}

export interface TimePlan {
  axis: TimeAxis
  /** Px left of the axis, which the lanes' names have, and right of it. */
  gutter: number
  right: number
  lanes: readonly TimeLane[]
  layout: TimeLayout
  undated: number
}

const GUTTER_PX = { least: 84, most: 140, beside: 42, slim: 18 } as const
const NAME_PX = 13
const RIGHT_PX = { open: 18, slim: 18, undated: 12 } as const
const FOLD_PX = { least: 76, slim: 16 } as const
/** Of the width, at most so much is not the period's: names and folds together. */
const ASIDE_SHARE = 0.4

/** Axis, lanes and marks of the case on a plot of this size; null before it is measured. */
export function useTimePlan(
  parts: TimeParts,
  found: TimeItems,
  box: PlotBox | null,
  size: 'slim' | 'open' | 'tall',
  openFold: FoldSide | null,
): TimePlan | null {
  const t = useTranslations('timeline')
  return useMemo(() => {
    if (box === null) return null
    const slim = size === 'slim'
    const { lanes, statements, undated } = found
    const items = size === 'tall' ? found.items : found.items.filter(({ kind }) => kind !== 'figure')
    const names = [
      ...lanes.map(({ title, kind }) => (title === '' ? t(`lane.${kind === 'all' ? 'all' : 'other'}`) : title)),
      t('lane.statements'),
    ]
    const widest = names.reduce((most, name) => Math.max(most, textWidth(name, NAME_PX, true)), 0)
    const gutter = slim ? GUTTER_PX.slim : clamp(widest + GUTTER_PX.beside, GUTTER_PX.least, GUTTER_PX.most)
    const hasAfter = parts.end > parts.core.end
    const undatedPx = slim || undated === 0 || hasAfter ? 0 : textWidth(t('undated', { count: undated }), 12) + 12
    const right = slim ? RIGHT_PX.slim : Math.max(RIGHT_PX.open, undatedPx)
    const width = box.width - gutter - right
    const room = {
      ...foldRoom(items, parts, box.width * ASIDE_SHARE - gutter - right, slim),
      open: slim ? null : openFold,
    }
    const axis = planAxis(parts, width, room)
    const layout = layOutTime({
      ...{ items, statements, axis, slim, laneCount: lanes.length, height: box.height },
      counted: (kind, count) => t(`counted.${kind}`, { count }),
      moreText: (count) => t('more', { count }),
    })
    return { axis, gutter, right, lanes, layout, undated }
  }, [parts, box, found, size, openFold, t])
}

/** How wide the folds are to be: as their words ask, within what is left beside the period. */
function foldRoom(items: readonly TimeItem[], { core }: TimeParts, room: number, slim: boolean) {
  if (slim) return { before: FOLD_PX.slim, after: FOLD_PX.slim }
  const before = foldWidth(items.filter(({ moment }) => moment.end <= core.start))
  const after = foldWidth(items.filter(({ moment }) => moment.start >= core.end))
  const scale = Math.min(1, room / (before + after))
  return { before: Math.max(FOLD_PX.least, before * scale), after: Math.max(FOLD_PX.least, after * scale) }
}

/** The parts of the case's time: the same until the case is another one. */
export function useTimeParts(): TimeParts | null {
  const { moments, periodWindow } = useCase().linked
  return useMemo(() => partTime(moments, periodWindow), [moments, periodWindow])
}

/** An axis before there is a width, for stepping and playing; nothing of it is drawn. */
export function unmeasuredAxis(parts: TimeParts): TimeAxis {
  return planAxis(parts, 600, { before: FOLD_PX.slim, after: FOLD_PX.slim, open: null })
}
