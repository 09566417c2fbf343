import { collectRows } from '@/lib/import/convert/collect-rows'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import { inputOf, openFile } from '@/lib/import/open-file'
import { chooseTable, openQuestions, prepareTable } from '@/lib/import/prepare-import'
import { ImportFault, type RowFault, tellFault } from '@/lib/import/row'
import { layerText, type WrittenLayer } from '@/lib/import/write/design-layers'
import { judgeLayer, setAsideSince, withoutFeatures } from '@/lib/import/write/judge-layer'
import { limits } from '@/lib/limits'
import type { LayerDesign } from '@/lib/schema/layer'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { parseFiles } from '../parse-files'

/** What came of an address, and the layer that it is for. */
export interface FeedOrder {
  caseId: string
  layer: LayerDesign
  /** The case's files but for those of places, by whose rules the rows are judged. */
  files: CaseFiles
  /** As the address calls what it gives, with the ending that says what it is where the address has none. */
  name: string
  bytes: Uint8Array
}

/** A feed as the file of its layer. */
export interface ReadFeed {
  text: string
  places: number
  /** Rows that are left out, and why the first of them are. */
  faulty: number
  told: readonly string[]
}

const endings = [
  [/csv/, '.csv'],
  [/tab-separated/, '.tsv'],
  [/ndjson|geo\+json-seq|json-seq/, '.ndjson'],
] as const

/** What the end of an address is called as a file; of CSV and JSON by lines the kind cannot always be seen. */
export function feedName(address: string, type: string | null): string {
  const { pathname, hostname } = new URL(address)
  const last = pathname.split('/').at(-1) ?? ''
  const name = last === '' ? hostname : last
  const ending = endings.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? ''
  return name.endsWith(ending) ? name : `${name}${ending}`
}

/**
 * Reads what an address gives by the same importers as a file that is dropped, and keeps what the case's own rules and the
 * layer's mark let stand; the rest is counted and told. Throws an ImportFault for what cannot be read as a whole.
 */
export async function readFeed({ caseId, layer: design, files, name, bytes }: FeedOrder): Promise<ReadFeed> {
  const source = await openFile(inputOf(name, bytes))
  const prepared = await prepareTable(source, chooseTable(source, undefined))
  const { table, profile } = prepared
  const { dates } = design.feed ?? {}
  const order = prepared.mapping.dates.order ?? (dates === undefined ? null : dates === 'dmy' ? 'day' : 'month')
  const mapping = { ...prepared.mapping, dates: { ...prepared.mapping.dates, order } }
  if (mapping.position?.kind === 'name') throw new ImportFault('names places and gives no positions')
  // Without a row there is nothing to ask: a feed may be empty.
  const [question] = prepared.sample.length === 0 ? [] : openQuestions(prepared, mapping)
  if (question !== undefined)
    throw new ImportFault(
      question.ask === 'order' ? `${question.words}: say it with “dates” beside its address` : question.words,
    )
  const context = createContext({
    file: name,
    sheet: table.sheet,
    mapping,
    profile,
    findPlace: createPlaceFinder(null),
    rowName: design.name,
  })
  const collected = await collectRows(table, context)
  const file = `layers/${design.id}.geojson`
  const pickNew = setAsideSince(parseFiles(caseId, files).setAside)
  const judge = (layer: WrittenLayer) =>
    pickNew(parseFiles(caseId, new Map([...files, [file, layerText(layer, '')]])).setAside)
  const whole: WrittenLayer = {
    design,
    part: {
      kind: 'points',
      features: collected.parts.flatMap(({ features }) => features),
      rows: collected.parts.flatMap(({ rows }) => rows),
    },
  }
  const refused = judgeLayer(whole, judge)
  const kept = withoutFeatures(whole, refused)
  const own = [...refused].map(([index, reason]): RowFault => {
    return { file: name, sheet: table.sheet, row: whole.part.rows[index] ?? 0, column: null, value: null, reason }
  })
  const faults = [...collected.faults, ...own].map(tellFault)
  // A feed whose form has changed is no empty one.
  if (collected.rowCount > 0 && kept.part.features.length === 0)
    throw new ImportFault(`has ${collected.rowCount} rows, of which none can be shown: ${faults[0] ?? 'no room'}`)
  const beyond = collected.beyond?.count ?? 0
  const text = layerText(kept, '../../../../public/schema/places.schema.json')
  // Each kind of shape has had the room of a file; together they may have more.
  if (Buffer.byteLength(text) > limits.case.fileBytes)
    throw new ImportFault(`has more than ${limits.case.fileBytes / 1e6} MB of places`)
  const { toldFaults } = limits.feed
  return {
    text,
    places: kept.part.features.length,
    faulty: collected.faultCount + own.length + beyond,
    told: faults.slice(0, toldFaults),
  }
}
