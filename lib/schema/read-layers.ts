import type { Figure } from './figure'
import { recordIdSchema } from './identifier'
import { inferLayer, inferName } from './infer-layer'
import { type LayerDesign, layerSchema } from './layer'
import { didYouMean } from './nearest'
import {
  type CaseFiles,
  dropDuplicates,
  type Entry,
  type FilePosition,
  parseAll,
  readValues,
  setAsideAt,
  setAsideFile,
} from './parse-records'
import { isPictureName, type PictureFile } from './picture'
import type { Place } from './place'
import { geometryOfMark } from './plain-marks'
import { append, dotGlyph, type Glyph, ownGlyphs } from './plain-values'
import { type ReadPicture, readPicture } from './read-picture'
import { numberMadeIds, type ReadPlaces, readPlaces } from './read-places'
import { readTiles } from './read-tiles'
import type { SetAside } from './records'
import type { Scene } from './scene'
import type { Tiles } from './tiles'

/** The table of the case's layers, in their drawing order from bottom to top. */
const LAYERS = 'layers.json'

const LAYER_FILE = /^layers\/(.+)\.geojson$/

/** The symbols that a layer can name. */
export interface Symbols {
  /** The symbol of a name; `null` where there is none. */
  find(name: string): Glyph | null
  /** Every name that there is; only asked where a layer names none of them. */
  names(): Iterable<string>
}

/** The symbols that need no file. */
export const ownSymbols: Symbols = {
  find: (name) => ownGlyphs.find((glyph) => glyph.name === name) ?? null,
  names: () => ownGlyphs.map(({ name }) => name),
}

/** A layer as the case describes it, with the places of its file. */
export interface ReadLayer {
  design: LayerDesign
  /** Where the table describes it. */
  position?: FilePosition
  glyph?: Glyph
  /** The symbols that its categories name, by these names. */
  glyphs?: Record<string, Glyph>
  /** What is told of its tiles, where its places are on some. */
  tiles?: Tiles
  /** What its picture's file is, where it is one that can be shown. */
  pictureFile?: PictureFile
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
  append(setAside, unreadable, parsed.setAside, unique.setAside)
  const isRead = unreadable.every(({ pointer }) => pointer !== '')
  return {
    designs: unique.entries,
    ids: isRead
      ? new Set(
          [...values.map(({ position }) => position.id), ...unreadable.map(({ id }) => id)].filter((id) => id !== null),
        )
      : null,
  }
}

/** Whether the table has a picture's name anywhere: what is wrong with such a layer is told of it, and not of the file too. */
function isNamedPicture(file: string, files: CaseFiles): boolean {
  const table = files.get(LAYERS)
  return isPictureName(file) && typeof table === 'string' && table.includes(JSON.stringify(file))
}

/** Layers whose file is there though no entry describes them rightly; a file that a readable table does not name is set aside. */
function listUndescribed(files: CaseFiles, { designs, ids }: LayerTable, setAside: SetAside[]): string[] {
  const described = new Set(designs.map(({ record }) => record.id))
  return [...files].flatMap(([file, text]) => {
    if (!file.startsWith('layers/') || isNamedPicture(file, files)) return []
    const id = LAYER_FILE.exec(file)?.[1]
    if (id !== undefined && described.has(id)) return []
    if (id !== undefined && recordIdSchema.safeParse(id).success && (ids === null || ids.has(id))) return [id]
    if (typeof text !== 'string') {
      setAside.push(setAsideFile(file, 'unreadable', text.reason))
      return []
    }
    const reason = isPictureName(file)
      ? `no layer of ${LAYERS} has this picture`
      : ids === null
        ? 'the name of a layer’s file is its id and .geojson'
        : `${LAYERS} has no layer with this file’s name${didYouMean(id ?? file, ids)}`
    setAside.push(setAsideFile(file, 'unknown-layer', reason))
    return []
  })
}

/** The symbols that a layer and its categories name; where none has a name, the layer keeps its places, and a dot stands in. */
function findGlyphs(
  { record: { symbol, categories }, position }: Entry<LayerDesign>,
  symbols: Symbols,
  setAside: SetAside[],
) {
  const find = (name: string, path: (string | number)[]): Glyph => {
    const glyph = symbols.find(name)
    if (glyph !== null) return glyph
    const meant = didYouMean(name, symbols.names())
    const reason = `symbol: there is none called “${name}”${meant === '' ? '; a dot' : `${meant} A dot`} stands in. Maki and Temaki list theirs`
    setAside.push(setAsideAt(position, path, 'reference', reason))
    return dotGlyph
  }
  const glyphs = (categories?.values ?? []).flatMap(({ symbol: name }, index) =>
    name === undefined ? [] : [[name, find(name, ['categories', 'values', index, 'symbol'])] as const],
  )
  return {
    ...(symbol === undefined ? {} : { glyph: find(symbol, ['symbol']) }),
    ...(glyphs.length === 0 ? {} : { glyphs: Object.fromEntries(glyphs) }),
  }
}

