import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, findDifferences, findVisibleDifferences } from '@/lib/derive/find-differences'
import type { Corroboration, LinkedFigure, LinkedQuestion, LinkedQuotation } from '@/lib/derive/linked-case'
import { figureDate } from '@/lib/derive/list-moments'
import { timeExtent } from '@/lib/derive/time-extent'
import type { Measure } from '@/lib/schema/case'

const question = (id: string, measures: Measure = 'count'): LinkedQuestion => ({ id, title: id, measures })
const questions = [question('near'), question('far')]

/** A figure of an official body on 2 October, or something else. `asOf: null`: nobody dates it. */
function figure(
  id: string,
  { asOf = '2022-10-02', ...change }: Partial<Omit<LinkedFigure, 'asOf'>> & { asOf?: string | null },
): LinkedFigure {
  const own: Omit<LinkedFigure, 'dated'> = {
    id,
    question: 'near',
    unit: 'people',
    qualifier: 'exactly',
    counts: 'counted',
    by: 'one',
    status: 'official',
    about: [],
    reports: 1,
    origins: 1,
    ...(asOf === null ? {} : { asOf }),
  }
  return { ...own, dated: figureDate(own, new Map(), '2022-10-02'), ...change }
}

const idsOf = ({ figures }: Difference) => figures.map((each) => each.figure.id)

describe('the questions that makers answer differently', () => {
  it('are those that several answer for overlapping days, the furthest apart first', () => {
    const found = findDifferences(questions, [
      figure('a', { value: 100 }),
      figure('b', { value: 90, by: 'two' }),
      figure('c', { question: 'far', value: 100 }),
      figure('d', { question: 'far', range: [20, 30], by: 'two', asOf: '2022-10' }),
    ])
    expect(found.map(({ kind, question: id, distance }) => [kind, id, distance])).toEqual([
      ['apart', 'far', { amount: 80, unit: 'people', measures: 'count', relative: 0.8 }],
      ['apart', 'near', { amount: 10, unit: 'people', measures: 'count', relative: 0.1 }],
    ])
    expect(found[0]?.figures.map((each) => [each.figure.id, each.low, each.high])).toEqual([
      ['d', 20, 30],
      ['c', 100, 100],
    ])
  })

  it('are not those of one maker: its parts of one count, its single answer', () => {
    expect(findDifferences(questions, [figure('for', { value: 143 }), figure('against', { value: 5 })])).toEqual([])
    expect(findDifferences(questions, [figure('a', { range: [1, 2] })])).toEqual([])
  })

  it('are not those of days that do not touch', () => {
    const days = (one: string, other: string) =>
      findDifferences(questions, [
        figure('a', { value: 1, asOf: one }),
        figure('b', { value: 2, by: 'two', asOf: other }),
      ])
    expect(days('2022-09-26', '2022-09-27')).toEqual([])
    expect(days('2022-09-21/2022-09-26', '2022-09-27/..')).toEqual([])
    expect(days('2022-09-21/2022-09-27', '2022-09-27/..')).toHaveLength(1)
    expect(days('../2022-09-26', '2022-09-27')).toEqual([])
  })

  it('may be of a figure that nobody dates: it may be of any day', () => {
    const found = findDifferences(questions, [
      figure('a', { value: 1, asOf: null }),
      figure('b', { value: 2, by: 'two' }),
    ])
    expect(found.map(({ kind }) => kind)).toEqual(['apart'])
  })

  it('keep answers that agree, and say that they do', () => {
    const [agreed] = findDifferences(questions, [figure('a', { value: 4 }), figure('b', { value: 4, by: 'two' })])
    expect(agreed).toMatchObject({ kind: 'alike', distance: { amount: 0 }, scale: [0, 4] })
  })

  it('have no scale and no distance in different units', () => {
    const [mixed] = findDifferences(questions, [
      figure('a', { value: 4, unit: 'km' }),
      figure('b', { value: 4000, unit: 'm', by: 'two' }),
    ])
    expect(mixed).toMatchObject({ kind: 'apart', scale: null, distance: null })
  })
})

