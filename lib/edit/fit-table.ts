import { createIds } from '@/lib/draft/proposals'
import type { FileRecord } from './file-records'
import type { RecordValue } from './record-edit'
import { mapReferences } from './references'

const placesOf = (layer: string) => `layers/${layer}.geojson`

/**
 * Records that were made of a table, as they fit into a case that is there: its layers with their places, each with an id
 * that nothing there has, and its source, or the one of that title that is there
 * and was retrieved on the same day. What else a case has stays as it is.
 */
export function fitTable(made: readonly FileRecord[], existing: readonly FileRecord[]): FileRecord[] {
  const spaceOf = (file: string) => (file.startsWith('layers/') ? 'place' : file)
  const ids = new Map(['layers.json', 'sources.json', 'place'].map((space) => [space, createIds()]))
  for (const { file, id } of existing) ids.get(spaceOf(file))?.(id, id)
  // A file of the same name may be another one, or a later state of it.
  const sourceKey = ({ title, retrieved }: RecordValue) => JSON.stringify([title, retrieved])
  const sources = new Map(
    existing.flatMap(({ file, id, value }) => (file === 'sources.json' ? [[sourceKey(value), id]] : [])),
  )
  const renamed = new Map<string, string>()
  const taken = made.filter(({ file, id, value }) => {
    const known = file === 'sources.json' ? sources.get(sourceKey(value)) : undefined
    const next = known ?? ids.get(spaceOf(file))?.(id, id)
    if (next !== undefined) renamed.set(`${spaceOf(file)} ${id}`, next)
    return known === undefined && next !== undefined
  })
  const idOf = (space: string, id: string) => renamed.get(`${space} ${id}`) ?? id
  return taken.map(({ file, id, value }) => {
    const layer = /^layers\/(.+)\.geojson$/.exec(file)?.[1]
    const own = idOf(spaceOf(file), id)
    const named = mapReferences(file, { ...value, id: own }, (kind, other) =>
      kind === 'source' ? idOf('sources.json', other) : other,
    )
    return {
      file: layer === undefined ? file : placesOf(idOf('layers.json', layer)),
      id: own,
      value: named as RecordValue,
    }
  })
}
