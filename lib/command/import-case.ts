import { applyEdits, modify } from 'jsonc-parser'
import type { Gazetteer } from '@/lib/gazetteer/gazetteer'
import type { Mapping } from '@/lib/import/columns/mapping'
import { type Collected, collectRows } from '@/lib/import/convert/collect-rows'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import type { PreparedTable } from '@/lib/import/prepare-import'
import type { RowFault } from '@/lib/import/row'
import { fileSource, newCaseFiles } from '@/lib/import/write/case-files'
import { designLayers, layerText, type WrittenLayer } from '@/lib/import/write/design-layers'
import { judgeLayer, setAsideSince, withoutFeatures } from '@/lib/import/write/judge-layer'
import { type CaseFiles, readValues } from '@/lib/schema/parse-records'
import { type Hue, hues, isObject, toId } from '@/lib/schema/plain-values'
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
  /** Where places are found that are only named; null where none is. */
  gazetteer: Gazetteer | null
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
export function readRecords(files: CaseFiles, file: string): Record<string, unknown>[] {
  return readValues(file, files.get(file), 'array').values.flatMap(({ value }) => (isObject(value) ? [value] : []))
}

/** A file of records with one more at its end, written as the file is. */
export function addRecord(text: string, record: unknown): string {
  const path = /^\s*\[/.test(text.replace(/^\uFEFF/, '')) ? [-1] : ['records', -1]
  const formattingOptions = { insertSpaces: true, tabSize: 2 }
  return applyEdits(text, modify(text, path, record, { isArrayInsertion: true, formattingOptions }))
}

/** A file of records with a member of one of them set, by its number in the list. */
export function setInRecord(text: string, index: number, key: string, value: unknown): string {
  const records = /^\s*\[/.test(text.replace(/^\uFEFF/, '')) ? [] : ['records']
  const formattingOptions = { insertSpaces: true, tabSize: 2 }
  return applyEdits(text, modify(text, [...records, index, key], value, { formattingOptions }))
}

export function textOf(files: CaseFiles, file: string): string {
  const text = files.get(file)
  if (typeof text === 'string') return text
  if (text === undefined) return '[]\n'
  throw new Error(`${file} cannot be changed: ${text.reason}`)
}

/** A hue that no layer of the case has yet. */
export function freeHue(files: CaseFiles | null): Hue {
  const taken = new Set(files === null ? [] : readRecords(files, LAYERS).map(({ hue }) => hue))
  return hues.find((hue) => !taken.has(hue) && hue !== 'slate') ?? 'azure'
}

/** The source of a file: the one that the case has of that name already, or a new id. */
export function findSource(files: CaseFiles | null, file: string): { id: string; isNew: boolean } {
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
    findPlace: createPlaceFinder(plan.gazetteer),
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
  const pickNew = setAsideSince(plan.files === null ? [] : parseFiles(plan.caseId, plan.files).setAside)
  const judge = (layer: WrittenLayer) => {
    const files = new Map([...(plan.files ?? []), ...make([layer])])
    return pickNew(parseFiles(plan.caseId, files).setAside)
  }
  const refused: RowFault[] = []
  const layers = designLayers(collected, plan.mapping, names).flatMap((layer) => {
    const features = judgeLayer(layer, judge)
    const at = { file: plan.file, sheet: table.sheet, column: null, value: null }
    for (const [index, reason] of features) refused.push({ ...at, row: layer.part.rows[index] ?? 0, reason })
    const kept = withoutFeatures(layer, features)
    return kept.part.features.length === 0 ? [] : [kept]
  })
  return { files: make(layers), collected, layers, refused }
}
