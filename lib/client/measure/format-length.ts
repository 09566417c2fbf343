const KM_PER_NAUTICAL_MILE = 1.852
const KM_PER_MILE = 1.609344

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