describe('no difference across scales', () => {
  const of = (measures: Measure, low: number, high: number, unit: string) =>
    findDifferences(
      [question('near', measures)],
      [figure('a', { value: high, unit }), figure('b', { value: low, unit, by: 'two' })],
    )

  it('gives magnitudes their difference in magnitudes: 2.3 and 1.8 are 0.5 apart, and no per cent', () => {
    const [shock] = of('magnitude', 1.8, 2.3, 'magnitude')
    expect(shock?.distance).toEqual({ amount: 0.5, unit: 'magnitude', measures: 'magnitude', relative: null })
    // No zero to begin at: 0 is just another shock.
    expect(shock?.scale).toEqual([1.8, 2.3])
  })

  it('gives shares theirs in points, and no per cent of a per cent', () => {
    expect(of('share', 20, 30, '%')[0]?.distance).toMatchObject({ amount: 10, unit: '%', relative: null })
  })

  it.each(['count', 'rate', 'length', 'area'] as const)('gives a %s as a share of the larger', (measures) => {
    expect(of(measures, 30, 40, 'km')[0]).toMatchObject({ distance: { amount: 10, relative: 0.25 }, scale: [0, 40] })
  })

  it('has no votes: they are parts of one count, whoever counts them', () => {
    expect(of('vote', 5, 143, 'states')).toEqual([])
  })

  it('has nothing that was worked out here', () => {
    expect(
      findDifferences(questions, [figure('a', { value: 1 }), figure('b', { value: 2, by: 'two', status: 'derived' })]),
    ).toEqual([])
  })

  it('takes one maker’s numbers of two dates for a series, earliest first, that does not disagree', () => {
    const found = findDifferences(questions, [
      figure('later', { value: 200, asOf: '2022-09-21/2022-10-04' }),
      figure('earlier', { value: 98, asOf: '2022-09-21/2022-09-27' }),
    ])
    expect(found.map((each) => [each.kind, idsOf(each), each.distance])).toEqual([
      ['series', ['earlier', 'later'], null],
    ])
  })

  it('leaves out of a disagreement what nobody else answers for its days', () => {
    const [apart, series] = findDifferences(questions, [
      figure('a', { value: 1, asOf: '2022-09-26' }),
      figure('a-later', { value: 50, asOf: '2022-10-04' }),
      figure('b', { value: 3, by: 'two', asOf: '2022-09-26' }),
    ])
    expect(apart).toMatchObject({ kind: 'apart', distance: { amount: 2 } })
    expect(apart && idsOf(apart)).toEqual(['a', 'b'])
    expect(series && [series.kind, idsOf(series)]).toEqual(['series', ['a', 'a-later']])
  })
})

describe('the differences of any case', () => {
  const measuresOf: Record<string, Measure> = { count: 'count', magnitude: 'magnitude', vote: 'vote', length: 'length' }
  const asked = Object.entries(measuresOf).map(([id, measures]) => question(id, measures))
  const day = fc.integer({ min: 10, max: 20 }).map((at) => `2022-09-${at}`)
  const asOf = fc.oneof(
    fc.constant(null),
    day,
    fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : a > b ? `${b}/${a}` : a)),
    day.map((at) => `${at}/..`),
    day.map((at) => `../${at}`),
  )
  const size = fc.oneof(
    fc.nat({ max: 20 }).map((value) => ({ value })),
    fc
      .tuple(fc.nat({ max: 10 }), fc.nat({ max: 10 }))
      .map(([low, more]): { range: [number, number] } => ({ range: [low, low + more] })),
  )
  const anyFigures = fc
    .array(
      fc.record({
        question: fc.constantFrom(...Object.keys(measuresOf)),
        by: fc.constantFrom('one', 'two', 'three', 'four'),
        asOf,
        size,
        unit: fc.oneof({ weight: 9, arbitrary: fc.constant('km') }, { weight: 1, arbitrary: fc.constant('m') }),
        status: fc.constantFrom('official' as const, 'claimed' as const, 'measured' as const, 'derived' as const),
      }),
      { maxLength: 24 },
    )
    .map((all) => all.map(({ size: numbers, ...each }, at) => figure(`f${at}`, { ...each, ...numbers })))

  const span = ({ asOf: date }: LinkedFigure): [number, number] => {
    if (date === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const { start, end, open } = timeExtent(date)
    return [open === 'start' ? Number.NEGATIVE_INFINITY : start, open === 'end' ? Number.POSITIVE_INFINITY : end]
  }
  const ends = ({ value, range }: LinkedFigure) => range ?? [value ?? Number.NaN, value ?? Number.NaN]

  /** By the definition, every pair looked at. */
  function disagree(one: LinkedFigure, other: LinkedFigure): boolean {
    const [[a, b], [c, d]] = [span(one), span(other)]
    return one.by !== other.by && a < d && c < b
  }

  function naive(figures: readonly LinkedFigure[]) {
    return asked.flatMap(({ id, measures }) => {
      if (measures === 'vote') return []
      const answers = figures.filter((each) => each.question === id && each.status !== 'derived')
      const pairs = answers.flatMap((one) =>
        answers.filter((other) => disagree(one, other)).map((other) => [one, other] as const),
      )
      const against = answers.filter((each) => pairs.some(([one]) => one === each))
      if (against.length === 0) return []
      const oneUnit = new Set(against.map(({ unit }) => unit)).size === 1
      const apart = pairs.map(([one, other]) => ends(other)[1] - ends(one)[0])
      const amount = oneUnit ? Math.max(0, ...apart) : null
      const largest = pairs.filter((_, at) => apart[at] === amount).map(([, other]) => ends(other)[1])
      return [{ id, measures, amount, largest, ids: against.map((each) => each.id).toSorted() }]
    })
  }

  it('are those that every pair of figures looked at gives', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const found = findDifferences(asked, figures).filter(({ kind }) => kind !== 'series')
        const expected = naive(figures)
        expect(found.map((each) => each.question).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
        for (const { id, measures, amount, largest, ids } of expected) {
          const each = found.find((one) => one.question === id)
          expect(each && idsOf(each).toSorted()).toEqual(ids)
          expect(each?.distance?.amount ?? null).toBe(amount)
          expect(each?.kind).toBe(amount === 0 ? 'alike' : 'apart')
          const relative = each?.distance?.relative ?? null
          if (amount === null || measures === 'magnitude') expect(relative).toBeNull()
          else if (amount > 0) expect(largest.map((high) => amount / high)).toContain(relative)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('never have a vote, what was derived, or a magnitude in per cent; nor one maker against itself', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        for (const each of findDifferences(asked, figures)) {
          expect(measuresOf[each.question]).not.toBe('vote')
          expect(each.figures.every((one) => one.figure.status !== 'derived')).toBe(true)
          if (each.distance?.measures === 'magnitude') expect(each.distance.relative).toBeNull()
          const reporters = new Set(each.figures.map((one) => one.figure.by))
          if (each.kind === 'series') expect([reporters.size, each.distance]).toEqual([1, null])
          else expect(reporters.size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are whole on their scale and in their order: what is apart, by how far; what agrees; what is a series', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const found = findDifferences(asked, figures)
        const order = ['apart', 'alike', 'series']
        expect(found.map(({ kind }) => order.indexOf(kind))).toEqual(
          found.map(({ kind }) => order.indexOf(kind)).toSorted((a, b) => a - b),
        )
        const far = found.filter(({ kind }) => kind === 'apart').map(({ distance }) => distance?.relative ?? 0)
        expect(far).toEqual(far.toSorted((a, b) => b - a))
        for (const { scale, figures: answers } of found)
          for (const { low, high } of scale === null ? [] : answers) {
            expect(low).toBeGreaterThanOrEqual(scale?.[0] ?? Number.NaN)
            expect(high).toBeLessThanOrEqual(scale?.[1] ?? Number.NaN)
          }
      }),
    )
  })
})

