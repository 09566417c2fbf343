import type { z } from 'zod'
import { correctionSchema } from './correction'
import { eventSchema } from './event'
import { evidenceSchema } from './evidence'
import { figureSchema } from './figure'
import { actorSchema } from './identifier'
import { explainMissing, isUnread } from './missing-references'
import { type Head, readHead } from './parse-head'
import {
  type CaseFiles,
  dropDuplicates,
  type Entry,
  type FilePosition,
  parseAll,
  readValues,
  setAsideAt,
} from './parse-records'
import type { Passage } from './passage'
import { append } from './plain-values'
import { readEvidence } from './read-evidence'
import { ownSymbols, readLayers, renameLayers, type Symbols } from './read-layers'
import type { CaseRecords, SetAside } from './records'
import * as refer from './references'
import { type LinkNode, resolveReferences, toNodes } from './resolve-references'
import { sceneSchema } from './scene'
import { inOrder, optionalFiles } from './set-aside-order'
import { type Source, sourceSchema } from './source'
import { type FileForm, toPointer } from './split-records'
import { quotationSchema, statementSchema } from './statement'

/** What a case's folder is expected to be. */
export interface ExpectedCase {
  /** The folder's name, which `case.json` must have as its id. */
  caseId?: string
  /** The symbols that a layer can name; without it, only our own. */
  symbols?: Symbols
  /** Records to leave out and why, by `positionKey`. */
  failed?: FailedRecords
}

/** Why records cannot be built with, by `positionKey`. */
export type FailedRecords = ReadonlyMap<string, string>

export interface ParsedCase {
  /** `null` only where `case.json` itself cannot be used. */
  records: CaseRecords | null
  /** In the order of the files, then of the lines. */
  setAside: SetAside[]
  /** Where the records stand. */
  standing: readonly FilePosition[]
}

/** Names a record by where it stands, the same at each reading of the same files. */
export function positionKey({ file, slice, base }: FilePosition): string {
  return `${file}#${slice.pointer}${toPointer(base)}`
}

function readFile<T extends { id: string }>(
  files: CaseFiles,
  file: string,
  form: FileForm,
  schema: z.ZodType<T>,
  setAside: SetAside[],
): Entry<T>[] {
  if (!files.has(file) && optionalFiles.includes(file)) return []
  const { values, setAside: unreadable } = readValues(file, files.get(file), form)
  const parsed = parseAll(schema, values)
  const unique = dropDuplicates(parsed.entries)
  append(setAside, unreadable, parsed.setAside, unique.setAside)
  return unique.entries
}

/** Drops records with a passage of a source whose text we hold that does not say where in it the passage stands. */
function dropLoosePassages<T extends { passage?: Passage | undefined }>(
  entries: readonly Entry<T>[],
  held: ReadonlySet<string>,
  setAside: SetAside[],
): Entry<T>[] {
  return entries.filter(({ record: { passage }, position }) => {
    if (passage === undefined || passage.start !== undefined || !held.has(passage.source)) return true
    const reason = `passage: the text of “${passage.source}” is held (it has a sha256), so prefix, suffix, start and end are required: “npm run case -- locate” fills them in`
    setAside.push(setAsideAt(position, ['passage'], 'shape', reason))
    return false
  })
}

function readRecords(files: CaseFiles, symbols: Symbols, setAside: SetAside[]) {
  const sources = readFile(files, 'sources.json', 'array', sourceSchema, setAside)
  const held = new Set(sources.filter(({ record }) => record.sha256 !== undefined).map(({ record }) => record.id))
  const actors = readFile(files, 'actors.json', 'array', actorSchema, setAside)
  const quotations = readFile(files, 'quotations.json', 'array', quotationSchema, setAside)
  const statements = readFile(files, 'statements.json', 'array', statementSchema, setAside)
  const figures = readFile(files, 'figures.json', 'array', figureSchema, setAside)
  const events = readFile(files, 'events.json', 'array', eventSchema, setAside)
  const scenes = readFile(files, 'scenes.json', 'array', sceneSchema, setAside)
  const layers = readLayers(
    files,
    figures.map(({ record }) => record),
    symbols,
    setAside,
  )
  return {
    sources,
    actors,
    quotations: dropLoosePassages(quotations, held, setAside),
    statements: dropLoosePassages(statements, held, setAside),
    figures: dropLoosePassages(figures, held, setAside),
    events: dropLoosePassages(events, held, setAside),
    scenes: renameLayers(scenes, layers),
    evidence: readEvidence(files, readFile(files, 'evidence.json', 'array', evidenceSchema, setAside), setAside),
    corrections: readFile(files, 'corrections.json', 'array', correctionSchema, setAside),
    layers,
  }
}

type ReadRecords = ReturnType<typeof readRecords>

