import type { LinkedMoment } from '@/lib/derive/linked-case'
import { type FoldRoom, partTime, planAxis, type TimeAxis } from '@/lib/derive/plan-axis'
import { timeExtent } from '@/lib/derive/time-extent'
import type { TimeItem } from '@/lib/derive/time-mark'

/** A period of twelve days. */
export const period = { start: Date.parse('2030-03-01'), end: Date.parse('2030-03-13') }

export function moment(id: string, date: string, more: Partial<LinkedMoment> = {}): LinkedMoment {
  return { kind: 'event', id, date, basis: 'record', ...timeExtent(date), ...more }
}

/** Something of the timeline that is called as its id is. */
export function item(id: string, date: string, more: Partial<TimeItem> & { once?: true } = {}): TimeItem {
  const { once, kind = 'event', ...rest } = more
  return {
    ...{
      key: `${kind} ${id}`,
      kind,
      ids: [id],
      moment: moment(id, date, { kind, ...(once === true ? { once } : {}) }),
    },
    ...{ lane: 0, hue: 'slate', rank: 0, strong: false, label: id, when: date, unproven: false },
    ...rest,
  }
}

export function axisOf(items: readonly TimeItem[], width = 900, room: Partial<FoldRoom> = {}): TimeAxis {
  const parts = partTime(
    items.map((each) => each.moment),
    period,
  )
  if (parts === null) throw new Error('no moments')
  return planAxis(parts, width, { before: 140, after: 140, open: null, ...room })
}
