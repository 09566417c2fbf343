import type { KeptEvidence } from '@/lib/schema/evidence'
import type { Passage } from '@/lib/schema/passage'
import type { Source } from '@/lib/schema/source'
import { extentOf } from './arrays'
import type { CaseRecord } from './case-records'
import { evidenceByRecord } from './evidence-by-record'
import { shownFields } from './field-values'
import type { LinkedCase, LinkedLayer, LinkedPlace } from './linked-case'
import type { RecordKind } from './record-filter'
import type { VisibleRecords } from './visible-records'

/** Columns of the table of records, in their order. */
export const exportColumns = [
  'kind',
  'id',
  'words',
  'value',
  'low',
  'high',
  'unit',
  'qualifier',
  'status',
  'who',
  'via',
  'role',
  'side',
  'when',
  'when_basis',
  'start_utc',
  'end_utc',
  'places',
  'place_ids',
  'layers',
  'place_kind',
  'local_name',
  'code',
  'accuracy_km',
  'position_basis',
  'schematic',
  'measured_area_km2',
  'source',
  'publisher',
  'address',
  'exact',
  'prefix',
  'suffix',
  'position_start',
  'position_end',
  'corroboration',
  'reports',
  'origins',
  'hedge',
  'condition',
  'note',
  'evidence',
  'link',
] as const

/** Before the name of a place's field: no field can pass for one of our own columns, nor begin a cell as a formula does. */
const FIELD_PREFIX = 'field_'

export type ExportColumn = (typeof exportColumns)[number] | `${typeof FIELD_PREFIX}${string}`

type Cell = string | number | boolean | undefined
/** One record of the table; a column that does not apply is absent, and its cell stays empty. */
export type ExportRow = Partial<Record<ExportColumn, Cell>>

/** A record on its way out: its row of the table, and the ids of the places that it is about; a place's own. */
export interface ExportedRecord {
  kind: RecordKind
  id: string
  places: readonly string[]
  row: ExportRow
}

/** The columns of a table of these records: our own, then one for each field that one of them has, as they come. */
export function columnsOf(exported: readonly ExportedRecord[]): ExportColumn[] {
  const columns = new Set<ExportColumn>(exportColumns)
  for (const { kind, row } of exported) {
    if (kind !== 'place') continue
    for (const column in row) if (isFieldColumn(column)) columns.add(column)
  }
  return [...columns]
}

function isFieldColumn(column: string): column is ExportColumn {
  return column.startsWith(FIELD_PREFIX)
}

/** The columns of a place's fields, as far as its layer shows them. */
function fieldCells(place: LinkedPlace, layer: LinkedLayer | undefined): ExportRow {
  return Object.fromEntries(
    shownFields(place, layer).map(({ property, value }) => [`${FIELD_PREFIX}${property}`, value]),
  )
}

/** Between the entries of a list in one cell. */
const SEPARATOR = '; '

interface Own {
  row: ExportRow
  passage?: Passage | undefined
  sources: readonly string[]
  actors: readonly string[]
}

function momentText(at: number | null): string | undefined {
  return at === null || !Number.isFinite(at) ? undefined : new Date(at).toISOString()
}

/** The entries that there are, in one cell. */
function join(ids: readonly string[], text: (id: string) => string | undefined): string {
  const entries = ids.map(text).filter((entry) => entry !== undefined && entry !== '')
  return entries.join(SEPARATOR)
}

/** What each kind of record brings of its own. */
function describeRecords(linked: LinkedCase): Map<string, Own> {
  const own = new Map<string, Own>()
  const layers = new Map(linked.layers.map((layer) => [layer.id, layer]))
  for (const place of linked.places) {
    const { id, name, date, since, note, sources, kind, localName, code, basis, measuredAreaKm2 } = place
    const position = { place_kind: kind, local_name: localName?.text, code, position_basis: basis }
    const measured = { measured_area_km2: measuredAreaKm2 }
    const fields = fieldCells(place, layers.get(place.layer))
    const row = { words: name, when: date ?? since, note, ...position, ...measured, ...fields }
    own.set(`place ${id}`, { row, sources, actors: [] })
  }
  for (const { id, passage, speaker, said, corroboration, note, reports, origins } of linked.quotations)
    own.set(`quotation ${id}`, {
      row: { words: passage.exact, when: said, corroboration: corroboration.join(SEPARATOR), reports, origins, note },
      passage,
      sources: [passage.source],
      actors: speaker === undefined ? [] : [speaker],
    })
  for (const { id, words, hedge, condition, passage, speaker, said, note, reports, origins } of linked.statements)
    own.set(`statement ${id}`, {
      row: { words, when: said, hedge, condition, reports, origins, note },
      passage,
      sources: [passage.source],
      actors: [speaker],
    })
  const names = new Map(linked.actors.map(({ id, name }) => [id, name]))
  for (const figure of linked.figures) {
    const { id, counts, value, range, unit, qualifier, status, asOf, by, via = [], passage, note } = figure
    const { reports, origins } = figure
    const number = { value, low: range?.[0], high: range?.[1], unit, qualifier, status }
    own.set(`figure ${id}`, {
      row: {
        words: counts,
        ...number,
        when: asOf,
        via: join(via, (one) => names.get(one) ?? one),
        reports,
        origins,
        note,
      },
      passage,
      sources: passage === undefined ? [] : [passage.source],
      actors: [by],
    })
  }
  for (const { id, title, date, by, passage, note, reports, origins } of linked.events)
    own.set(`event ${id}`, {
      row: { words: title, when: date, reports, origins, note },
      passage,
      sources: [passage.source],
      actors: by,
    })
  return own
}