/** The mark to use for a geometry, and what a layer lacks that has another. */
const markFor = [
  ['Point', 'symbol', 'points'],
  ['LineString', 'line', 'lines'],
  ['Polygon', 'area', 'areas'],
] as const

/** The places that their layer's mark can draw; the others are set aside, with what to do. */
function keepDrawable(entries: readonly Entry<Place>[], { mark }: LayerDesign, setAside: SetAside[]): Entry<Place>[] {
  const drawn = geometryOfMark[mark]
  return entries.filter(({ record: { geometry, properties }, position }) => {
    // What has none is drawn by no mark.
    if (geometry === null) return true
    const use = markFor.find(([end]) => geometry.type.endsWith(end))?.[1]
    // Of what is only a name no geometry is drawn; what holds several kinds may hold one that is.
    if (drawn === null || use === undefined || properties.drawn !== undefined) return true
    if (geometry.type.endsWith(drawn)) return true
    const lacks = markFor.find(([end]) => end === drawn)?.[2] ?? drawn
    const reason = `a ${geometry.type} in a layer of mark “${mark}”: use mark “${use}”, or give the layer its ${lacks}`
    setAside.push(setAsideAt(position, ['geometry', 'type'], 'shape', reason))
    return false
  })
}

const noPlaces: ReadPlaces = { entries: [], made: new Set() }

/**
 * Reads the layers in the order of `layers.json`, place ids unique over all of them; one without a file, or tiles, is none. Those
 * that the table does not describe, or not rightly, follow as their places let them be drawn.
 */
export function readLayers(
  files: CaseFiles,
  figures: readonly Figure[],
  symbols: Symbols,
  setAside: SetAside[],
): ReadLayer[] {
  const table = readTable(files, setAside)
  const ids = [...table.designs.map(({ record }) => record.id), ...listUndescribed(files, table, setAside)]
  const designs = new Map(table.designs.map((entry) => [entry.record.id, entry]))
  const tiles = readTiles(files, table.designs, setAside)
  const found = ids.flatMap((id): ({ id: string } & ReadPicture)[] => {
    const described = designs.get(id)
    const { source, feed, picture } = described?.record ?? {}
    if (described !== undefined && picture !== undefined)
      return [{ id, ...readPicture(files, described, picture, setAside) }]
    if (source !== undefined) return tiles.has(id) ? [{ id, places: noPlaces }] : []
    const places = readPlaces(files, designs.get(id)?.record ?? { id, name: inferName(id) }, setAside)
    // A feed that has given nothing yet is there all the same, and says so.
    if (places === null) return feed === undefined ? [] : [{ id, places: noPlaces }]
    return [{ id, places }]
  })
  const numbered = numberMadeIds(found.map(({ places }) => places))
  const read = found.map(({ id, pictureFile }, index) => ({ id, pictureFile, entries: numbered[index] ?? [] }))
  const unique = dropDuplicates(read.flatMap(({ entries }) => entries))
  append(setAside, unique.setAside)
  const kept = new Set(unique.entries)
  return read.map(({ id, pictureFile, entries: all }, index) => {
    const entries = all.filter((entry) => kept.has(entry))
    const described = designs.get(id)
    if (described !== undefined) {
      const { record: design, position } = described
      const glyphs = findGlyphs(described, symbols, setAside)
      const told = tiles.get(id)
      return {
        design,
        position,
        ...glyphs,
        ...(told === undefined ? {} : { tiles: told }),
        ...(pictureFile === undefined ? {} : { pictureFile }),
        entries: keepDrawable(entries, design, setAside),
      }
    }
    const places = entries.map(({ record }) => record)
    const design = inferLayer(id, places, figures, index)
    return { design, entries: keepDrawable(entries, design, setAside) }
  })
}

/** Scenes that name layers by ids that these had name them by today's. */
export function renameLayers(scenes: readonly Entry<Scene>[], layers: readonly ReadLayer[]): Entry<Scene>[] {
  const ids = new Set(layers.map(({ design }) => design.id))
  const renamed = new Map(
    layers.flatMap(({ design: { id, formerIds = [] } }) => formerIds.map((former) => [former, id] as const)),
  )
  const today = (id: string) => (ids.has(id) ? id : (renamed.get(id) ?? id))
  return scenes.map(({ record, position }) => ({ record: { ...record, layers: record.layers.map(today) }, position }))
}
