import type { UnitsDesign } from '@/lib/schema/units'
import { formatNumber } from './figure-words'

const PER_KM2 = 1_000
const PER_PEOPLE = 100_000
const DIGITS = 3

/**
 * What a choropleth fills a unit by: a number, or that per 1,000 km² of its area or per 100,000 of its people, to three
 * digits; undefined where nobody says how many these are.
 */
export function unitRate(
  number: number,
  { per, population }: UnitsDesign,
  { code, areaKm2 }: { code: string; areaKm2: number },
): number | undefined {
  if (per === undefined) return number
  const people = population?.values[code]
  const rate = per === 'area' ? (number / areaKm2) * PER_KM2 : (number / (people ?? 0)) * PER_PEOPLE
  return Number.isFinite(rate) ? Number(rate.toPrecision(DIGITS)) : undefined
}

/** A number of a unit as it is written: a rate below one keeps its three digits. */
export function formatRate(value: number): string {
  return Math.abs(value) < 1 ? value.toLocaleString('en', { maximumSignificantDigits: DIGITS }) : formatNumber(value)
}
