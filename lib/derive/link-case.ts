import type { Claim } from '@/lib/schema/case'
import type { Figure } from '@/lib/schema/figure'
import type { Actor } from '@/lib/schema/identifier'
import type { LayerId } from '@/lib/schema/layer'
import type { Place } from '@/lib/schema/place'
import type { CaseRecords, SetAside } from '@/lib/schema/records'
import type { Scene } from '@/lib/schema/scene'
import type { Source } from '@/lib/schema/source'
import type { Quotation, Statement } from '@/lib/schema/statement'
import { groupBy } from './arrays'
import { caseVersion } from './case-version'
import { compareWordings } from './compare-wordings'
import type { DrawnFeature, DrawnLayer } from './drawn-feature'
import { findLargest, isUnsorted, middleOf } from './field-values'
import { inferMeasure } from './figure-words'
import { type FigureDates, linkPlace, linkPlaces } from './link-place'
import type {
  Carried,
  Corroboration,
  LinkedActor,
  LinkedCase,
  LinkedClaim,
  LinkedFigure,
  LinkedLayer,
  LinkedQuestion,
  LinkedQuotation,
  LinkedScene,
} from './linked-case'
import { figureDate, listMoments } from './list-moments'
import { type CarriedRecord, countCarried, tieSources } from './origins/count-origins'
import { rankEveryWording } from './rank-wordings'
import { corroborations, type TimeWindow } from './record-filter'
import { timeExtent } from './time-extent'
import { writeNotes } from './write-notes'

/** Short hashes of the case and of each of its layers as served. */
export interface CaseVersions {
  case: string
  layers: ReadonlyMap<LayerId, string>
}

function corroborate({ form, records, notFoundIn = [] }: Quotation): Corroboration[] {
  const found = corroborations.filter((status) => records.some((record) => record.status === status))
  if (found.length > 0) return found
  if (notFoundIn.length > 0) return ['not-found']
  return form === 'term' ? [] : ['not-compared']
}

type Count = (record: CarriedRecord) => Carried
type FindSource = (id: string) => Source | undefined

function linkQuotation(quotation: Quotation, count: Count, source: FindSource): LinkedQuotation {
  const [nearest, ...others] = rankEveryWording(quotation, source)
  return {
    ...quotation,
    ...count(quotation),
    corroboration: corroborate(quotation),
    comparisons: quotation.records.map(({ words }) => compareWordings(quotation.passage.exact, words)),
    fromNearest: others.map(({ words }) => compareWordings(nearest.words, words)),
  }
}

/** All actors with what they said and counted. */
function linkActors({ actors, quotations, statements, figures }: CaseRecords): LinkedActor[] {
  const saidBy = groupBy(quotations, ({ speaker }) => speaker)
  const statedBy = groupBy(statements, ({ speaker }) => speaker)
  const countedBy = groupBy(figures, ({ by }) => by)
  return actors.map((actor) => {
    const of = <T>(records: ReadonlyMap<string | undefined, T[]>): readonly T[] => records.get(actor.id) ?? []
    return linkActor(actor, of(saidBy), of(statedBy), of(countedBy))
  })
}

function linkActor(
  actor: Actor,
  said: readonly Quotation[],
  stated: readonly Statement[],
  counted: readonly Figure[],
): LinkedActor {
  const places = new Set([...said, ...stated, ...counted].flatMap(({ about }) => about))
  return {
    ...actor,
    quotations: said.map(({ id }) => id),
    statements: stated.map(({ id }) => id),
    figures: counted.map(({ id }) => id),
    places: [...places],
  }
}

function windowOf(date: string): TimeWindow {
  const { start, end } = timeExtent(date)
  return { start, end }
}

function linkPeriod(period: string): Pick<LinkedCase, 'periodWindow'> {
  const { open } = timeExtent(period)
  return open === undefined ? { periodWindow: windowOf(period) } : {}
}

function linkScene(scene: Scene): LinkedScene {
  return scene.time === undefined ? scene : { ...scene, timeWindow: windowOf(scene.time.window) }
}

function linkQuestions({ head: { questions }, figures }: CaseRecords): LinkedQuestion[] {
  const answers = groupBy(figures, ({ question }) => question)
  return questions.map((question) => ({
    ...question,
    measures: question.measures ?? inferMeasure(answers.get(question.id)?.[0]?.unit),
  }))
}

