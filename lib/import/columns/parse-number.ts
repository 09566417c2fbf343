import type { Cell } from '../row'
import { plainDigits } from './plain-digits'

/** What stands before the decimals of a column's numbers. */
export type DecimalMark = '.' | ','

const plain = (text: string) =>
  plainDigits(text)
    .trim()
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^[−–]/, '-')

/**
 * What the decimals of a column follow; `isSure` where a number shows it. `1,234` alone may be either: where all that have a
 * comma have three digits after it, it parts thousands.
 */
export function findDecimalMark(values: readonly Cell[]): { mark: DecimalMark; isSure: boolean } {
  const texts = values.filter((value) => typeof value === 'string').map(plain)
  const withComma = texts.filter((text) => /^-?\d[\d.]*,\d+$/.test(text))
  const withPoint = texts.filter((text) => /^-?\d[\d,]*\.\d+$/.test(text))
  const shows = (list: readonly string[], mark: string) =>
    list.some((text) => (text.split(mark).at(-1) ?? '').length !== 3 || text.split(mark).length > 2)
  if (shows(withPoint, '.') && withPoint.every((text) => text.split('.').length === 2))
    return { mark: '.', isSure: true }
  if (withComma.length > 0 && shows(withComma, ',') && withComma.every((text) => text.split(',').length === 2))
    return { mark: ',', isSure: true }
  return { mark: '.', isSure: withComma.length === 0 }
}

/** A number as people write it: with spaces or marks between its thousands, and its decimals after `mark`; null for none. */
export function parseNumber(value: Cell, mark: DecimalMark): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const text = plain(value)
  const other = mark === '.' ? ',' : '.'
  // In India the groups before the last are of two: 12,34,567.
  const grouped = new RegExp(
    `^[+-]?\\d{1,3}(?:(\\${other}\\d{3})+|(\\${other}\\d{2})+\\${other}\\d{3})(\\${mark}\\d+)?$`,
  )
  const whole = grouped.test(text) ? text.replaceAll(other, '') : text
  const written = mark === ',' ? whole.replace(',', '.') : whole
  const number = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN
  return Number.isFinite(number) ? number : null
}

const amountSign = /^\s*([$€£¥₴₽₹])\s*|\s*([%$€£¥₴₽₹]|per ?cent)\s*$/giu

/** A number with what it is of: “12 %”, “$1,200”, “1.200 €”; null for none. */
export function parseAmount(value: Cell, mark: DecimalMark): number | null {
  return parseNumber(typeof value === 'string' ? value.replace(amountSign, '') : value, mark)
}

/** The signs of what a number is of that stand at its ends, as “$” and “%”. */
export function signsOf(value: Cell): string[] {
  if (typeof value !== 'string') return []
  return [...value.matchAll(amountSign)].map(
    ([, before, behind = '']) => before ?? (/^per/i.test(behind) ? '%' : behind),
  )
}
