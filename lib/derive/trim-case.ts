import type { Correction } from '@/lib/schema/correction'
import type {
  LinkedActor,
  LinkedCase,
  LinkedClaim,
  LinkedEvent,
  LinkedFigure,
  LinkedMoment,
  LinkedPlace,
  LinkedQuotation,
  LinkedStatement,
} from './linked-case'

function trimPlace(place: LinkedPlace): LinkedPlace {
  const { id, layer, name, kind, bounds, anchor, from, to, undated, claim, rings, accuracyKm, drawn, units } = place
  const { quotations, statements, figures, events } = place
  return {
    ...{ id, layer, name, kind, bounds, anchor, accuracyKm, quotations, statements, figures, events },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(undated === undefined ? {} : { undated }),
    ...(drawn === undefined ? {} : { drawn }),
    ...(units === undefined ? {} : { units }),
    ...(claim === undefined ? {} : { claim }),
    ...(rings === undefined ? {} : { rings }),
    basis: '',
    sources: [],
    related: [],
  }
}

function trimQuotation({
  id,
  form,
  passage,
  speaker,
  where,
  whereBasis,
  about,
  corroboration,
  reports,
  origins,
}: LinkedQuotation): LinkedQuotation {
  const { source, exact } = passage
  return {
    ...{ id, form, about, corroboration, passage: { source, exact }, reports, origins },
    ...(speaker === undefined ? {} : { speaker }),
    ...(where === undefined ? {} : { where }),
    ...(whereBasis === undefined ? {} : { whereBasis }),
    records: [],
    comparisons: [],
    fromNearest: [],
  }
}

function trimStatement({ id, form, certainty, speaker, about, reports, origins }: LinkedStatement): LinkedStatement {
  const empty = { words: '', passage: { source: '', exact: '' }, records: [] }
  return { id, form, certainty, speaker, about, reports, origins, ...empty }
}

function trimFigure({
  id,
  question,
  value,
  range,
  unit,
  qualifier,
  dated,
  by,
  status,
  about,
  reports,
  origins,
}: LinkedFigure): LinkedFigure {
  return {
    ...{ id, question, unit, qualifier, dated, by, status, about, reports, origins },
    ...(value === undefined ? {} : { value }),
    ...(range === undefined ? {} : { range }),
    counts: '',
  }
}

function trimEvent(event: LinkedEvent): LinkedEvent {
  const { id, title, date, about, by, reportedBy, named, thread, passage, reports, origins } = event
  return {
    ...{
      id,
      title,
      about,
      by,
      reportedBy,
      reports,
      origins,
      passage: { source: passage.source, exact: '' },
      records: [],
    },
    ...(date === undefined ? {} : { date }),
    ...(named === undefined ? {} : { named }),
    ...(thread === undefined ? {} : { thread }),
  }
}

function trimActor({ id, kind, name, side, quotations, places }: LinkedActor): LinkedActor {
  return { id, kind, name, side, quotations, places, role: '', statements: [], figures: [] }
}

function trimMoment({ kind, id, start, end, open, precision, approximate, basis }: LinkedMoment): LinkedMoment {
  return { kind, id, start, end, precision, approximate, basis, date: '', ...(open === undefined ? {} : { open }) }
}

function trimClaim({ id, by, declared, declaredIn, precedent, asOf }: LinkedClaim): LinkedClaim {
  return { id, by, declared, declaredIn, precedent, asOf, words: '', rejections: [] }
}

function trimCorrection({ id, date, records }: Correction): Correction {
  return { id, date, records, wrong: '', right: '', why: '' }
}

/**
 * A case with what a map alone shows: where its places are, what they are called, how much there is about each, what
 * filters, windows of time, lines and laid-over shapes ask of the records, which of them were corrected. All else is left
 * empty: evidence, sources, scenes, charts, what was set aside. Its version is the whole case's.
 */
export function trimCase(linked: LinkedCase): LinkedCase {
  return {
    ...linked,
    summary: '',
    claims: linked.claims.map(trimClaim),
    places: linked.places.map(trimPlace),
    quotations: linked.quotations.map(trimQuotation),
    statements: linked.statements.map(trimStatement),
    figures: linked.figures.map(trimFigure),
    events: linked.events.map(trimEvent),
    actors: linked.actors.map(trimActor),
    moments: linked.moments.map(trimMoment),
    sides: [],
    questions: [],
    charts: [],
    scenes: [],
    evidence: [],
    sources: [],
    corrections: linked.corrections.map(trimCorrection),
    setAside: [],
  }
}
