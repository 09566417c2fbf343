import type { Mapping } from '../columns/mapping'
import type { Cell } from '../row'

/** A program's or a project's own form of data, which needs no mapping. */
export interface Profile {
  id: string
  title: string
  /** Columns that tell it; where the reader of a file names the profile, they need not be there. */
  signs: readonly string[]
  /** What its columns are; a name that stands in none of them is one that `derive` gives. */
  mapping: Partial<Mapping>
  /** Columns that are made from others: precision codes as kilometres and EDTF, names from what they are put together of. */
  derive?(cells: ReadonlyMap<string, Cell>): Readonly<Record<string, Cell | undefined>>
  /** Columns that are left out, and why. */
  leaves?: Readonly<Record<string, string>>
}

export const textIn = (cells: ReadonlyMap<string, Cell>, key: string): string | undefined => {
  const cell = cells.get(key)
  return cell === undefined || String(cell).trim() === '' ? undefined : String(cell).trim()
}

export const numberIn = (cells: ReadonlyMap<string, Cell>, key: string): number | undefined => {
  const cell = cells.get(key)
  const number = typeof cell === 'string' ? Number(cell) : cell
  return typeof number === 'number' && Number.isFinite(number) && cell !== '' ? number : undefined
}

const DAY_MS = 86_400_000
const pattern = /^(\d{4})-(\d{2})-(\d{2})/

/** A day of ISO 8601 that is known only to its week, month or year, as EDTF. */
export function widenDay(day: string | undefined, to: 'day' | 'week' | 'month' | 'year'): string | undefined {
  const [whole, year = '', month = ''] = pattern.exec(day ?? '') ?? []
  if (whole === undefined) return day
  if (to === 'year') return year
  if (to === 'month') return `${year}-${month}`
  if (to === 'day') return whole
  const at = Date.parse(`${whole}T00:00:00Z`)
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  return `${iso(at - 3 * DAY_MS)}/${iso(at + 3 * DAY_MS)}`
}
