import { columnRoles, type Mapping } from '@/lib/import/columns/mapping'
import { isZone } from '@/lib/import/columns/zone-offset'
import { isObject } from '@/lib/schema/plain-values'

/** A browser keeps this much of what is chosen; more would be a list that nobody reads again. */
const MOST_CHARACTERS = 4_000

const keyOf = (columns: readonly string[]) => `caseboard/columns/${JSON.stringify(columns)}`

function readPosition(value: unknown, columns: readonly string[]): Mapping['position'] | undefined {
  if (!isObject(value)) return undefined
  const { kind, lat, lng, column } = value
  const isColumn = (name: unknown): name is string => typeof name === 'string' && columns.includes(name)
  if (kind === 'shapes') return { kind }
  if (kind === 'columns' && isColumn(lat) && isColumn(lng)) return { kind, lat, lng }
  return (kind === 'column' || kind === 'name') && isColumn(column) ? { kind, column } : undefined
}

/**
 * What was chosen for a file of the same columns, in place of what is proposed; whatever of it does not fit any more is as
 * proposed. `kept` is what the browser had.
 */
export function readChoices(kept: unknown, columns: readonly string[], proposed: Mapping): Mapping {
  if (!isObject(kept)) return proposed
  const mapping = { ...proposed, position: readPosition(kept.position, columns) ?? proposed.position }
  for (const role of columnRoles) {
    const held = kept[role]
    if (held === null || (typeof held === 'string' && columns.includes(held))) mapping[role] = held
  }
  const { order, zone } = isObject(kept.dates) ? kept.dates : {}
  return {
    ...mapping,
    dates: {
      // What the dates themselves show is not to be overruled by those of another file.
      order: proposed.dates.order ?? (order === 'day' || order === 'month' ? order : null),
      zone: typeof zone === 'string' && isZone(zone) ? zone : proposed.dates.zone,
    },
  }
}

/** Remembers what was chosen, for the next file of the same columns; a profile needs no choice. */
export function rememberChoices(columns: readonly string[], mapping: Mapping): void {
  const [key, text] = [keyOf(columns), JSON.stringify(mapping)]
  if (mapping.profile !== null || key.length + text.length > MOST_CHARACTERS) return
  try {
    localStorage.setItem(key, text)
  } catch {
    // A private window, or a full store: the choice is made anew.
  }
}

/** What was chosen for a file of the same columns; what is proposed where nothing was. */
export function recallChoices(columns: readonly string[], proposed: Mapping): Mapping {
  if (proposed.profile !== null) return proposed
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(columns)) ?? 'null')
    return readChoices(kept, columns, proposed)
  } catch {
    return proposed
  }
}
