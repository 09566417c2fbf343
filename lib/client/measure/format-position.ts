import type { LngLat } from '@/lib/schema/geometry'

/** A position as atlases write it, to 0.01°: "54.88° N, 15.41° E". */
export function formatPosition([lng, lat]: LngLat, locale: string): string {
  const write = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const east = ((((lng + 180) % 360) + 360) % 360) - 180
  const part = (degrees: number, [positive, negative]: readonly [string, string]) =>
    `${write.format(Math.abs(degrees))}° ${degrees < 0 ? negative : positive}`
  return `${part(lat, ['N', 'S'])}, ${part(east, ['E', 'W'])}`
}
