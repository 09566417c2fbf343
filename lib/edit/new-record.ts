import { createIds } from '@/lib/draft/proposals'
import type { Scene } from '@/lib/schema/scene'
import type { RecordValue } from './record-edit'
import { kindOfFile } from './references'
import type { EvidenceFacts } from './wire'
import type { WorkingRecord, Workspace } from './workspace'

/** The kinds of record that an editor can begin, each by the file that it goes to; a place goes to a layer's. */
export const newKinds = [
  'quotation',
  'statement',
  'figure',
  'event',
  'place',
  'actor',
  'source',
  'layer',
  'scene',
] as const
export type NewKind = (typeof newKinds)[number]

const MAX_TITLE = 90
/** A scene that nobody has timed stays so long: time for its picture, what is to be read comes on top. */
const DWELL_SECONDS = 15

interface Begun {
  /** The words that it is made of; empty for none. */
  words: string
  passage: RecordValue | null
  /** What the map shows, for a scene; undefined where there is no map. */
  camera?: Scene['camera'] | undefined
}

function firstId(workspace: Workspace, file: string): string {
  for (const record of workspace.working.values()) if (record.file === file) return record.id
  return ''
}

function firstQuestion({ working }: Workspace): string {
  for (const { file, value } of working.values()) {
    const [question] = file === 'case.json' && Array.isArray(value.questions) ? value.questions : []
    if (question !== undefined) return String(Object(question).id)
  }
  return ''
}

function layerFile(workspace: Workspace): string {
  return `layers/${firstId(workspace, 'layers.json') || 'places'}.geojson`
}

function layerIds({ working }: Workspace): string[] {
  return [...working.values()].flatMap(({ file, id }) => (file === 'layers.json' ? id : []))
}

/** A number as it stands in words: its digits, with points for decimals. */
function numberIn(words: string): number {
  return Number(/\d[\d, {2}]*(?:\.\d+)?/u.exec(words)?.[0].replaceAll(/[, {2}]/gu, '') ?? 0)
}

function beginValue(kind: NewKind, id: string, workspace: Workspace, { words, passage, camera }: Begun): RecordValue {
  const said = passage === null ? {} : { passage }
  const source = typeof passage?.source === 'string' ? passage.source : firstId(workspace, 'sources.json')
  const actor = firstId(workspace, 'actors.json')
  switch (kind) {
    case 'quotation':
      return { id, form: 'term', ...said, about: [], records: [] }
    case 'statement':
      return { id, form: 'judgement', words, ...said, speaker: actor, certainty: 'asserted', about: [], records: [] }
    case 'figure': {
      const number = { value: numberIn(words), unit: '', qualifier: 'exactly', counts: words }
      return { id, question: firstQuestion(workspace), ...number, by: actor, status: 'claimed', ...said, about: [] }
    }
    case 'event':
      return { id, title: words.slice(0, MAX_TITLE), about: [], by: [], reportedBy: [], ...said, records: [] }
    case 'place':
      return {
        type: 'Feature',
        id,
        geometry: null,
        properties: { name: words, kind: 'Place', accuracyKm: null, sources: source === '' ? [] : [source] },
      }
    case 'actor':
      return { id, kind: 'person', name: words, role: '', side: '' }
    case 'source':
      return { id, title: words, publisher: '', kind: 'original', missing: {} }
    case 'layer':
      return { id, name: words, key: words, mark: 'symbol', hue: 'azure', symbol: 'dot' }
    case 'scene':
      return {
        ...{ id, title: words, words, layers: layerIds(workspace), dwellSeconds: DWELL_SECONDS },
        ...(camera !== undefined && { camera }),
      }
  }
}

const files: Readonly<Record<Exclude<NewKind, 'place'>, string>> = {
  quotation: 'quotations.json',
  statement: 'statements.json',
  figure: 'figures.json',
  event: 'events.json',
  actor: 'actors.json',
  source: 'sources.json',
  layer: 'layers.json',
  scene: 'scenes.json',
}

/** An id that no record of a file has yet. */
function freeId(workspace: Workspace, isTaken: (file: string) => boolean, words: string, otherwise: string): string {
  const idOf = createIds()
  for (const { file, id } of workspace.working.values()) if (isTaken(file)) idOf(id, id)
  return idOf(words, otherwise)
}

const EVIDENCE = 'evidence.json'
/** What evidence may belong to. */
const belongings: readonly (string | null)[] = ['place', 'event', 'statement', 'figure']

/** A record of a file that was put beside the case; it belongs to the record that is worked on, if it may. */
export function beginEvidence(
  workspace: Workspace,
  { sha256, type }: Pick<EvidenceFacts, 'sha256' | 'type'>,
  fileName: string,
  selected: string | null,
): WorkingRecord {
  const title = fileName.replace(/\.[^.]*$/, '')
  const id = freeId(workspace, (file) => file === EVIDENCE, title, 'evidence')
  const record = selected === null ? undefined : workspace.working.get(selected)
  const kind = record === undefined ? null : kindOfFile(record.file)
  const belongs = record !== undefined && belongings.includes(kind) ? { [String(kind)]: record.id } : {}
  const source = firstId(workspace, 'sources.json')
  const value = { id, sha256, type, title, shows: '', source, credit: '', licence: '', ...belongs }
  return { file: EVIDENCE, id, value }
}

/** A record begun by an editor, of some words or of none: with an id of its own, and what the check then asks for missing. */
export function beginRecord(workspace: Workspace, kind: NewKind, begun: Begun): WorkingRecord {
  const file = kind === 'place' ? layerFile(workspace) : files[kind]
  // A place's id is one among those of all layers.
  const isTaken = (other: string) => (kind === 'place' ? other.startsWith('layers/') : other === file)
  const id = freeId(workspace, isTaken, begun.words.split(/\s+/).slice(0, 5).join(' '), kind)
  return { file, id, value: beginValue(kind, id, workspace, begun) }
}
