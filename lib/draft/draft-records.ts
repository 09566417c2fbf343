import { createLocator } from '@/lib/derive/locate-passage'
import { MAX_CONTEXT_LENGTH } from '@/lib/schema/passage'
import type { DraftedPlace } from './choose-places'
import type { Draft } from './draft-report'
import type { Named } from './names'
import { clip, createIds, noteOf } from './proposals'
import { type Stretch, stretchAt, stretchesWithin } from './report-text'

/** What is told of the report beside its text. */
export interface ReportFacts {
  title: string
  publisher: string
  /** Its day, as `2022-10-02`. */
  reported: string
  /** Today, as `2022-10-05`. */
  today: string
  sha256: string
  address?: string | undefined
  /** What the positions of its places come from, for a reader. */
  gazetteer: string
}

/** How far from the true place a name's point may be, km, by what the name is of. */
const ACCURACY_KM: Readonly<Record<string, number>> = { city: 10, region: 150, island: 50, sea: 300, country: 500 }
const SOURCE = 'the-report'
const LAYER = 'places-in-the-report'
const MAX_TITLE = 90
const MAX_EXACT = 2000
const MAX_UNIT = 24

/** Bounds of some points with room around them, [west, south, east, north] in degrees. */
function boundsOf(points: readonly (readonly [number, number])[]): [number, number, number, number] {
  let [west, south, east, north] = [180, 85, -180, -85]
  for (const [lng, lat] of points) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  if (points.length === 0) return [-30, -10, 60, 60]
  const [aside, above] = [Math.max(2, (east - west) * 0.1), Math.max(1.5, (north - south) * 0.1)]
  return [
    Math.max(-180, west - aside),
    Math.max(-80, south - above),
    Math.min(180, east + aside),
    Math.min(80, north + above),
  ]
}

