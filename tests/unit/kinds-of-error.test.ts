import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawLayer } from '@/lib/derive/draw-layer'
import { figurePeriod } from '@/lib/derive/figure-words'
import { findDifferences } from '@/lib/derive/find-differences'
import { isOutside } from '@/lib/derive/marks-in-time'
import { rankWordings } from '@/lib/derive/rank-wordings'
import { timeExtent } from '@/lib/derive/time-extent'
import { readDrawn } from '@/lib/server/build-case'
import { createCaseStore } from '@/lib/server/case-store'

/** The kinds of error that a hostile reader found in the first case, each as a rule over all of it. */

const loaded = await createCaseStore('data').loadCase('2022-10-annexation')
if (loaded === null) throw new Error('the committed case cannot be read')
const { linked, layers } = loaded
const { actors, claims, corrections, events, figures, moments, places, questions, quotations, sources, statements } =
  linked

const actorIds = new Set(actors.map(({ id }) => id))
const sourceIds = new Set(sources.map(({ id }) => id))
const figureOf = new Map(figures.map((figure) => [figure.id, figure]))
const drawn = [...layers.values()].flatMap(readDrawn)

describe('who did it and who reports it', () => {
  it.each(events.map((event) => [event.id, event] as const))('are two of %s', (_, { by, reportedBy, named = [] }) => {
    const roles = [...by, ...reportedBy, ...named]
    expect(new Set(roles).size).toBe(roles.length)
    for (const actor of roles) expect(actorIds).toContain(actor)
  })

  it('leave no doer who anywhere only passes things on', () => {
    const passing = new Set(
      figures.flatMap(({ via = [], records = [] }) => [...via, ...records.flatMap((record) => record.via ?? [])]),
    )
    const doers = new Set(events.flatMap(({ by }) => by))
    expect([...doers].filter((actor) => passing.has(actor))).toEqual([])
  })

  it('leave no doer that is a newsroom or a network of instruments', () => {
    const reporting = new Set(['news-media', 'independent-media', 'research', 'caseboard'])
    const sideOf = new Map(actors.map(({ id, side }) => [id, side]))
    for (const { id, by } of events)
      for (const actor of by) expect(reporting.has(sideOf.get(actor) ?? ''), `${id}: ${actor}`).toBe(false)
  })

  it('leave an explosion without a doer, as no record names one', () => {
    for (const id of ['explosion-first', 'explosion-second'])
      expect(events.find((event) => event.id === id)).toMatchObject({ by: [], reportedBy: ['snsn', 'geus'] })
    expect(events.find(({ id }) => id === 'invasion')).toMatchObject({ by: ['russia'], reportedBy: ['kortunov'] })
  })
})

describe('the date of a mark', () => {
  const sized = places.filter(({ sizedBy }) => sizedBy !== undefined)

  it('is of some places at all', () => {
    expect(sized.length).toBeGreaterThan(5)
  })

  it.each(sized.map((place) => [place.id, place] as const))('of %s is that of its own figures', (_, place) => {
    const periods = (place.sizedBy ?? []).map((id) => figureOf.get(id)?.asOf)
    if (periods.includes(undefined)) {
      // A figure that nobody dates bounds nothing.
      expect([place.from, place.to]).toEqual([place.fromDate && timeExtent(place.fromDate).start, undefined])
      return
    }
    const extents = periods.flatMap((asOf) => (asOf === undefined ? [] : [timeExtent(asOf)]))
    const since = place.fromDate === undefined ? Number.NEGATIVE_INFINITY : timeExtent(place.fromDate).start
    expect(place.from).toBe(Math.max(since, Math.min(...extents.map(({ start }) => start))))
    expect(place.to).toBe(Math.max(...extents.map(({ end }) => end)))
  })

  it.each(sized.map((place) => [place.id, place] as const))(
    'of %s stands under its number, or “undated” does',
    (_, place) => {
      const [figure, ...others] = (place.sizedBy ?? []).flatMap((id) => figureOf.get(id) ?? [])
      const parts = drawn.filter(({ properties }) => properties.place === place.id && properties.caption !== undefined)
      expect(parts.length).toBeGreaterThan(0)
      if (figure === undefined || others.length > 0) return
      const words = figure.asOf === undefined ? 'undated' : figurePeriod(figure)
      for (const { properties } of parts) {
        expect(properties.detail?.split(' · ')[0]).toBe(words)
        if (figure.asOf === undefined) expect(properties.doubtful).toBe(true)
      }
    },
  )

  it('of a ring is that of the figure that measures it', () => {
    for (const place of places) {
      const rings = drawn.filter(({ properties }) => properties.place === place.id && properties.part === 'ring')
      expect(rings.map(({ properties }) => properties.detail?.split(' · ')[0])).toEqual(
        (place.rings ?? []).flatMap(({ figure: id }) => {
          const figure = figureOf.get(id)
          return figure === undefined ? [] : [figurePeriod(figure)]
        }),
      )
    }
  })

  it('takes it off the map outside of it', () => {
    const shown = (from: string, to: string) => {
      const time = { start: timeExtent(from).start, end: timeExtent(to).end }
      const hidden = new Set(sized.filter((place) => isOutside(place, time)).map(({ id }) => id))
      return sized.filter(({ id }) => !hidden.has(id)).map(({ id }) => id)
    }
    expect(shown('2022-10-01', '2022-10-02')).toEqual(['lars-queue-road', 'lars-queue-25'])
    expect(shown('2022-09-27', '2022-09-27')).toEqual([
      'lars-queue-road',
      'lars-queue-25',
      'arrivals-georgia',
      'arrivals-kazakhstan',
    ])
    expect(shown('2022-09-25', '2022-09-25')).toEqual([
      'lars-queue-road',
      'lars-queue-25',
      'lars-queue-16',
      'arrivals-eu',
      'arrivals-georgia',
      'arrivals-kazakhstan',
    ])
  })

  it('is never that on which the case was brought up to date', () => {
    for (const { id, date } of moments) expect(date, id).not.toBe(linked.updated)
  })
})

