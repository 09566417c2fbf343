import type { Proposed } from '../columns/mapping'
import { monthOf } from '../columns/month-names'
import type { Cell } from '../row'
import { type Profile, textIn } from './profile'

const years = 'year|yr|jahr|annee|ano|anno|год|рік|rok'
const months = 'month|monat|mois|mes|mese|месяц|місяць|miesiac'
const days = 'day|tag|jour|dia|giorno|день|dzien'

/** “Start Year”, “event_year” and “iyear” are years as well. */
function columnOf(columns: readonly string[], words: string): string | undefined {
  const pattern = new RegExp(`^(?:i|(?:start|event|begin|incident)[\\s_-]*)?(?:${words})$`, 'i')
  return columns.find((column) => pattern.test(column.normalize('NFKD').replace(/\p{M}/gu, '').trim()))
}

/** The number of a part; undefined for zero, by which some tables say that it is not known. */
function partOf(cells: ReadonlyMap<string, Cell>, column: string | undefined): number | undefined {
  const text = column === undefined ? undefined : textIn(cells, column)
  const number = text === undefined ? Number.NaN : /^\p{L}/u.test(text) ? monthOf(text) : Number(text)
  return number === undefined || !Number.isInteger(number) || number <= 0 ? undefined : number
}

const two = (number: number) => String(number).padStart(2, '0')

/**
 * A date that stands in columns of its own for year, month and day, as one: what is proposed with it, and what makes it. Null
 * for a table that has none, or whose date stands elsewhere.
 */
export function joinDateParts(
  columns: readonly string[],
  proposed: Proposed,
): { proposed: Proposed; profile: Profile } | null {
  const [year, month, day] = [columnOf(columns, years), columnOf(columns, months), columnOf(columns, days)]
  const { start } = proposed.mapping
  const isElsewhere = start !== null && ![year, month, day].includes(start)
  if (year === undefined || month === undefined || isElsewhere) return null
  const key = columns.includes('date') ? 'date of its parts' : 'date'
  const profile: Profile = {
    id: 'date-parts',
    title: 'a date in parts',
    signs: [],
    mapping: {},
    derive(cells) {
      // “2022.0”: a whole number, as programs write it of a column with gaps.
      const [y, m, d] = [textIn(cells, year)?.replace(/^(\d+)\.0+$/, '$1'), partOf(cells, month), partOf(cells, day)]
      if (y === undefined || m === undefined) return { [key]: y }
      return { [key]: d === undefined ? `${y}-${two(m)}` : `${y}-${two(m)}-${two(d)}` }
    },
  }
  const parts = [year, month, ...(day === undefined ? [] : [day])]
  return {
    profile,
    proposed: {
      ...proposed,
      mapping: { ...proposed.mapping, start: key },
      proposals: [
        ...proposed.proposals.filter(({ role }) => role !== 'start'),
        { role: 'start', columns: parts, sureness: 'sure', words: 'the date, in parts' },
      ],
    },
  }
}
