import type { LayerTime } from './layer'

/** Where no property is named for it, a row's date. */
export const DATE = 'date'

/** The properties that say when a layer's rows are. */
export function timeProperties(time: LayerTime | undefined): string[] {
  if (time === undefined) return [DATE]
  return 'property' in time ? [time.property] : [time.start, time.end]
}
