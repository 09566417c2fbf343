import { applyEdits, modify } from 'jsonc-parser'
import type { NamedSpot } from '@/lib/derive/place-names'
import type { Mapping } from '@/lib/import/columns/mapping'
import { type Collected, collectRows } from '@/lib/import/convert/collect-rows'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import type { PreparedTable } from '@/lib/import/prepare-import'
import type { RowFault } from '@/lib/import/row'
import { fileSource, newCaseFiles } from '@/lib/import/write/case-files'
import { designLayers, layerText, type WrittenLayer } from '@/lib/import/write/design-layers'
import { type CaseFiles, readValues } from '@/lib/schema/parse-records'
import { type Hue, hues, isObject, toId } from '@/lib/schema/plain-values'
import type { SetAside } from '@/lib/schema/records'
import { parseFiles } from '@/lib/server/parse-files'

const LAYERS = 'layers.json'
const SOURCES = 'sources.json'

/** What is to be made of a table. */
export interface ImportPlan {
  caseId: string
  /** The files of the case that it goes into; null for a new one. */
  files: CaseFiles | null
  layerId: string
  /** What the layer is called. */
  name: string
  /** The file, by its name. */
  file: string
  mapping: Mapping
  /** The case has the layer already: its places are replaced, and how it is drawn stays. */
  replace: boolean
  /** Today, as `2030-03-05`. */
  date: string
  publisher: string
  spots: readonly NamedSpot[]
}

export interface ImportedCase {
  /** The files that are new or changed, as they are to be written. */
  files: Map<string, string>
  collected: Collected
  layers: readonly WrittenLayer[]
  /** Rows that the case's own rules refuse, beside those that `collected` names. */
  refused: readonly RowFault[]
}

/** The ids of a file of records, and what the file holds. */
function readRecords(files: CaseFiles, file: string): Record<string, unknown>[] {
  return readValues(file, files.get(file), 'array').values.flatMap(({ value }) => (isObject(value) ? [value] : []))
}

