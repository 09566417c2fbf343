import { wrapLongitude } from '@/lib/geo/clamp'
import type { Figure } from '@/lib/schema/figure'
import type { LngLat } from '@/lib/schema/geometry'
import { KM_PER_MILE, KM_PER_NAUTICAL_MILE } from '@/lib/schema/plain-values'

/** Three digits or the whole number: a pointer on a map is no more exact. */
function write(value: number, locale: string): string {
  const maximumFractionDigits = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0
  return new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value)
}

/** A length in kilometres, nautical miles (1.852 km) and miles (1.609344 km), as numbers without their units. */
export function formatLength(km: number, locale: string): { km: string; nauticalMiles: string; miles: string } {
  return {
    km: write(km, locale),
    nauticalMiles: write(km / KM_PER_NAUTICAL_MILE, locale),
    miles: write(km / KM_PER_MILE, locale),
  }
}

/** A position as atlases write it, to 0.01°: "54.88° N, 15.41° E". */
export function formatPosition([lng, lat]: LngLat, locale: string): string {
  const write = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const part = (degrees: number, [positive, negative]: readonly [string, string]) =>
    `${write.format(Math.abs(degrees))}° ${degrees < 0 ? negative : positive}`
  return `${part(lat, ['N', 'S'])}, ${part(wrapLongitude(lng), ['E', 'W'])}`
}

/** A figure's number as it is written large, and the unit that stands small beside it. */
export interface FigureText {
  /** "220,000", "160,000–190,000", "2.3". */
  numeral: string
  /** Empty where the figure has no unit, or where the unit is part of the numeral, as "%" is. */
  unit: string
  /** The unit is said before the number: "magnitude 2.3". */
  unitFirst?: true
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs more than a hundred uses of it. */
function numberFormat(
  locale: string,
  options: { maximumFractionDigits: number } | { maximumSignificantDigits: number },
) {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, format)
  return format
}

/** The number or the range with the locale's separators. No rounding: what the maker said is what stands there. */
export function formatFigure(figure: Pick<Figure, 'value' | 'range' | 'unit'>, locale: string): FigureText {
  const format = numberFormat(locale, { maximumFractionDigits: 20 })
  const number =
    figure.range === undefined
      ? format.format(figure.value ?? Number.NaN)
      : `${format.format(figure.range[0])}–${format.format(figure.range[1])}`
  if (/^(%|per ?cent)$/i.test(figure.unit)) return { numeral: `${number}%`, unit: '' }
  if (figure.unit === 'magnitude') return { numeral: number, unit: figure.unit, unitFirst: true }
  return { numeral: number, unit: figure.unit }
}

/** A measured area in km², to three significant digits: the polygons are generalised and more would feign exactness. */
export function formatMeasuredArea(areaKm2: number, locale: string): string {
  return numberFormat(locale, { maximumSignificantDigits: 3 }).format(areaKm2)
}
