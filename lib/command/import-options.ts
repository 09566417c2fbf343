import type { columnRoles, Mapping } from '@/lib/import/columns/mapping'
import { isZone } from '@/lib/import/columns/zone-offset'
import { didYouMean } from '@/lib/schema/nearest'
import { type Options, optionText } from './verbs/verb'

/** Options that name a column, by what it is. */
const columnOptions = {
  title: 'name',
  category: 'category',
  count: 'count',
  words: 'words',
  source: 'source',
  accuracy: 'accuracy',
  date: 'start',
  until: 'end',
} as const satisfies Record<string, (typeof columnRoles)[number]>

/** A column by its name, or none for “none”. Throws an Error that names the nearest. */
function columnOf(name: string, columns: readonly string[], option: string): string | null {
  if (name === 'none') return null
  const found =
    columns.find((column) => column === name) ?? columns.find((column) => column.toLowerCase() === name.toLowerCase())
  if (found !== undefined) return found
  const list = columns.slice(0, 40).map((column) => `“${column}”`)
  throw new Error(`--${option}: there is no column “${name}”${didYouMean(name, columns)}; there are ${list.join(', ')}`)
}

function positionOf(options: Options, columns: readonly string[], proposed: Mapping['position']): Mapping['position'] {
  const text = (option: string) => {
    const name = optionText(options, option)
    return name === undefined ? undefined : columnOf(name, columns, option)
  }
  const [lat, lng, position, place] = [text('lat'), text('lng'), text('position'), text('place')]
  if (position === null) return null
  if (lat != null && lng != null) return { kind: 'columns', lat, lng }
  if (lat != null || lng != null) throw new Error('--lat and --lng go together')
  if (position != null) return { kind: 'column', column: position }
  if (place != null) return { kind: 'name', column: place }
  return proposed
}

/** What was proposed of the columns, with what the options say instead. Throws an Error where one says nothing that can be. */
export function applyOptions(proposed: Mapping, columns: readonly string[], options: Options): Mapping {
  const mapping: Mapping = { ...proposed, position: positionOf(options, columns, proposed.position) }
  for (const [option, role] of Object.entries(columnOptions)) {
    const name = optionText(options, option)
    if (name !== undefined) mapping[role] = columnOf(name, columns, option)
  }
  const order = optionText(options, 'dates')
  if (order !== undefined) {
    if (order !== 'dmy' && order !== 'mdy') throw new Error('--dates is dmy, the day first, or mdy, the month first')
    mapping.dates = { ...mapping.dates, order: order === 'dmy' ? 'day' : 'month' }
  }
  const zone = optionText(options, 'zone')
  if (zone !== undefined) {
    if (!isZone(zone)) throw new Error('--zone is an offset, as +02:00, or the name of a zone, as Europe/Kyiv')
    mapping.dates = { ...mapping.dates, zone }
  }
  const decimal = optionText(options, 'decimal')
  if (decimal !== undefined) {
    if (decimal !== '.' && decimal !== ',') throw new Error('--decimal is “.” or “,”')
    mapping.decimal = decimal
  }
  const keep = optionText(options, 'keep')
  if (keep !== undefined) mapping.keep = keep.split(',').flatMap((name) => columnOf(name.trim(), columns, 'keep') ?? [])
  return mapping
}