describe('the differences of what is shown', () => {
  const figures = [
    figure('a', { value: 100 }),
    figure('b', { value: 90, by: 'two' }),
    figure('c', { question: 'far', value: 100 }),
    figure('d', { question: 'far', value: 20, by: 'two' }),
  ]
  const quotation = (id: string, ...corroboration: Corroboration[]) => ({ id, corroboration }) as LinkedQuotation
  const quotations = [
    quotation('same', 'same-words'),
    quotation('both', 'same-words', 'differs'),
    quotation('lost', 'not-found'),
    quotation('open', 'not-compared'),
    quotation('hidden', 'differs'),
  ]
  const show = (...ids: string[]) =>
    findVisibleDifferences({ questions, figures, quotations }, { figure: new Set(ids), quotation: new Set(ids) })

  it('keep every answer of a question, and its scale, while any of them is shown', () => {
    const whole = findDifferences(questions, figures)
    expect(show('b').questions).toEqual(whole.filter(({ question: id }) => id === 'near'))
    expect(show('a', 'b', 'd').questions).toEqual(whole)
    expect(show('same').questions).toEqual([])
  })

  it('tell what another record has otherwise, what was looked for in vain and what nobody looked for', () => {
    const { differing, notFound, notCompared } = show('same', 'both', 'lost', 'open')
    expect([differing, notFound, notCompared].map((list) => list.map(({ id }) => id))).toEqual([
      ['both'],
      ['lost'],
      ['open'],
    ])
  })
})

describe('a scale', () => {
  const scale = (measures: Measure, low: number, high: number) =>
    findDifferences(
      [question('near', measures)],
      [figure('a', { value: low, unit: 'u' }), figure('b', { value: high, by: 'two', unit: 'u' })],
    )[0]?.scale

  it('begins at zero, below it where an answer lies there, and of magnitudes at the lowest', () => {
    expect(scale('count', 20, 30)).toEqual([0, 30])
    expect(scale('count', -20, 30)).toEqual([-20, 30])
    expect(scale('magnitude', 2, 3)).toEqual([2, 3])
  })
})
