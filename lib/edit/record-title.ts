import type { WorkingRecord } from './workspace'

const MOST = 120

function first(...values: readonly unknown[]): string | null {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof found === 'string' ? found : null
}

/** What a record is called in a list: its own name or title, else its words, else its id. */
export function recordTitle({ file, id, value }: Pick<WorkingRecord, 'file' | 'id' | 'value'>): string {
  const passage = Object(value.passage)
  const properties = Object(value.properties)
  const number = file === 'figures.json' ? [value.value ?? Object(value.range)[0], value.unit].join(' ') : null
  const words = first(properties.name, value.title, value.name, number, passage.exact, value.words) ?? id
  return words.length > MOST ? `${words.slice(0, MOST - 1)}…` : words
}
