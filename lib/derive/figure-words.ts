import type { Figure } from '@/lib/schema/figure'

/** Kilometres in one of each unit that a length can be given in. */
const kmPerUnit: ReadonlyMap<string, number> = new Map([
  ['km', 1],
  ['m', 0.001],
  ['nautical miles', 1.852],
  ['nmi', 1.852],
  ['miles', 1.609344],
  ['feet', 0.0003048],
])

/** Units that say nothing beside their number: 2.3 is a magnitude by its mark. */
const silentUnits = ['', 'magnitude']

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** The one number that a figure's mark is sized by: its value, or the middle of its range. In the figure's unit. */
export function figureSize({ value, range }: Figure): number {
  return value ?? ((range?.[0] ?? 0) + (range?.[1] ?? 0)) / 2
}

/** A figure's size in km; `null` where its unit is no length that we know, or the length is not above zero. */
export function figureLengthKm(figure: Figure): number | null {
  const km = kmPerUnit.get(figure.unit)
  const lengthKm = km === undefined ? null : figureSize(figure) * km
  return lengthKm !== null && lengthKm > 0 ? lengthKm : null
}

/** A figure as it is written on the map, short: "40 km", "2.3", "5–6 km". */
export function figureCaption({ value, range, unit }: Figure): string {
  const numbers = value !== undefined ? [value] : (range ?? [])
  const number = numbers.map((each) => format.format(each)).join('–')
  return silentUnits.includes(unit) ? number : `${number} ${unit}`
}