function linkNodes(head: Head, read: ReadRecords): LinkNode[] {
  const nowhere: FilePosition = head.position
  return [
    ...toNodes('source', read.sources, refer.sourceReferences),
    ...toNodes('side', head.sides, () => []),
    ...toNodes('question', head.questions, () => []),
    // A layer stands where its file does, even if nothing in the file can be read: the scenes that name it go on.
    ...read.layers.map(({ design: { id } }): LinkNode => ({ kind: 'layer', id, references: [], position: nowhere })),
    ...toNodes('claim', head.claims, refer.claimReferences),
    ...toNodes('chart', head.charts, refer.chartReferences),
    ...toNodes('thread', head.threads, refer.threadReferences),
    ...toNodes('inset', head.insets, refer.insetReferences),
    ...toNodes('note', head.notes, refer.noteReferences),
    ...toNodes('actor', read.actors, refer.actorReferences),
    ...toNodes('quotation', read.quotations, refer.quotationReferences),
    ...toNodes('statement', read.statements, refer.statementReferences),
    ...toNodes('figure', read.figures, refer.figureReferences),
    ...toNodes('event', read.events, refer.eventReferences),
    ...toNodes('scene', read.scenes, refer.sceneReferences),
    ...toNodes('evidence', read.evidence, refer.evidenceReferences),
    ...read.layers.flatMap(({ entries }) =>
      entries.map(
        ({ record, position }): LinkNode => ({
          kind: 'place',
          id: record.id,
          references: refer.placeReferences(record),
          position,
        }),
      ),
    ),
  ]
}

/** Whether a position is a record's, and not that of the whole `case.json`. */
function isEntry({ slice, base }: FilePosition): boolean {
  return slice.pointer !== '' || base.length > 0
}

/** What is left without those that the case cannot be built with. */
function dropFailed(nodes: LinkNode[], failed: FailedRecords, setAside: SetAside[]): LinkNode[] {
  if (failed.size === 0) return nodes
  return nodes.filter(({ position }) => {
    const reason = failed.get(positionKey(position))
    if (reason === undefined) return true
    setAside.push(setAsideAt(position, [], 'unbuildable', `${reason}: the case is shown without it`))
    return false
  })
}

function collect(head: Head, read: ReadRecords, standing: ReadonlySet<FilePosition>): CaseRecords {
  const keep = <T>(entries: readonly Entry<T>[]) =>
    entries.filter(({ position }) => standing.has(position)).map(({ record }) => record)
  return {
    head: {
      ...head.record,
      sides: keep(head.sides),
      questions: keep(head.questions),
      claims: keep(head.claims),
      charts: keep(head.charts),
      ...(head.record.threads === undefined ? {} : { threads: keep(head.threads) }),
      ...(head.record.insets === undefined ? {} : { insets: keep(head.insets) }),
      ...(head.record.notes === undefined ? {} : { notes: keep(head.notes) }),
    },
    sources: keep(read.sources),
    actors: keep(read.actors),
    quotations: keep(read.quotations),
    statements: keep(read.statements),
    figures: keep(read.figures),
    events: keep(read.events),
    scenes: keep(read.scenes),
    evidence: keep(read.evidence),
    // What was mended stays told, even where the record that it mended is no longer there.
    corrections: read.corrections.map(({ record }) => record),
    layers: read.layers.map(({ design, glyph, glyphs, tiles, pictureFile, entries }) => ({
      ...design,
      ...(glyph === undefined ? {} : { glyph }),
      ...(glyphs === undefined ? {} : { glyphs }),
      ...(tiles === undefined ? {} : { tiles }),
      ...(pictureFile === undefined ? {} : { pictureFile }),
      places: keep(entries),
    })),
  }
}

/** A case whose report was set aside keeps its place: its other records may still stand on other sources. */
function checkReport(
  head: Head,
  sources: readonly Source[],
  all: readonly Entry<Source>[],
  setAside: readonly SetAside[],
): SetAside[] {
  const { source: id } = head.record
  if (isUnread('source', setAside) || sources.some((source) => source.id === id)) return []
  const named = { kind: 'source', id, path: ['source'] } as const
  const missing = explainMissing(toNodes('source', all, refer.sourceReferences), setAside)
  const entry = setAsideAt(head.position, named.path, 'reference', `names source “${id}”, ${missing.describe(named)}`)
  const cause = missing.findCause(named)
  return [cause === undefined ? entry : { ...entry, cause: { file: cause.file, pointer: cause.pointer } }]
}

/** A layer whose thread is not there goes on without it: it has the places. */
function checkThreads({ head: { threads = [] }, layers }: CaseRecords, read: ReadRecords): SetAside[] {
  return layers.flatMap((layer, index) => {
    const position = read.layers[index]?.position
    const { thread } = layer
    if (position === undefined || thread === undefined || threads.some(({ id }) => id === thread)) return []
    delete layer.thread
    const reason = `names thread “${thread}”, which is not in this case; the layer goes on without it`
    return [setAsideAt(position, ['thread'], 'reference', reason)]
  })
}

/**
 * Parts the good of a case's files from the bad, at the door. Good records come back with the references among them
 * resolved, but for two kinds: `head.source`, which stays and is told of, and what names records of a kind of which a file
 * cannot be read at all, as a lost file costs only what stands in it (`isUnread`). Each bad record comes back with its
 * file, pointer, line, id, rule and reason. Never throws, whatever the files hold.
 */
export function parseCase(
  files: CaseFiles,
  { caseId, symbols = ownSymbols, failed = new Map() }: ExpectedCase = {},
): ParsedCase {
  const setAside: SetAside[] = []
  const head = readHead(files.get('case.json'), caseId, setAside)
  const read = readRecords(files, symbols, setAside)
  if (head === null) return { records: null, setAside: inOrder(setAside), standing: [] }
  const nodes = dropFailed(linkNodes(head, read), failed, setAside)
  const standing = resolveReferences(nodes, setAside)
  const records = collect(head, read, standing)
  append(setAside, checkReport(head, records.sources, read.sources, setAside), checkThreads(records, read))
  return { records, setAside: inOrder(setAside), standing: [...standing].filter(isEntry) }
}