/** A file of records with one more at its end, written as the file is. */
function addRecord(text: string, record: unknown): string {
  const path = /^\s*\[/.test(text.replace(/^\uFEFF/, '')) ? [-1] : ['records', -1]
  const formattingOptions = { insertSpaces: true, tabSize: 2 }
  return applyEdits(text, modify(text, path, record, { isArrayInsertion: true, formattingOptions }))
}

function textOf(files: CaseFiles, file: string): string {
  const text = files.get(file)
  if (typeof text === 'string') return text
  if (text === undefined) return '[]\n'
  throw new Error(`${file} cannot be changed: ${text.reason}`)
}

/** A hue that no layer of the case has yet. */
function freeHue(files: CaseFiles | null): Hue {
  const taken = new Set(files === null ? [] : readRecords(files, LAYERS).map(({ hue }) => hue))
  return hues.find((hue) => !taken.has(hue) && hue !== 'slate') ?? 'azure'
}

/** The source of a file: the one that the case has of that name already, or a new id. */
function findSource(files: CaseFiles | null, file: string): { id: string; isNew: boolean } {
  const base = `${toId(file).slice(0, 56) || 'file'}`
  if (files === null) return { id: base, isNew: true }
  const sources = readRecords(files, SOURCES)
  const same = sources.find(({ title, id }) => title === file && typeof id === 'string')
  if (typeof same?.id === 'string') return { id: same.id, isNew: false }
  const taken = new Set(sources.map(({ id }) => id))
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return { id, isNew: true }
}

function intoFiles(
  files: CaseFiles,
  plan: ImportPlan,
  layers: readonly WrittenLayer[],
  source: { id: string; isNew: boolean },
) {
  const changed = new Map<string, string>()
  const known = new Set(readRecords(files, LAYERS).map(({ id }) => id))
  let table = textOf(files, LAYERS)
  for (const layer of layers) {
    const { id } = layer.design
    const file = `layers/${id}.geojson`
    const isThere = known.has(id) || files.has(file)
    if (isThere && !plan.replace)
      throw new Error(
        `${plan.caseId} has a layer ${id} already: give this one another id with --layer, or replace its places with --replace`,
      )
    changed.set(file, layerText(layer, '../../../../public/schema/places.schema.json'))
    if (!known.has(id)) table = addRecord(table, layer.design)
  }
  if (table !== textOf(files, LAYERS)) changed.set(LAYERS, table)
  if (source.isNew) {
    const record = fileSource({ sourceId: source.id, file: plan.file, publisher: plan.publisher, date: plan.date })
    changed.set(SOURCES, addRecord(textOf(files, SOURCES), record))
  }
  return changed
}

const keyOf = ({ file, pointer, reason }: SetAside) => `${file}#${pointer} ${reason}`

/** The features of a layer that the case's own rules set aside: their places in the file, and why. */
function refusedFeatures(setAside: readonly SetAside[], layer: WrittenLayer): Map<number, string> {
  const refused = new Map<number, string>()
  for (const { file, pointer, reason } of setAside) {
    const index = /^\/features\/(\d+)/.exec(pointer)?.[1]
    if (file === `layers/${layer.design.id}.geojson` && index !== undefined) refused.set(Number(index), reason)
  }
  return refused
}

function without(layer: WrittenLayer, refused: ReadonlyMap<number, string>): WrittenLayer {
  const keep = <T>(list: readonly T[]) => list.filter((_, index) => !refused.has(index))
  const { part } = layer
  return { ...layer, part: { ...part, features: keep(part.features), rows: keep(part.rows) } }
}

/**
 * Turns a table into files of a case: a layer of one that is there, or a small new case. What the case's own rules refuse
 * is taken out and named, so that the check passes. Writes nothing. Throws an Error that says what to do where there is
 * nothing to bring in, or no place for it.
 */
export async function importTable({ table, profile }: PreparedTable, plan: ImportPlan): Promise<ImportedCase> {
  const context = createContext({
    file: plan.file,
    sheet: table.sheet,
    mapping: plan.mapping,
    profile,
    findPlace: createPlaceFinder(plan.spots),
    rowName: plan.name,
  })
  const collected = await collectRows(table, context)
  const source = findSource(plan.files, plan.file)
  const names = { id: plan.layerId, name: plan.name, hue: freeHue(plan.files), sourceId: source.id, file: plan.file }
  const make = (layers: readonly WrittenLayer[]) =>
    plan.files === null
      ? newCaseFiles(
          {
            id: plan.caseId,
            title: plan.name,
            file: plan.file,
            date: plan.date,
            sourceId: source.id,
            publisher: plan.publisher,
          },
          layers,
          collected,
        )
      : intoFiles(plan.files, plan, layers, source)
  const judge = (files: ReadonlyMap<string, string>) =>
    parseFiles(plan.caseId, new Map([...(plan.files ?? []), ...files])).setAside
  let layers: readonly WrittenLayer[] = designLayers(collected, plan.mapping, names)
  const before = new Set(plan.files === null ? [] : parseFiles(plan.caseId, plan.files).setAside.map(keyOf))
  let files = make(layers)
  const setAside = judge(files).filter((entry) => !before.has(keyOf(entry)))
  const refused: RowFault[] = []
  if (setAside.length > 0) {
    layers = layers.flatMap((layer) => {
      const features = refusedFeatures(setAside, layer)
      for (const [index, reason] of features)
        refused.push({
          file: plan.file,
          sheet: table.sheet,
          row: layer.part.rows[index] ?? 0,
          column: null,
          value: null,
          reason,
        })
      const kept = without(layer, features)
      return kept.part.features.length === 0 ? [] : [kept]
    })
    files = make(layers)
    const [left] = judge(files).filter((entry) => !before.has(keyOf(entry)))
    if (left !== undefined) throw new Error(`${left.file}: ${left.reason}`)
  }
  return { files, collected, layers, refused }
}
