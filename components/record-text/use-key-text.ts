import { useTranslations } from 'next-intl'
import type { LegendKeyRow } from '@/lib/map/legend-marks'

/** What a line under a layer's own in the legend says: a category's name, a step's range, what is left. */
export function useKeyText(): (says: LegendKeyRow['says']) => string {
  const words = useTranslations('panel.markKey')
  return (says) => {
    if (typeof says === 'string') return words(says)
    if ('name' in says) return says.name
    const { from, to } = says
    const unit = says.unit === undefined ? '' : ` ${says.unit}`
    if (from !== undefined && to !== undefined) return words('between', { from, to, unit })
    return from === undefined ? words('below', { to: to ?? 0, unit }) : words('from', { from, unit })
  }
}
