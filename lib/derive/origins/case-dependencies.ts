import type { LinkedCase, LinkedClaim, LinkedFigure, LinkedPlace, LinkedScene } from '@/lib/derive/linked-case'
import type { CaseEvent } from '@/lib/schema/event'
import { type CarriedRecord, listCarriages, tieSources } from './count-origins'
import { type DependencyNode, type DependencyRef, type DependentsIndex, indexDependents } from './find-dependents'
import type { Carriage, SourceTies } from './origin-graph'

/** Everything of a case that something may rest on, or that rests on something. */
export type DependencyCase = Pick<
  LinkedCase,
  'sources' | 'actors' | 'figures' | 'quotations' | 'statements' | 'events' | 'places' | 'charts' | 'scenes' | 'claims'
>

type Kind = DependencyRef['kind']

const refs = (kind: Kind, ids: readonly (string | undefined)[]): DependencyRef[] =>
  ids.flatMap((id) => (id === undefined ? [] : [{ kind, id }]))

/** A group that nothing is in would be one that has fallen. */
const groups = (...all: readonly DependencyRef[][]): DependencyRef[][] => all.filter(({ length }) => length > 0)

/** The reports that carry a record, by the ties of its case. */
type Carry = (record: CarriedRecord) => Carriage[]

function figureNode(figure: LinkedFigure, carry: Carry): DependencyNode {
  const needs = [...refs('actor', [figure.by]), ...refs('figure', figure.inputs ?? [])]
  return { kind: 'figure', id: figure.id, needs, carriages: carry(figure) }
}

/**
 * Who did it vouches for nothing: that someone is not to be believed does not undo what they did. Where bodies report it, it
 * stands on one of them at least, or on another record of it.
 */
function eventNode(event: CaseEvent, carry: Carry): DependencyNode {
  const reporters = refs('actor', event.reportedBy)
  const others = refs(
    'source',
    event.records.map(({ source }) => source),
  )
  return {
    kind: 'event',
    id: event.id,
    anyOf: reporters.length === 0 ? [] : [[...reporters, ...others]],
    carriages: carry(event),
  }
}

/** The mark as it is drawn: its position, all figures that give it its size, the claim, and a record that puts it there. */
function placeNode({ id, sources, sizedBy = [], rings = [], claim, shownFor = [] }: LinkedPlace): DependencyNode {
  return {
    kind: 'place',
    id,
    needs: [...refs('figure', [...sizedBy, ...rings.map(({ figure }) => figure)]), ...refs('claim', [claim])],
    anyOf: groups(refs('source', sources), [...shownFor]),
  }
}

function sceneNode({ id, figure, quotation, chart, sources = [] }: LinkedScene): DependencyNode {
  const needs = [
    ...refs('figure', [figure]),
    ...refs('quotation', [quotation]),
    ...refs('chart', [chart]),
    ...refs('source', sources),
  ]
  return { kind: 'scene', id, needs }
}

/** Who declared it, and one record at least of its rejection: its status in a line says both. */
function claimNode({ id, by, rejections }: LinkedClaim): DependencyNode {
  const rejected = refs(
    'source',
    rejections.map(({ source }) => source),
  )
  return { kind: 'claim', id, needs: refs('actor', [by]), anyOf: groups(rejected) }
}

/**
 * What everything of a case stands on, in the case's order, to be asked what rests on what. An id that is not a body's but a
 * side's, or that has no record, counts for nothing. Linear in the case.
 */
export function listDependencies(linked: DependencyCase): DependencyNode[] {
  const ties = tieSources(linked.sources)
  const carry: Carry = (record) => listCarriages(ties, record)
  return [
    ...linked.sources.map(({ id, takesFrom = [] }) => ({ kind: 'source' as const, id, takesFrom })),
    ...linked.actors.map(({ id }) => ({ kind: 'actor' as const, id })),
    ...linked.figures.map((figure) => figureNode(figure, carry)),
    ...linked.quotations.map((quotation) => ({
      kind: 'quotation' as const,
      id: quotation.id,
      needs: refs('actor', [quotation.speaker]),
      carriages: carry(quotation),
    })),
    ...linked.statements.map((statement) => ({
      kind: 'statement' as const,
      id: statement.id,
      needs: refs('actor', [statement.speaker]),
      carriages: carry(statement),
    })),
    ...linked.events.map((event) => eventNode(event, carry)),
    ...linked.places.map(placeNode),
    ...linked.charts.map(({ id, figures }) => ({ kind: 'chart' as const, id, needs: refs('figure', figures) })),
    ...linked.scenes.map(sceneNode),
    ...linked.claims.map(claimNode),
  ]
}

/** Makes something of a case once, for as long as that case is shown. */
function oncePerCase<Value>(make: (linked: LinkedCase) => Value): (linked: LinkedCase) => Value {
  const made = new WeakMap<LinkedCase, Value>()
  return (linked) => {
    const known = made.get(linked)
    if (known !== undefined) return known
    const value = make(linked)
    made.set(linked, value)
    return value
  }
}

/** What the sources of a case take from each other. */
export const tiesOf: (linked: LinkedCase) => SourceTies = oncePerCase(({ sources }) => tieSources(sources))

/** What rests on what in a case. */
export const dependentsOf: (linked: LinkedCase) => DependentsIndex = oncePerCase((linked) =>
  indexDependents(listDependencies(linked)),
)
