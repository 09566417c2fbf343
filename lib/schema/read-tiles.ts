import type { LayerDesign } from './layer'
import { type CaseFiles, type Entry, parseOne, readValues, setAsideAt, setAsideFile } from './parse-records'
import { tileKindOf } from './plain-marks'
import { append, isObject } from './plain-values'
import type { SetAside } from './records'
import { DATABASE, type Tiles, tilesSchema } from './tiles'

const TILES_FILE = /^tiles\/(.+)\.json$/

/** What a file says, less the schema that it names. */
function withoutSchema(value: unknown): unknown {
  if (!isObject(value)) return value
  const { $schema: _, ...rest } = value
  return rest
}

/** What is told of the tiles of each layer that has some, by its id. A file that no such layer has is set aside. */
export function readTiles(
  files: CaseFiles,
  designs: readonly Entry<LayerDesign>[],
  setAside: SetAside[],
): ReadonlyMap<string, Tiles> {
  const found = new Map<string, Tiles>()
  const tiled = designs.filter(({ record }) => record.source !== undefined)
  for (const { record, position } of tiled) {
    const file = `tiles/${record.id}.json`
    const verb = `“npm run case -- ${record.source === DATABASE ? 'load' : 'tile'}”`
    if (!files.has(file)) {
      const reason = `source: ${file}, which says what is on the tiles, is missing: ${verb} writes it. The layer is left out`
      setAside.push(setAsideAt(position, ['source'], 'reference', reason))
      continue
    }
    const { values, setAside: unreadable } = readValues(file, files.get(file), 'object')
    append(setAside, unreadable)
    for (const { value, position: at } of values) {
      const parsed = parseOne(tilesSchema, withoutSchema(value), at)
      if (!('record' in parsed)) setAside.push(parsed)
      else if ((parsed.record.shapes ?? 'point') !== tileKindOf(record.mark))
        setAside.push(
          setAsideAt(
            at,
            ['shapes'],
            'shape',
            `shapes: the tiles are made of ${parsed.record.shapes ?? 'point'}s, which the mark “${record.mark}” does not draw: give the layer another mark, or make its tiles anew with ${verb}`,
          ),
        )
      else if (countsOther(record, parsed.record))
        setAside.push(
          setAsideAt(
            at,
            ['counts'],
            'shape',
            `counts: has not as many numbers as the layer has categories, and one for all others: make the tiles anew with ${verb}`,
          ),
        )
      else found.set(record.id, parsed.record)
    }
  }
  for (const file of files.keys()) {
    const id = TILES_FILE.exec(file)?.[1]
    if (id !== undefined && !tiled.some(({ record }) => record.id === id))
      setAside.push(
        setAsideFile(file, 'unknown-layer', `no layer of layers.json with the id “${id}” has tiles as its source`),
      )
  }
  return found
}

/** Its categories have changed since its tiles were made. */
function countsOther({ categories }: LayerDesign, { counts }: Tiles): boolean {
  return counts.length !== (categories?.values.length ?? 0) + 1
}
