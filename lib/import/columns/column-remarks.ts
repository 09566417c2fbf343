import { type Column, isAmount, named, signsIn } from './column-values'
import type { Mapping } from './mapping'
import { parseDate } from './parse-date'
import { parseCoordinate } from './parse-position'

/** A name as good as this leaves no doubt what its column is to be. */
const CLEAR_FIT = 0.75

/** Of the values of a column the first that a test refuses, with why. */
function firstRefused({ values }: Column, why: (cell: Column['values'][number]) => string | null): string | null {
  for (const value of values) {
    const reason = why(value)
    if (reason !== null) return `“${String(value).slice(0, 60)}” ${reason}`
  }
  return null
}

const orders = ['day', 'month'] as const

function whyNoDate(cell: Column['values'][number]): string | null {
  const outcomes = orders.map((order) => parseDate(cell, { order, zone: null }))
  const [first] = outcomes
  return first === undefined || 'value' in first || outcomes.some((outcome) => 'value' in outcome) ? null : first.reason
}

const kinds = [
  ['start', 'a date', whyNoDate],
  ['count', 'a number', (cell) => (isAmount(cell) ? null : 'is no number: write it in digits')],
] as const satisfies readonly (readonly [
  'start' | 'count',
  string,
  (cell: Column['values'][number]) => string | null,
])[]

/**
 * What is to be known of columns whose names say what they are, and whose values are mostly something else: they are kept as
 * texts, and a reader would miss a date or a position without a word. A sentence each, with a value and what would be right.
 */
export function findRemarks(columns: readonly Column[], mapping: Mapping): string[] {
  const told: string[] = []
  for (const [role, what, whyNot] of kinds) {
    const [best] = named(columns, role).filter(({ fit, column }) => fit >= CLEAR_FIT && column.values.length > 0)
    if (best === undefined || mapping[role] !== null) continue
    const refused = firstRefused(best.column, whyNot)
    const signs = role === 'count' ? signsIn(best.column) : []
    const why =
      refused ?? (signs.length > 1 ? `its numbers are of ${signs.map((sign) => `“${sign}”`).join(' and ')}` : null)
    if (why !== null) told.push(`“${best.column.name}” is kept as a text, and not read as ${what}: ${why}`)
  }
  if (mapping.position === null)
    for (const axis of ['lat', 'lng'] as const) {
      const [best] = named(columns, axis).filter(({ fit, column }) => fit >= CLEAR_FIT && column.values.length > 0)
      const refused =
        best &&
        firstRefused(best.column, (cell) => {
          const outcome = parseCoordinate(cell, axis, '.')
          return 'reason' in outcome ? outcome.reason : null
        })
      if (best !== undefined && refused != null) told.push(`“${best.column.name}”: ${refused}`)
    }
  const counted = columns.find(({ name }) => name === mapping.count)
  const texts = counted?.values.filter((value) => typeof value === 'string') ?? []
  const pointed = texts.filter((text) => text.includes('.'))
  if (mapping.decimal === '.' && pointed.length > 0 && pointed.every((text) => /^\d{1,3}\.\d{3}$/.test(text.trim())))
    told.push(
      `“${mapping.count}”: “${pointed[0]}” is read as ${Number(pointed[0])}; where its points part thousands, decimals follow a comma: say so`,
    )
  return told
}
