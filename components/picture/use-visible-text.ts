import { useTranslations } from 'next-intl'
import { useFocusName } from '@/components/record-text/use-names'
import { useActorName, useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import { useUnitName } from '@/lib/client/units'
import type { RecordQuery } from '@/lib/derive/filter-records'
import { isolate } from '@/lib/derive/isolate'
import { partOf } from '@/lib/derive/record-filter'
import { writeTimeWindow } from '@/lib/url/time-window'
import type { Focus } from '@/lib/url/view'

/** What of the case is shown, in words: the window of time, what the filter asks for, what is in focus; a line each. */
export function useVisibleText(): (query: RecordQuery, focus: Focus | null) => string[] {
  const t = useTranslations('picture')
  const tStatus = useTranslations('figure.status')
  const { linked, place } = useCase()
  const dateText = useDateText()
  const actorName = useActorName()
  const focusName = useFocusName()
  const unit = isolate(useUnitName())
  const tKinds = useTranslations('filter.kinds')
  return ({ filter, time, placesWithin }, focus) => {
    const sideName = (id: string) => linked.sides.find((side) => side.id === id)?.name ?? id
    const asked: [Parameters<typeof t>[0], string[]][] = [
      ['asked.kinds', filter.kinds.map((kind) => tKinds(kind))],
      ['asked.speakers', filter.speakers.map(actorName)],
      ['asked.sides', filter.sides.map(sideName)],
      ['asked.statuses', filter.statuses.map((status) => tStatus(status))],
      ['asked.wordings', filter.wordings.map((wording) => t(`wordings.${wording}`))],
      ['asked.places', filter.places.map((id) => place(id)?.name ?? id)],
    ]
    const parts = asked.flatMap(([key, names]) => (names.length === 0 ? [] : [t(key, { names: names.join(', ') })]))
    if (filter.within !== null && placesWithin !== null)
      parts.push(t(`within.${partOf(filter.within)}`, { name: unit }))
    const name = focus === null ? null : focusName(focus)
    return [
      time === null
        ? t('allOfTime', { period: dateText(linked.period) })
        : t('time', { time: dateText(writeTimeWindow(time)) }),
      ...(parts.length === 0 ? [] : [t('filter', { parts: parts.join('; ') })]),
      ...(name === null ? [] : [t('focus', { name })]),
    ]
  }
}