function linkClaim(claim: Claim): LinkedClaim {
  return {
    ...claim,
    declaredIn: windowOf(claim.declared),
    rejections: claim.rejections.map((rejection) => ({ ...rejection, rejectedIn: windowOf(rejection.date) })),
  }
}

/** Whether some of what is on its tiles is in none of its categories. */
function hasOthers({ tiles, categories }: Pick<CaseRecords['layers'][number], 'tiles' | 'categories'>): boolean {
  return categories !== undefined && (tiles?.counts.at(-1) ?? 0) > 0
}

/** How many places of a choropleth lie in none of its units. */
function countUncounted(drawn: readonly DrawnFeature[]): number {
  const [all, counted] = [new Set<string>(), new Set<string>()]
  for (const { properties } of drawn) {
    all.add(properties.place)
    if (properties.unit !== undefined) counted.add(properties.place)
  }
  return all.size - counted.size
}

function linkLayer(
  layer: Omit<CaseRecords['layers'][number], 'places'> & { version: string },
  places: readonly Place[],
  drawnByPlace: ReadonlyMap<string, readonly DrawnFeature[]>,
): LinkedLayer {
  const drawn = places.flatMap(({ id }) => drawnByPlace.get(id) ?? [])
  const largest = findLargest(drawn)
  return {
    ...layer,
    count: layer.tiles?.count ?? places.length,
    ...(largest === undefined ? {} : { largest }),
    ...(layer.mark === 'hexagon' ? { gridMiddle: middleOf(drawn) } : {}),
    ...(layer.mark === 'choropleth' ? { uncounted: countUncounted(drawn) } : {}),
    ...(isUnsorted(layer, drawn) || hasOthers(layer) ? { unsorted: true as const } : {}),
  }
}

/**
 * Links a case's records both ways and derives what the page shows of them: corroboration, comparisons of wordings,
 * bounds and anchors as drawn, areas as measured. `drawn` are the layers of `records`, drawn; `versions` has one entry a
 * layer, in the layer table's order: a layer without one is left out. Never throws on records that were parted.
 */
export function linkCase(
  records: CaseRecords,
  setAside: readonly SetAside[],
  drawn: readonly DrawnLayer[],
  versions: CaseVersions,
): LinkedCase {
  const drawnByPlace = new Map<string, DrawnFeature[]>()
  for (const feature of drawn.flatMap(({ features }) => features)) {
    const { place } = feature.properties
    const parts = drawnByPlace.get(place)
    if (parts === undefined) drawnByPlace.set(place, [feature])
    else parts.push(feature)
  }
  const links = linkPlaces(records)
  const ties = tieSources(records.sources)
  const count: Count = (record) => countCarried(ties, record)
  const sources = new Map(records.sources.map((source) => [source.id, source]))
  const published = new Map(records.sources.map((source) => [source.id, source.published]))
  const figures = records.figures.map((figure): LinkedFigure => {
    const dated = figureDate(figure, published, records.head.reported)
    return { ...figure, ...count(figure), dated }
  })
  const claims = new Map(records.head.claims.map((claim) => [claim.id, claim]))
  const dates: FigureDates = new Map(figures.map(({ id, dated }) => [id, dated]))
  const layers = records.layers.flatMap((layer) => {
    const version = versions.layers.get(layer.id)
    return version === undefined ? [] : [{ ...layer, version }]
  })
  const linkedPlaces = layers.flatMap(({ places, ...layer }) =>
    places.map((place) =>
      linkPlace(place, layer, drawnByPlace.get(place.id) ?? [], links.get(place.id), claims, dates),
    ),
  )
  return {
    ...records.head,
    version: versions.case,
    caseVersion: caseVersion(records.head, records.corrections),
    ...linkPeriod(records.head.period),
    questions: linkQuestions(records),
    claims: records.head.claims.map(linkClaim),
    layers: layers.map(({ places, ...layer }) => linkLayer(layer, places, drawnByPlace)),
    places: linkedPlaces,
    notes: writeNotes(records, linkedPlaces),
    actors: linkActors(records),
    quotations: records.quotations.map((quotation) => linkQuotation(quotation, count, (id) => sources.get(id))),
    statements: records.statements.map((statement) => ({ ...statement, ...count(statement) })),
    figures,
    events: records.events.map((event) => ({ ...event, ...count(event) })),
    moments: listMoments(records, figures, linkedPlaces),
    scenes: records.scenes.map(linkScene),
    evidence: records.evidence,
    sources: records.sources,
    corrections: records.corrections,
    setAside: [...setAside],
  }
}
