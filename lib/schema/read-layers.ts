import type { Figure } from './figure'
import { dotGlyph, type Glyph, ownGlyphs } from './glyph'
import { recordIdSchema } from './identifier'
import { inferLayer, inferName } from './infer-layer'
import { type LayerDesign, layerSchema } from './layer'
import { didYouMean } from './nearest'
import { type CaseFiles, dropDuplicates, type Entry, parseAll, readValues } from './parse-records'
import type { Place } from './place'
import { numberMadeIds, readPlaces } from './read-places'
import type { SetAside } from './records'
import type { Scene } from './scene'
import { setAsideAt, setAsideFile } from './spot'

/** The table of the case's layers, in their drawing order from bottom to top. */
const LAYERS = 'layers.json'

const LAYER_FILE = /^layers\/(.+)\.geojson$/

/** The symbol of a name; `null` where there is none. */
export type SymbolOf = (name: string) => Glyph | null

/** The symbols that need no file. */
export const ownSymbol: SymbolOf = (name) => ownGlyphs.find((glyph) => glyph.name === name) ?? null

/** A layer as the case describes it, with the places of its file. */
export interface ReadLayer {
  design: LayerDesign
  glyph?: Glyph
  entries: Entry<Place>[]
}

interface LayerTable {
  designs: Entry<LayerDesign>[]
  /** Every id that it has, those of bad entries too; `null` where there is no table, or none that can be read. */
  ids: ReadonlySet<string> | null
}

function readTable(files: CaseFiles, setAside: SetAside[]): LayerTable {
  if (!files.has(LAYERS)) return { designs: [], ids: null }
  const { values, setAside: unreadable } = readValues(LAYERS, files.get(LAYERS), 'array')
  const parsed = parseAll(layerSchema, values)
  const unique = dropDuplicates(parsed.entries)
  setAside.push(...unreadable, ...parsed.setAside, ...unique.setAside)
  const isRead = unreadable.every(({ pointer }) => pointer !== '')
  return {
    designs: unique.entries,
    ids: isRead
      ? new Set([...values.map(({ spot }) => spot.id), ...unreadable.map(({ id }) => id)].filter((id) => id !== null))
      : null,
  }
}

/** Layers whose file is there though no entry describes them rightly; a file that a readable table does not name is set aside. */
function listUndescribed(files: CaseFiles, { designs, ids }: LayerTable, setAside: SetAside[]): string[] {
  const described = new Set(designs.map(({ record }) => record.id))
  return [...files.keys()].flatMap((file) => {
    if (!file.startsWith('layers/')) return []
    const id = LAYER_FILE.exec(file)?.[1]
    if (id !== undefined && described.has(id)) return []
    if (id !== undefined && recordIdSchema.safeParse(id).success && (ids === null || ids.has(id))) return [id]
    const reason =
      ids === null
        ? 'the name of a layer’s file is its id and .geojson'
        : `${LAYERS} has no layer with this file’s name${didYouMean(id ?? file, ids)}`
    setAside.push(setAsideFile(file, 'unknown-layer', reason))
    return []
  })
}

/** The symbol that a layer names; where none has that name, the layer keeps its places, and a dot stands in. */
function findGlyph({ record: { symbol }, spot }: Entry<LayerDesign>, symbolOf: SymbolOf, setAside: SetAside[]) {
  if (symbol === undefined) return {}
  const glyph = symbolOf(symbol)
  if (glyph !== null) return { glyph }
  const reason = `symbol: there is none called “${symbol}”; a dot stands in. Maki and Temaki list theirs`
  setAside.push(setAsideAt(spot, ['symbol'], 'reference', reason))
  return { glyph: dotGlyph }
}

/**
 * Reads the layers in the order of `layers.json`, place ids unique over all of them; one without a file is none. Those
 * that the table does not describe, or not rightly, follow as their places let them be drawn.
 */
export function readLayers(
  files: CaseFiles,
  figures: readonly Figure[],
  symbolOf: SymbolOf,
  setAside: SetAside[],
): ReadLayer[] {
  const table = readTable(files, setAside)
  const ids = [...table.designs.map(({ record }) => record.id), ...listUndescribed(files, table, setAside)]
  const designs = new Map(table.designs.map((entry) => [entry.record.id, entry]))
  const found = ids.flatMap((id) => {
    const places = readPlaces(files, designs.get(id)?.record ?? { id, name: inferName(id) }, setAside)
    return places === null ? [] : [{ id, places }]
  })
  const numbered = numberMadeIds(found.map(({ places }) => places))
  const read = found.map(({ id }, index) => ({ id, entries: numbered[index] ?? [] }))
  const unique = dropDuplicates(read.flatMap(({ entries }) => entries))
  setAside.push(...unique.setAside)
  const kept = new Set(unique.entries)
  return read.map(({ id, entries: all }, index) => {
    const entries = all.filter((entry) => kept.has(entry))
    const described = designs.get(id)
    if (described !== undefined)
      return { design: described.record, ...findGlyph(described, symbolOf, setAside), entries }
    const places = entries.map(({ record }) => record)
    return { design: inferLayer(id, places, figures, index), entries }
  })
}

/** Scenes that name layers by ids that these had name them by today's. */
export function renameLayers(scenes: readonly Entry<Scene>[], layers: readonly ReadLayer[]): Entry<Scene>[] {
  const ids = new Set(layers.map(({ design }) => design.id))
  const renamed = new Map(
    layers.flatMap(({ design: { id, formerIds = [] } }) => formerIds.map((former) => [former, id] as const)),
  )
  const today = (id: string) => (ids.has(id) ? id : (renamed.get(id) ?? id))
  return scenes.map(({ record, spot }) => ({ record: { ...record, layers: record.layers.map(today) }, spot }))
}
