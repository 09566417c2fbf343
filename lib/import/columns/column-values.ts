import type { Cell } from '../row'
import { nameFits, type WordRole } from './column-words'
import type { Mapping, Proposal, Sureness } from './mapping'
import { parseAmount, parseNumber, signsOf } from './parse-number'

/** A column with some of what stands in it. */
export interface Column {
  name: string
  values: readonly Cell[]
}

// With their points: ND and SD are states.
const nothingWords =
  /^(n\/?a|n\.\s?a\.|n\.\s?d\.|s\.\s?d\.|k\.\s?a\.|null|none|nan|#n\/a|<na>|-+|–|—|\.{2,}|…|\?+|unknown|undated|no date|not (?:available|known|applicable)|unbekannt|невідомо|неизвестно|tba|tbd|nil)$/i

/** Whether a cell says only that there is nothing to say. */
export function isNothing(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && (cell.trim() === '' || nothingWords.test(cell.trim())))
}

/** The share of a column's values that a test takes; 0 of none. */
export function share({ values }: Column, test: (cell: Cell) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length
}

/** The columns whose names fit a role, best first. */
export function named(columns: readonly Column[], role: WordRole): { column: Column; fit: number }[] {
  return columns
    .map((column) => ({ column, fit: nameFits(column.name, role) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
}

/** How sure a proposal is whose name fits so well and of whose values so many do. */
export const surenessOf = (fit: number, good: number): Sureness =>
  fit >= 0.75 && good >= 0.9 ? 'sure' : fit > 0.4 && good > 0.6 ? 'likely' : 'guess'

/** Whether a cell is a number, whatever its decimals follow. */
export const isNumber = (cell: Cell) => parseNumber(cell, '.') !== null || parseNumber(cell, ',') !== null

/** The same of numbers with a sign of what they are of, “12 %” or “$1,200”. */
export const isAmount = (cell: Cell) => parseAmount(cell, '.') !== null || parseAmount(cell, ',') !== null

/** The signs of what a column's numbers are of: numbers of several cannot be counted together. */
export const signsIn = ({ values }: Column) => [...new Set(values.flatMap(signsOf))]

/** What is proposed of some columns. */
export interface Found {
  proposals: Proposal[]
  mapping: Partial<Mapping>
}
