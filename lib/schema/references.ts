import type { Chart, Claim, Inset, Thread } from './case'
import type { CaseEvent } from './event'
import type { Evidence } from './evidence'
import type { Figure } from './figure'
import type { Actor } from './identifier'
import type { Note } from './note'
import type { Passage } from './passage'
import type { Place } from './place'
import type { Scene } from './scene'
import type { Source } from './source'
import type { Quotation, Statement } from './statement'

/** What a reference can name. Ids are unique within a kind. */
export const referredKinds = [
  'source',
  'actor',
  'quotation',
  'figure',
  'event',
  'statement',
  'place',
  'layer',
  'side',
  'question',
  'claim',
  'chart',
  'thread',
] as const
export type ReferredKind = (typeof referredKinds)[number]

/** A record's naming of another, and the path in the record where it does. */
export interface Reference {
  kind: ReferredKind
  id: string
  path: readonly (string | number)[]
}

type Path = readonly (string | number)[]

function one(kind: ReferredKind, id: string | undefined, ...path: Path): Reference[] {
  return id === undefined ? [] : [{ kind, id, path }]
}

function many(kind: ReferredKind, ids: readonly string[] | undefined, ...path: Path): Reference[] {
  return (ids ?? []).map((id, index) => ({ kind, id, path: [...path, index] }))
}

function sourcesOf(records: readonly { source: string }[], key = 'records'): Reference[] {
  return records.flatMap(({ source }, index) => one('source', source, key, index, 'source'))
}

function passageOf(passage: Passage | undefined): Reference[] {
  return one('source', passage?.source, 'passage', 'source')
}

/** Every record that an actor names. */
export function actorReferences(actor: Actor): Reference[] {
  return one('side', actor.side, 'side')
}

/** Every record that a quotation names. */
export function quotationReferences(quotation: Quotation): Reference[] {
  return [
    ...passageOf(quotation.passage),
    ...one('actor', quotation.speaker, 'speaker'),
    ...one('place', quotation.where, 'where'),
    ...many('place', quotation.about, 'about'),
    ...one('event', quotation.event, 'event'),
    ...sourcesOf(quotation.records),
    ...sourcesOf(quotation.notFoundIn ?? [], 'notFoundIn'),
  ]
}

/** Every record that a figure names. */
export function figureReferences(figure: Figure): Reference[] {
  return [
    ...one('question', figure.question, 'question'),
    ...one('actor', figure.by, 'by'),
    ...many('actor', figure.via, 'via'),
    ...passageOf(figure.passage),
    ...many('place', figure.about, 'about'),
    ...one('event', figure.event, 'event'),
    ...many('figure', figure.inputs, 'inputs'),
    ...sourcesOf(figure.records ?? []),
    ...(figure.records ?? []).flatMap(({ via }, index) => many('actor', via, 'records', index, 'via')),
  ]
}

/** Every record that an event names. */
export function eventReferences(event: CaseEvent): Reference[] {
  return [
    ...many('place', event.about, 'about'),
    ...one('thread', event.thread, 'thread'),
    ...many('actor', event.by, 'by'),
    ...many('actor', event.reportedBy, 'reportedBy'),
    ...many('actor', event.named, 'named'),
    ...passageOf(event.passage),
    ...sourcesOf(event.records),
  ]
}

/** Every record that a statement names. */
export function statementReferences(statement: Statement): Reference[] {
  return [
    ...passageOf(statement.passage),
    ...one('actor', statement.speaker, 'speaker'),
    ...many('place', statement.about, 'about'),
    ...one('event', statement.event, 'event'),
    ...sourcesOf(statement.records),
  ]
}

/** Every record that a picture, film or document names. */
export function evidenceReferences({ source, place, event, statement, figure }: Evidence): Reference[] {
  return [
    ...one('source', source, 'source'),
    ...one('place', place, 'place'),
    ...one('event', event, 'event'),
    ...one('statement', statement, 'statement'),
    ...one('figure', figure, 'figure'),
  ]
}

/** Every record that a source names. */
export function sourceReferences({ takesFrom }: Source): Reference[] {
  return many('source', takesFrom, 'takesFrom')
}

/** Every record that a thread names. */
export function threadReferences({ figure }: Thread): Reference[] {
  return one('figure', figure, 'figure')
}

/** Every record that an inset names. */
export function insetReferences({ thread }: Inset): Reference[] {
  return one('thread', thread, 'thread')
}

/** Every record that a note on the map names. */
export function noteReferences({ place, mark, figure, also }: Note): Reference[] {
  return [
    ...one('place', place, 'place'),
    ...one('place', mark, 'mark'),
    ...one('figure', figure, 'figure'),
    ...one('figure', also?.figure, 'also', 'figure'),
  ]
}

/** Every record that a scene names. */
export function sceneReferences(scene: Scene): Reference[] {
  return [
    ...many('layer', scene.layers, 'layers'),
    ...one('thread', scene.thread, 'thread'),
    ...one('place', scene.focus, 'focus'),
    ...one('quotation', scene.quotation, 'quotation'),
    ...one('figure', scene.figure, 'figure'),
    ...one('chart', scene.chart, 'chart'),
    ...many('source', scene.sources, 'sources'),
  ]
}

/** Every record that a place names. */
export function placeReferences({ properties }: Place): Reference[] {
  return [
    ...many('source', properties.sources, 'properties', 'sources'),
    ...one('claim', properties.claim, 'properties', 'claim'),
    ...many('figure', properties.sizedBy, 'properties', 'sizedBy'),
    ...(properties.rings ?? []).flatMap(({ figure }, index) =>
      one('figure', figure, 'properties', 'rings', index, 'figure'),
    ),
    ...(properties.shownFor ?? []).flatMap(({ kind, id }, index) =>
      one(kind, id, 'properties', 'shownFor', index, 'id'),
    ),
  ]
}

/** Every record that a claim names. */
export function claimReferences(claim: Claim): Reference[] {
  return [
    ...one('actor', claim.by, 'by'),
    ...one('source', claim.extentSource, 'extentSource'),
    ...claim.rejections.flatMap(({ by, source }, index) => [
      ...one('actor', by, 'rejections', index, 'by'),
      ...one('source', source, 'rejections', index, 'source'),
    ]),
  ]
}

/** Every record that a chart names. */
export function chartReferences(chart: Chart): Reference[] {
  return many('figure', chart.figures, 'figures')
}
