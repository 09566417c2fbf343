import { gunzipSync, strToU8, zipSync } from 'fflate'
import type { Feature } from 'geojson'
import { once } from '@/lib/derive/once'
import { Gazetteer } from '@/lib/gazetteer/gazetteer'
import type { Mapping } from '@/lib/import/columns/mapping'
import { type Collected, collectRows } from '@/lib/import/convert/collect-rows'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import { openFile } from '@/lib/import/open-file'
import { chooseTable, openQuestions, type PreparedTable, prepareTable } from '@/lib/import/prepare-import'
import { ImportFault, type ImportInput, type SourceFile, type SourceRow } from '@/lib/import/row'
import { tellChanges } from '@/lib/import/tell-outcome'
import { newCaseFiles } from '@/lib/import/write/case-files'
import { designLayers } from '@/lib/import/write/design-layers'
import { toId } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
import type { BringAnswer, BringRequest } from './bring-messages'

const SHOWN_ROWS = 5
const MOST_CHARACTERS = 80
const MOST_FAULTS = 100
/** More would take the map long to draw, and nobody could tell them apart. */
const MOST_DRAWN = 20_000

let source: SourceFile | null = null
let prepared: PreparedTable | null = null
/** Counts what was asked: whoever chooses another column does not wait for what the last one would have made. */
let asked = 0
let latest: { collected: Collected; mapping: Mapping; name: string } | null = null

/** What was asked is no longer wanted. */
class Superseded extends Error {
  override readonly name = 'Superseded'
}

const answer = (message: BringAnswer) => self.postMessage(message)

function inputOf(file: File): ImportInput {
  return {
    name: file.name,
    size: file.size,
    async *pieces() {
      const reader = file.stream().getReader()
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
      } finally {
        await reader.cancel()
      }
    },
  }
}

function shownCells(columns: readonly string[], { cells }: SourceRow): string[] {
  return columns.map((column) => String(cells.get(column) ?? '').slice(0, MOST_CHARACTERS))
}

async function open({ file, sheet }: Extract<BringRequest, { kind: 'open' }>): Promise<void> {
  source = await openFile(inputOf(file))
  prepared = await prepareTable(source, chooseTable(source, sheet ?? undefined))
  latest = null
  const { table, sample, mapping, proposals } = prepared
  answer({
    kind: 'opened',
    name: file.name,
    format: source.format,
    found: [...source.found, ...prepared.remarks],
    sheets: source.tables.flatMap((each) => (each.sheet === null ? [] : [each.sheet])),
    sheet: table.sheet,
    columns: table.columns,
    rows: sample.slice(0, SHOWN_ROWS).map((row) => ({ row: row.row, cells: shownCells(table.columns, row) })),
    hasShapes: sample.some(({ geometry }) => geometry != null),
    mapping,
    proposals,
    questions: openQuestions(prepared, mapping),
  })
}

const GAZETTEER_TIMEOUT_MS = 60_000

/** The whole of it, some megabytes, as rows by the hundred thousand may name places; where none does, it is never fetched. */
const readGazetteer = once(async () => {
  const response = await fetch(addressBelow('/basemap/gazetteer.gz'), {
    signal: AbortSignal.timeout(GAZETTEER_TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`the gazetteer: ${response.status}`)
  return new Gazetteer(gunzipSync(new Uint8Array(await response.arrayBuffer())))
})

/** What the map draws of the rows: their shapes, and what each is called. */
function drawnFeatures({ parts }: Collected): Feature[] {
  const drawn: Feature[] = []
  for (const { features } of parts)
    for (const text of features) {
      if (drawn.length >= MOST_DRAWN) return drawn
      const { geometry, properties }: Feature = JSON.parse(text)
      if (geometry !== null) drawn.push({ type: 'Feature', geometry, properties: { name: properties?.name ?? '' } })
    }
  return drawn
}

async function convert({ mapping, name }: Extract<BringRequest, { kind: 'convert' }>): Promise<void> {
  if (source === null || prepared === null) return
  const gazetteer = mapping.position?.kind === 'name' ? await readGazetteer() : null
  const context = createContext({
    file: source.name,
    sheet: prepared.table.sheet,
    mapping,
    profile: prepared.profile,
    findPlace: createPlaceFinder(gazetteer),
    rowName: name,
  })
  const run = asked
  const collected = await collectRows(prepared.table, context, (rows) => {
    if (run !== asked) throw new Superseded()
    answer({ kind: 'progress', rows })
  })
  latest = { collected, mapping, name }
  answer({
    kind: 'brought',
    total: collected.rowCount,
    brought: collected.parts.reduce((sum, { features }) => sum + features.length, 0),
    faults: collected.faults.slice(0, MOST_FAULTS),
    faultCount: collected.faultCount,
    notes: tellChanges(collected, prepared.profile),
    features: { type: 'FeatureCollection', features: drawnFeatures(collected) },
    bounds: collected.bounds,
  })
}

/** Makes a small case of the rows that were read last: its files, or a zip of its folder. */
function make({ as, caseId, name, date }: Extract<BringRequest, { kind: 'make' }>): void {
  if (latest === null || source === null) return
  const sourceId = toId(source.name).slice(0, 60) || 'file'
  const file = source.name
  const names = { id: caseId, name, hue: 'azure', sourceId, file } as const
  const layers = designLayers(latest.collected, latest.mapping, names)
  const about = { id: caseId, title: name, file, date, sourceId, publisher: 'Not said' }
  const files = newCaseFiles(about, layers, latest.collected)
  if (as === 'files') {
    answer({ kind: 'made', files })
    return
  }
  const entries = [...files].map(([path, text]) => [`${caseId}/${path}`, strToU8(text)] as const)
  answer({ kind: 'zipped', name: `${caseId}.zip`, bytes: zipSync(Object.fromEntries(entries), { level: 6 }) })
}

self.addEventListener('message', async ({ data }: MessageEvent<BringRequest>) => {
  try {
    if (data.kind !== 'make') asked++
    if (data.kind === 'open') await open(data)
    else if (data.kind === 'convert') await convert(data)
    else make(data)
  } catch (error) {
    if (error instanceof Superseded) return
    answer({ kind: 'failed', reason: error instanceof ImportFault ? error.message : null })
  }
})
