import { type CaseFiles, type Entry, type FilePosition, parseOne, readValues, setAsideAt } from './parse-records'
import { type Place, placeSchema } from './place'
import { whyNoDate } from './place-date'
import { append } from './plain-values'
import { type RowRules, readRow } from './read-row'
import type { SetAside } from './records'

/** The places of a layer's file. */
export interface ReadPlaces {
  entries: Entry<Place>[]
  /** Those whose ids were made here. */
  made: ReadonlySet<Entry<Place>>
}

/** What is wrong with many rows alike is told once, of the first of them: a column is put right as a whole. */
class LeftOut {
  readonly #told = new Map<string, { position: FilePosition; property: string; reason: string; count: number }>()

  add(position: FilePosition, property: string, reason: string): void {
    const key = `${property} ${reason.replace(/\d+/g, '')}`
    const told = this.#told.get(key)
    if (told === undefined) this.#told.set(key, { position, property, reason, count: 1 })
    else told.count++
  }

  list(): SetAside[] {
    return [...this.#told.values()].map(({ position, property, reason, count }) => {
      const others = count > 1 ? `; so in ${count - 1} more` : ''
      const text = `properties.${property}: ${reason}${others}. The rest of the row stands`
      return { ...setAsideAt(position, ['properties', property], 'shape', text), partly: true }
    })
  }
}

function readPlace(value: unknown, position: FilePosition, rules: RowRules): Entry<Place> | SetAside {
  const place = parseOne(placeSchema, value, position)
  if (!('record' in place)) return place
  const noDate = whyNoDate(place.record.properties, rules.time)
  if (noDate === null) return place
  const { property, reason } = noDate
  return setAsideAt(position, ['properties', property], 'shape', `properties.${property}: ${reason}`)
}

/** Reads the file of a layer, each feature as a row of it; `null` where there is none. */
export function readPlaces(files: CaseFiles, rules: RowRules, setAside: SetAside[]): ReadPlaces | null {
  const file = `layers/${rules.id}.geojson`
  if (!files.has(file)) return null
  const { values, setAside: unreadable } = readValues(file, files.get(file), 'features')
  append(setAside, unreadable)
  const entries: Entry<Place>[] = []
  const made = new Set<Entry<Place>>()
  const leftOut = new LeftOut()
  for (const { value, position } of values) {
    const row = readRow(value, rules)
    if (row.misspelt !== null) {
      const { property, reason } = row.misspelt
      setAside.push(setAsideAt(position, ['properties', property], 'shape', `properties.${property}: ${reason}`))
      continue
    }
    const place = readPlace(row.value, position, rules)
    if (!('record' in place)) {
      setAside.push(place)
      continue
    }
    entries.push(place)
    if (row.isMade) made.add(place)
    for (const { property, reason } of row.leftOut) leftOut.add(position, property, reason)
  }
  append(setAside, leftOut.list())
  return { entries, made }
}

/**
 * Gives each place whose id was made, and is already taken, a number after it: rows that are alike are no mistake. An id
 * that a feature gives itself is never changed.
 */
export function numberMadeIds(layers: readonly ReadPlaces[]): Entry<Place>[][] {
  const taken = new Set(
    layers.flatMap(({ entries, made }) => entries.filter((entry) => !made.has(entry)).map(({ record }) => record.id)),
  )
  const next = new Map<string, number>()
  const free = (id: string): string => {
    let found = id
    for (let number = next.get(id) ?? 2; taken.has(found); number++) {
      found = `${id}-${number}`
      next.set(id, number + 1)
    }
    taken.add(found)
    return found
  }
  return layers.map(({ entries, made }) =>
    entries.map((entry) => {
      if (!made.has(entry)) return entry
      const id = free(entry.record.id)
      return { record: { ...entry.record, id }, position: { ...entry.position, id } }
    }),
  )
}