describe('differences', () => {
  const found = findDifferences(questions, figures)
  const measuresOf = new Map(questions.map(({ id, measures }) => [id, measures]))

  it('are of makers against each other, and none of votes or of what was worked out here', () => {
    expect(found.length).toBeGreaterThan(5)
    for (const { kind, question, figures: answers } of found) {
      expect(measuresOf.get(question)).not.toBe('vote')
      expect(answers.map(({ figure }) => figure.status)).not.toContain('derived')
      const reporters = new Set(answers.map(({ figure }) => figure.by))
      expect(reporters.size > 1, question).toBe(kind !== 'series')
    }
  })

  it('are in the scale of their question: no per cent of a magnitude or a share', () => {
    for (const { question, distance } of found) {
      if (distance === null) continue
      expect(distance.measures).toBe(measuresOf.get(question))
      if (distance.measures === 'magnitude' || distance.measures === 'share') expect(distance.relative).toBeNull()
    }
    const shocks = found.filter(({ distance }) => distance?.measures === 'magnitude')
    expect(shocks.map(({ distance }) => distance?.amount)).toEqual([0.5, 0.2])
  })

  it('are of overlapping days, each answer with another maker’s', () => {
    for (const { kind, figures: answers } of found) {
      if (kind === 'series') continue
      for (const { figure: one } of answers) {
        const against = answers.filter(
          ({ figure: other }) =>
            other.by !== one.by &&
            (one.dated.from ?? Number.NEGATIVE_INFINITY) < (other.dated.to ?? Number.POSITIVE_INFINITY) &&
            (other.dated.from ?? Number.NEGATIVE_INFINITY) < (one.dated.to ?? Number.POSITIVE_INFINITY),
        )
        expect(against.length, one.id).toBeGreaterThan(0)
      }
    }
  })

  it('keep a question’s answers in one unit, and say of every question what it measures', () => {
    const written: unknown = JSON.parse(readFileSync('data/cases/2022-10-annexation/case.json', 'utf8'))
    expect(written).toMatchObject({ questions: questions.map(({ id, measures }) => ({ id, measures })) })
    for (const { id, measures } of questions) {
      const units = new Set(figures.filter(({ question }) => question === id).map(({ unit }) => unit))
      if (measures === 'magnitude') expect([...units]).toEqual(['magnitude'])
      if (measures === 'share') expect([...units]).toEqual(['%'])
      if (measures === 'rate') expect([...units].every((unit) => / a day$/.test(unit))).toBe(true)
    }
  })
})