/** Everything that records name by id. */
function nameThings(linked: LinkedCase) {
  return {
    own: describeRecords(linked),
    actors: new Map(linked.actors.map((actor) => [actor.id, actor])),
    places: new Map(linked.places.map((place) => [place.id, place])),
    sides: new Map(linked.sides.map((side) => [side.id, side.name])),
    sources: new Map(linked.sources.map((source) => [source.id, source])),
    bases: new Map(linked.moments.map((moment) => [`${moment.kind} ${moment.id}`, moment.basis])),
  }
}

/** The columns of where a record's words or position come from. A note of ours stands in no document. */
function sourceCells({ passage, sources: ids }: Own, sources: ReadonlyMap<string, Source>): ExportRow {
  const words = passage?.noted === true ? undefined : passage
  return {
    source: join(ids, (id) => sources.get(id)?.title ?? id),
    publisher: join(ids, (id) => sources.get(id)?.publisher),
    address: join(ids, (id) => sources.get(id)?.address),
    exact: words?.exact,
    prefix: words?.prefix,
    suffix: words?.suffix,
    position_start: words?.start,
    position_end: words?.end,
  }
}

/** The columns of where a record is: how far off its positions may be at most, which nothing says where one is not known. */
function placeCells({ places: ids, layers }: CaseRecord, places: ReadonlyMap<string, LinkedPlace>): ExportRow {
  const about = ids.flatMap((id) => places.get(id) ?? [])
  const accuracies = about.flatMap(({ accuracyKm }) => accuracyKm ?? [])
  const known = about.length > 0 && accuracies.length === about.length
  return {
    places: join(ids, (id) => places.get(id)?.name),
    place_ids: join(ids, (id) => id),
    layers: join(layers, (id) => id),
    accuracy_km: known ? extentOf(accuracies)[1] : undefined,
    schematic: about.length === 0 ? undefined : about.some(({ schematic }) => schematic === true),
  }
}

/**
 * The `wanted` records with a row of one table each, in the case's order. `linkTo` gives a record's address in Caseboard,
 * `fileAt` that of a picture, film or document.
 */
export function exportRecords(
  linked: LinkedCase,
  records: readonly CaseRecord[],
  wanted: VisibleRecords,
  linkTo: (kind: RecordKind, id: string) => string,
  fileAt: (evidence: KeptEvidence) => string,
): ExportedRecord[] {
  const { own, actors, places, sides, sources, bases } = nameThings(linked)
  const evidence = evidenceByRecord(linked.evidence)
  return records.flatMap((record): ExportedRecord[] => {
    const { kind, id, start, end } = record
    const described = own.get(`${kind} ${id}`)
    if (described === undefined || !wanted[kind].has(id)) return []
    const { row, actors: who } = described
    const cells: ExportRow = {
      kind,
      id,
      ...row,
      who: join(who, (one) => actors.get(one)?.name ?? one),
      role: join(who, (one) => actors.get(one)?.role),
      side: join(record.sides, (one) => sides.get(one) ?? one),
      // The times of what nobody dates are those of its document, or of the case.
      when_basis: bases.get(`${kind} ${id}`),
      start_utc: momentText(start),
      end_utc: momentText(end),
      ...placeCells(record, places),
      ...sourceCells(described, sources),
      evidence: evidence
        .get(`${kind} ${id}`)
        ?.map((each) => `${each.title}${each.sensitive === undefined ? '' : ` (${each.sensitive})`}: ${fileAt(each)}`)
        .join(SEPARATOR),
      link: linkTo(kind, id),
    }
    return [{ kind, id, places: record.places, row: cells }]
  })
}