/** The files of a case made of a report's draft, by name; each record is a proposal for an editor to mend. */
export function draftRecords(draft: Draft, caseId: string, facts: ReportFacts): ReadonlyMap<string, unknown> {
  const { report, places } = draft
  const locate = createLocator(report.text, MAX_CONTEXT_LENGTH)
  const passageOf = ({ start, end }: Stretch) => {
    const exact = report.text.slice(start, Math.min(end, start + MAX_EXACT))
    const from = report.pointAt(start)
    const at = { start: from, end: from + Array.from(exact).length }
    const found = locate({ exact, ...at })
    const around = {
      prefix: report.text.slice(Math.max(0, start - MAX_CONTEXT_LENGTH / 2), start),
      suffix: report.text.slice(start + exact.length, start + exact.length + MAX_CONTEXT_LENGTH / 2),
    }
    return { source: SOURCE, exact, ...(found.status === 'located' ? found.selectors : { ...around, ...at }) }
  }

  const actorId = createIds()
  actorId(SOURCE, SOURCE)
  const actors = new Map<string, { id: string; named: Named }>()
  /** The actor of that name; the report itself where nobody is named. */
  const idOf = (named: Named | null): string => {
    if (named === null) return SOURCE
    const actor = actors.get(named.name) ?? { id: actorId(named.name, 'somebody'), named }
    actors.set(named.name, actor)
    return actor.id
  }
  const placeId = createIds()
  const placeIds = new Map<DraftedPlace, string>(places.map((place) => [place, placeId(place.place.name, 'place')]))
  const mentions = [...placeIds]
    .flatMap(([place, id]) => place.mentions.map((mention) => ({ ...mention, id })))
    .sort((one, other) => one.start - other.start)
  /** The places that are named in the paragraph of a stretch. */
  const aboutOf = (stretch: Stretch): string[] => {
    const paragraph = stretchAt(report.paragraphs, stretch.start) ?? stretch
    return [...new Set(stretchesWithin(mentions, paragraph).map(({ id }) => id))]
  }

  const quotationId = createIds()
  const quotations = draft.quotations.map(({ quoted, by, isTerm, sure, because }) => ({
    id: quotationId(
      `${by?.name.split(' ').at(-1) ?? ''} ${quoted.words.split(/\s+/).slice(0, 4).join(' ')}`,
      'quotation',
    ),
    form: isTerm || by === null ? 'term' : 'speech',
    passage: passageOf(quoted),
    ...(by !== null && { speaker: idOf(by) }),
    about: aboutOf(quoted),
    ...(quoted.garbled !== undefined && { garbled: true }),
    note: noteOf(sure, quoted.garbled === undefined ? because : `${because}; it has ${quoted.garbled}`),
    records: [],
  }))
  const statementId = createIds()
  const statements = draft.statements.map((statement) => {
    const passage = passageOf(statement)
    return {
      id: statementId(
        `${statement.by.name.split(' ').at(-1) ?? ''} ${passage.exact.split(/\s+/).slice(0, 4).join(' ')}`,
        'statement',
      ),
      form: 'indirect',
      words: `${statement.by.name} ${statement.verb}: ${passage.exact}`,
      passage,
      speaker: idOf(statement.by),
      certainty: statement.certainty,
      about: aboutOf(statement),
      records: [],
      note: noteOf(statement.sure, statement.because),
    }
  })
  const figureId = createIds()
  const questions = new Map<string, string>()
  const questionId = createIds()
  const figures = draft.figures.map((figure) => {
    const unit = clip(figure.unit === '' ? 'not told' : figure.unit, MAX_UNIT)
    const question = questions.get(unit) ?? questionId(`how-many-${unit}`, 'how-many')
    questions.set(unit, question)
    return {
      id: figureId(`${figure.value ?? figure.range?.join(' to ')} ${figure.unit}`, 'figure'),
      question,
      ...(figure.range === undefined ? { value: figure.value } : { range: figure.range }),
      unit,
      qualifier: figure.qualifier,
      counts: 'as the report tells it',
      by: idOf(figure.by),
      status: 'claimed',
      passage: passageOf(figure),
      about: aboutOf(figure),
      note: noteOf(figure.sure, figure.because),
    }
  })
  const eventId = createIds()
  const events = draft.events.map((event) => {
    const passage = passageOf(event)
    return {
      id: eventId(`${event.date.date.slice(0, 10)} ${passage.exact.split(/\s+/).slice(0, 5).join(' ')}`, 'event'),
      title: clip(passage.exact.replace(/\s+/g, ' '), MAX_TITLE),
      date: event.date.date,
      ...(event.date.isRelative && {
        dateBasis: `The report’s words are “${report.text.slice(event.date.start, event.date.end)}”, counted from ${facts.reported}`,
      }),
      about: aboutOf(event),
      by: [],
      reportedBy: [],
      passage,
      records: [],
      note: noteOf(event.sure, event.because),
    }
  })
  for (const named of draft.people) if (named.kind === 'person') idOf(named)
  const named = [...actors.values()].map(({ id, named: { kind, name, role = 'Named in the report' } }) => ({
    id,
    kind: kind === 'person' ? 'person' : 'body',
    name,
    role,
    side: 'named',
  }))
  const dates = draft.events
    .map(({ date }) => date.date.slice(0, 10))
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/u.test(date))
    .sort()
  const first = dates.find((date) => date <= facts.reported) ?? facts.reported
  return new Map<string, unknown>([
    [
      'case.json',
      {
        id: caseId,
        title: facts.title,
        // Readers see it too, until the editor has written another.
        summary: `From a report of ${facts.reported}.`,
        period: first === facts.reported ? first : `${first}/${facts.reported}`,
        reported: facts.reported,
        updated: facts.today,
        source: SOURCE,
        bounds: boundsOf(places.map(({ place }) => place.at)),
        sides: [{ id: 'named', name: 'Named in the report' }],
        questions: [...questions].map(([unit, id]) => ({ id, title: `How many: ${unit}?` })),
        claims: [],
        charts: [],
      },
    ],
    [
      'layers.json',
      [
        {
          id: LAYER,
          name: 'Places named in the report',
          key: 'A place that the report names',
          mark: 'symbol',
          hue: 'azure',
          symbol: 'dot',
        },
      ],
    ],
    [
      'sources.json',
      [
        {
          id: SOURCE,
          title: facts.title,
          publisher: facts.publisher,
          kind: 'original',
          ...(facts.address !== undefined && { address: facts.address }),
          published: facts.reported,
          sha256: facts.sha256,
          missing: {
            ...(facts.address === undefined && { address: 'Not given when the draft was made.' }),
            archived: 'Nobody has looked yet.',
          },
        },
      ],
    ],
    [
      'actors.json',
      [{ id: SOURCE, kind: 'body', name: facts.publisher, role: 'Publisher of the report', side: 'named' }, ...named],
    ],
    ['quotations.json', quotations],
    ['statements.json', statements],
    ['figures.json', figures],
    ['events.json', events],
    ['scenes.json', []],
    [
      `layers/${LAYER}.geojson`,
      {
        type: 'FeatureCollection',
        features: [...placeIds].map(([{ place, others, because }, id]) => ({
          type: 'Feature',
          id,
          geometry: { type: 'Point', coordinates: place.at },
          properties: {
            name: place.name,
            kind: place.kind,
            accuracyKm: ACCURACY_KM[place.kind] ?? 50,
            basis: `${facts.gazetteer}: ${because}${
              others.length === 0
                ? ''
                : `. Others: ${others
                    .map(
                      ({ kind, country, region, at }) =>
                        `${kind}${country === undefined ? '' : ` in ${[region, country].filter(Boolean).join(', ')}`} at ${at.join(', ')}`,
                    )
                    .slice(0, 5)
                    .join('; ')}`
            }`,
            sources: [SOURCE],
          },
        })),
      },
    ],
  ])
}