describe('the maker of a figure', () => {
  it.each(figures.map((figure) => [figure.id, figure] as const))(
    'of %s is named, and did not only pass it on',
    (_, figure) => {
      expect(actorIds).toContain(figure.by)
      const ways = [figure.via ?? [], ...(figure.records ?? []).map(({ via }) => via ?? [])]
      for (const way of ways) {
        expect(way).not.toContain(figure.by)
        expect(new Set(way).size).toBe(way.length)
      }
    },
  )

  it('is Caseboard of what was worked out here, and of nothing else', () => {
    for (const { id, by, status } of figures) expect(by === 'caseboard', id).toBe(status === 'derived')
  })

  it('is one of one number, by whatever ways it came', () => {
    const known = figures.filter(({ status }) => status !== 'derived')
    const keys = known.map(({ question, by, value, range, asOf, about, note }) =>
      // Two sizes, positions or depths of one question that are of different things say so.
      JSON.stringify([question, by, value, range, asOf, about, note]),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(figures.filter(({ value }) => value === 261_000).map(({ by, via }) => [by, via])).toEqual([
      ['fsb', ['independent-russian-media', 'cnn']],
    ])
  })
})

describe('the numeral of a figure', () => {
  const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  const numbersIn = (text: string): number[] => [
    ...[...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', ''))),
    ...[...text.matchAll(/[a-z]+/gi)].flatMap(([word]) => {
      const at = words.indexOf(word.toLowerCase())
      return at === -1 ? [] : [at]
    }),
    ...(/\b(a|one) kilometer/.test(text) ? [1000] : []),
  ]
  const counted = figures.flatMap(({ id, value, range, passage, note }) =>
    passage === undefined || passage.noted === true ? [] : [{ id, ends: range ?? [value], text: passage.exact, note }],
  )

  it('stands in its passage, but for one that counts names', () => {
    const missing = counted.filter(
      ({ ends, text }) => !ends.every((end) => numbersIn(text).includes(end ?? Number.NaN)),
    )
    expect(missing.map(({ id }) => id)).toEqual(['claimed-oblasts-4'])
    const [names] = missing
    expect(names?.text.split(/, | and /)).toHaveLength(4)
    expect(names?.note).toContain('the count is Caseboard’s')
  })
})

describe('what nobody found', () => {
  it('was compared: no quotation is “not found” without the record that was looked through', () => {
    for (const { id, form, corroboration, records, notFoundIn = [] } of quotations) {
      expect(corroboration.includes('not-found'), id).toBe(records.length === 0 && notFoundIn.length > 0)
      expect(corroboration.includes('not-compared'), id).toBe(
        form !== 'term' && records.length === 0 && notFoundIn.length === 0,
      )
      for (const { source } of notFoundIn) expect(sourceIds).toContain(source)
    }
  })
})

describe('sources', () => {
  const asked = ['address', 'archived', 'author', 'published', 'retrieved', 'sha256', 'takesFrom'] as const

  it.each(sources.map((source) => [source.id, source] as const))(
    '%s gives everything, or why it does not',
    (_, source) => {
      for (const field of asked) {
        const reason = source.missing?.[field]
        expect([source[field] === undefined, reason === undefined], field).toEqual(
          source[field] === undefined ? [true, false] : [false, true],
        )
        if (reason !== undefined) expect(reason).toMatch(/\p{L}{2}/u)
      }
      expect(source.kind).toBeDefined()
      // Whoever copies or retells takes the words from somewhere, or it is not known from where.
      if (source.kind === 'original') expect(source.takesFrom).toEqual([])
      else expect(source.takesFrom).not.toEqual([])
      expect(source.takesFrom ?? []).not.toContain(source.id)
    },
  )

  it('were not retrieved after the day to which the case was brought', () => {
    for (const { id, retrieved } of sources)
      if (retrieved !== undefined) expect(retrieved <= linked.updated, id).toBe(true)
  })
})

describe('the report’s 25 quotations', () => {
  const ofReport = quotations.filter(({ passage }) => passage.source === linked.source)

  it('are all there, each compared, differing or not compared, and each said by someone unless it is a term', () => {
    expect(ofReport).toHaveLength(25)
    expect(new Set(ofReport.map(({ id }) => id)).size).toBe(25)
    for (const { id, form, speaker, corroboration } of ofReport) {
      if (form !== 'term') expect(actorIds, id).toContain(speaker)
      if (form !== 'term') expect(corroboration.length, id).toBeGreaterThan(0)
    }
  })

  it.each(ofReport.map((quotation) => [quotation.id, quotation] as const))(
    '%s: better words stand first, spoiled ones last',
    (_, quotation) => {
      const kind = (id: string) => sources.find((source) => source.id === id)
      const ranked = rankWordings(quotation, kind)
      expect(ranked).toHaveLength(1 + quotation.records.filter(({ status }) => status === 'differs').length)
      if (quotation.garbled === true) expect(ranked.at(-1)).toMatchObject({ record: null, garbled: true })
      const kinds = ranked.filter(({ garbled }) => !garbled).map(({ source }) => kind(source)?.kind)
      const firstOther = kinds.findIndex((each) => each !== 'original')
      if (firstOther !== -1) expect(kinds.slice(firstOther)).not.toContain('original')
    },
  )
})

describe('statements', () => {
  it.each(statements.map((statement) => [statement.id, statement] as const))(
    '%s has its doubt and its condition in words',
    (_, statement) => {
      const { passage, hedge, condition, certainty, speaker, words } = statement
      expect(actorIds).toContain(speaker)
      expect(passage.source === linked.source ? typeof passage.start : 'number').toBe('number')
      // Their text is not in the project: of the source's own words only that they are words can be told here.
      for (const own of [hedge, condition]) if (own !== undefined) expect(own).toMatch(/^\p{L}[\p{L}\p{P} ]*\p{L}$/u)
      if (certainty === 'asserted') expect(hedge).toBeUndefined()
      if (['likely', 'possible', 'doubtful'].includes(certainty)) expect(hedge ?? condition).toBeDefined()
      expect(words).toMatch(/^\p{Lu}.*\.$/u)
    },
  )

  it('are the author’s where they judge, and somebody else’s where they are told', () => {
    const authors = new Set(statements.filter(({ form }) => form === 'judgement').map(({ speaker }) => speaker))
    expect(authors.size).toBe(1)
    for (const { id, form, speaker } of statements) expect(authors.has(speaker), id).toBe(form === 'judgement')
  })

  it('carry, with the other records, the report but for paragraphs that say why not', () => {
    for (const { paragraph, why } of linked.withoutRecord ?? []) {
      expect(paragraph).toBeGreaterThan(0)
      expect(why).not.toBe('')
    }
  })
})

describe('countries, seas and unions', () => {
  const wide = places.filter(({ kind }) => /country|sea\b|union|continent/i.test(kind))

  it('are names or nothing on the map, and never points', () => {
    expect(wide.length).toBeGreaterThan(8)
    for (const { id, drawn: how } of wide) {
      const parts = drawn.filter(({ properties }) => properties.place === id).map(({ properties }) => properties.part)
      expect(parts, id).toEqual(how === 'nothing' ? [] : ['name'])
      expect(how, id).toBeDefined()
    }
  })

  it('are what a record is about that is about a country, not its crossings', () => {
    const crossings = new Set(places.filter(({ layer }) => layer === 'border-crossings').map(({ id }) => id))
    for (const { id, about } of [...figures, ...events, ...statements, ...quotations])
      expect(about.filter((place) => crossings.has(place)).length, id).toBeLessThan(5)
  })

  it('are drawn the same by the model, whatever their geometry', () => {
    const place = {
      type: 'Feature' as const,
      id: 'union',
      geometry: { type: 'Point' as const, coordinates: [4, 50] as [number, number] },
      properties: {
        name: 'Union',
        kind: 'Union of states',
        accuracyKm: 20,
        basis: 'x',
        sources: ['s'],
        drawn: 'nothing' as const,
      },
    }
    const context = { figures: [], actors: [], claims: [], borders: [] }
    expect(
      drawLayer({ id: 'named-places', name: 'Names', mark: 'name', hue: 'slate', places: [place] }, context).features,
    ).toEqual([])
  })
})

describe('corrections', () => {
  it('name records of the case, or say nothing of what was taken out, in order of their days', () => {
    expect(corrections.length).toBeGreaterThan(0)
    const days = corrections.map(({ date }) => date)
    expect(days).toEqual(days.toSorted())
    for (const { id, date, wrong, right } of corrections) {
      expect(date <= linked.updated, id).toBe(true)
      expect(wrong, id).not.toBe(right)
    }
  })
})

it('a claim says how far it goes by a document', () => {
  for (const { id, extent, extentSource } of claims) {
    expect(extent === undefined, id).toBe(extentSource === undefined)
    if (extentSource !== undefined) expect(sourceIds).toContain(extentSource)
  }
})
