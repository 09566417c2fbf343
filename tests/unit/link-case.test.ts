import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { compareWordings } from '@/lib/derive/compare-wordings'
import { drawLayer } from '@/lib/derive/draw-layer'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Figure } from '@/lib/schema/figure'
import { normaliseWording } from '@/lib/schema/plain-values'
import { layerIds, validRecords } from './read-fixture'

const records = validRecords()
const context = { ...records, claims: records.head.claims, borders: [] }
const drawn = records.layers.map((layer) => drawLayer(layer, context))
const versions = { case: 'c1', layers: new Map(layerIds.map((id) => [id, `v-${id}`])) }
let linked: LinkedCase
// Linked for each test: what is worked out while the file loads is no test's own, and no mutant of it would be noticed.
beforeEach(() => {
  linked = linkCase(records, [], drawn, versions)
})

function place(id: string) {
  const found = linked.places.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no place ${id}`)
  return found
}

describe('linkCase', () => {
  it('links places back to what names them', () => {
    expect(place('harbour')).toMatchObject({
      layer: 'border-crossings',
      quotations: ['wait', 'before'],
      figures: ['crossed-office', 'crossed-union'],
      events: [],
    })
    expect(place('capital')).toMatchObject({ quotations: ['ice', 'wait'], events: ['sailing'] })
  })

  it('links a place to the figures that it is drawn by', () => {
    expect(place('leak').figures).toEqual(['zone-5', 'boil-1', 'shock-2'])
  })

  it('puts the places named most often together first', () => {
    expect(place('capital').related).toEqual(['area-1', 'harbour'])
    expect(place('area-1').related).toEqual(['capital', 'area-2', 'harbour'])
    expect(place('pipe').related).toEqual([])
  })

  it('names every place once, in the order of the layers', () => {
    expect(linked.places.map(({ id }) => id)).toEqual(
      records.layers.flatMap(({ places }) => places.map(({ id }) => id)),
    )
    expect(linked.layers[0]).toMatchObject({
      id: 'annexed-oblasts',
      hue: 'vermilion',
      count: 2,
      version: 'v-annexed-oblasts',
    })
  })

  it('frames a place as drawn: the queue as cut, the leak with its rings', () => {
    expect(place('coast-road').bounds?.[3]).toBeCloseTo(56 + 12 / 111.195, 3)
    const [west = 0, south = 0, east = 0, north = 0] = place('leak').bounds ?? []
    expect(north - south).toBeCloseTo((2 * 9.26) / 111.195, 3)
    expect(east - west).toBeGreaterThan(north - south)
  })

  it('measures areas, and nothing else', () => {
    expect(place('area-1').measuredAreaKm2).toBeCloseTo(7002, -2)
    expect(place('coast-road')).not.toHaveProperty('measuredAreaKm2')
  })

  it('anchors a place where its label or mark is: a queue at the end that its length gives it', () => {
    expect(place('harbour').anchor).toEqual([11, 56])
    const [lng = 0, lat = 0] = place('coast-road').anchor ?? []
    expect([lng, lat]).toEqual([expect.closeTo(11, 5), expect.closeTo(56 + 12 / 111.195, 3)])
  })

  it('has a place from the first day of the month that it is dated to, and keeps how finely that is known', () => {
    const dated = {
      ...records,
      layers: records.layers.map((layer) => ({
        ...layer,
        places: layer.places.map((each) =>
          each.id === 'harbour' ? { ...each, properties: { ...each.properties, since: '2030-03' } } : each,
        ),
      })),
    }
    const found = linkCase(dated, [], drawn, versions).places.find(({ id }) => id === 'harbour')
    expect(found).toMatchObject({ from: Date.UTC(2030, 2, 1), fromDate: '2030-03' })
    expect(place('harbour')).not.toHaveProperty('from')
    expect(place('area-1')).toMatchObject({ from: Date.UTC(2030, 2, 1), fromDate: '2030-03-01' })
  })

  describe('stands on the map', () => {
    /** The queue with its place and its figure changed. */
    function queue(
      properties: { since?: string; until?: string },
      figure: Partial<Figure> & { asOf?: string | undefined },
    ) {
      const layers = records.layers.map((layer) => ({
        ...layer,
        places: layer.places.map((each) =>
          each.id === 'coast-road' ? { ...each, properties: { ...each.properties, ...properties } } : each,
        ),
      }))
      const figures = records.figures.map(({ asOf, ...each }) =>
        each.id === 'queue-12' ? { ...each, ...figure } : { ...each, ...(asOf === undefined ? {} : { asOf }) },
      )
      const found = linkCase({ ...records, layers, figures }, [], drawn, versions).places.find(
        ({ id }) => id === 'coast-road',
      )
      const day = (at: number | undefined) => at && new Date(at).toISOString().slice(0, 10)
      return [day(found?.from), day(found?.to)]
    }

    it.each([
      ['2030-03-10', ['2030-03-10', '2030-03-11']],
      ['2030-03-05/2030-03-10', ['2030-03-05', '2030-03-11']],
      ['2030-03', ['2030-03-01', '2030-04-01']],
      ['2030-03-05/..', ['2030-03-05', undefined]],
      ['../2030-03-05', [undefined, '2030-03-06']],
    ])('for the days that its figure counts: %s', (asOf, days) => {
      expect(queue({}, { asOf })).toEqual(days)
    })

    it('always where nobody says when its figure counts, whenever that was said or published', () => {
      expect(queue({}, {})).toEqual([undefined, undefined])
      expect(queue({}, { said: '2030-03-09' })).toEqual([undefined, undefined])
    })

    it('within its own days, never before it began or after it ended', () => {
      const asOf = '2030-03-05/2030-03-10'
      expect(queue({ since: '2030-03-07' }, { asOf })).toEqual(['2030-03-07', '2030-03-11'])
      expect(queue({ until: '2030-03-08' }, { asOf })).toEqual(['2030-03-05', '2030-03-09'])
      expect(queue({ since: '2030-03-01', until: '2030-03-31' }, { asOf })).toEqual(['2030-03-05', '2030-03-11'])
      expect(queue({ since: '2030-03-01', until: '2030-03-31' }, {})).toEqual(['2030-03-01', '2030-04-01'])
    })
  })

  it('leaves a place’s geometry to its layer', () => {
    expect(place('area-1')).not.toHaveProperty('geometry')
  })

  it('gives actors what they said and counted, and the places of it', () => {
    const actor = (id: string) => linked.actors.find((each) => each.id === id)
    expect(actor('governor')).toMatchObject({
      quotations: ['ice', 'wait'],
      statements: ['ferry-sails'],
      figures: [],
      places: ['area-1', 'harbour'],
    })
    expect(actor('union')).toMatchObject({ quotations: [], figures: ['crossed-union'], places: ['harbour'] })
  })

  it('says whether other records have the same words', () => {
    expect(linked.quotations.map(({ id, corroboration }) => [id, corroboration])).toEqual([
      ['ice', ['same-words']],
      ['wait', ['differs']],
      ['before', ['not-compared']],
      ['again', ['not-found']],
      ['winter', []],
    ])
  })

  it('says both where one record has the same words and another has others', () => {
    const quotations = records.quotations.map((quotation) => ({
      ...quotation,
      records: (['differs', 'same-words'] as const).map((status) => ({ source: 'report', words: 'x', status })),
    }))
    const both = linkCase({ ...records, quotations }, [], drawn, versions)
    for (const { corroboration } of both.quotations) expect(corroboration).toEqual(['same-words', 'differs'])
  })

  it('says “not found” of nothing that nobody looked for, and of nothing that some record has', () => {
    const record = fc.constantFrom('differs' as const, 'same-words' as const)
    const forms = fc.constantFrom('speech' as const, 'statement' as const, 'term' as const)
    const looked = fc.option(fc.array(fc.constant({ source: 'bulletin' }), { maxLength: 2 }), { nil: undefined })
    fc.assert(
      fc.property(forms, fc.array(record, { maxLength: 3 }), looked, (form, statuses, notFoundIn) => {
        const [first] = records.quotations
        if (first === undefined) throw new Error('no quotation')
        const quotation = {
          ...first,
          form,
          records: statuses.map((status) => ({ source: 'bulletin', words: 'x', status })),
          notFoundIn,
        }
        const [linkedOne] = linkCase({ ...records, quotations: [quotation] }, [], drawn, versions).quotations
        const expected =
          statuses.length > 0
            ? (['same-words', 'differs'] as const).filter((status) => statuses.includes(status))
            : (notFoundIn ?? []).length > 0
              ? ['not-found']
              : form === 'term'
                ? []
                : ['not-compared']
        expect(linkedOne?.corroboration).toEqual(expected)
      }),
    )
  })

  it('keeps statements, with who said them and about where', () => {
    expect(linked.statements.map(({ id }) => id)).toEqual(['ferry-sails', 'queue-stood'])
    expect(place('harbour').statements).toEqual(['ferry-sails'])
    expect(linked.actors.find(({ id }) => id === 'post')).toMatchObject({
      statements: ['queue-stood'],
      places: ['northmark'],
    })
  })

  it('keeps corrections as the case has them', () => {
    expect(linked.corrections).toEqual(records.corrections)
  })

  it('takes for what a question measures what the case says and, without that, what the unit tells', () => {
    const questions = records.head.questions.map(({ measures: _, ...question }) => question)
    const inferred = linkCase({ ...records, head: { ...records.head, questions } }, [], drawn, versions).questions
    expect(inferred.map(({ measures }) => measures)).toEqual(['count', 'length', 'length', 'magnitude'])
    const said = records.head.questions.map((question) => ({ ...question, measures: 'vote' as const }))
    const told = linkCase({ ...records, head: { ...records.head, questions: said } }, [], drawn, versions).questions
    expect(told.map(({ measures }) => measures)).toEqual(['vote', 'vote', 'vote', 'vote'])
  })

  it('compares each record’s wording', () => {
    expect(linked.quotations[1]?.comparisons).toEqual([
      [
        { kind: 'ours', text: 'will ' },
        { kind: 'theirs', text: 'The harbour can ' },
        { kind: 'same', text: 'not wait ' },
        { kind: 'theirs', text: 'for anyone.' },
      ],
    ])
  })

  it('leaves out a layer that is not served, with its places', () => {
    const served = { case: 'c1', layers: new Map([['border-crossings', 'v1']]) }
    const { layers, places } = linkCase(records, [], drawn, served)
    expect(layers.map(({ id, version }) => [id, version])).toEqual([['border-crossings', 'v1']])
    expect(new Set(places.map(({ layer }) => layer))).toEqual(new Set(['border-crossings']))
  })

  it('has the version that it is served as', () => {
    expect(linked.version).toBe('c1')
  })

  it('plays a scene within its own window of time, and one without is not bound', () => {
    const timed = records.scenes.map((scene) => ({ ...scene, time: { window: '2030-03' } }))
    for (const { timeWindow } of linkCase({ ...records, scenes: timed }, [], drawn, versions).scenes)
      expect(timeWindow).toEqual({ start: Date.UTC(2030, 2, 1), end: Date.UTC(2030, 3, 1) })
    const free = records.scenes.map(({ time: _, ...scene }) => scene)
    for (const scene of linkCase({ ...records, scenes: free }, [], drawn, versions).scenes)
      expect(scene).not.toHaveProperty('timeWindow')
  })

  it('dates a claim and each of its rejections', () => {
    const claims = records.head.claims.map((claim) => ({
      ...claim,
      declared: '2030-03',
      rejections: claim.rejections.map((rejection) => ({ ...rejection, date: '2030-04-02' })),
    }))
    const found = linkCase({ ...records, head: { ...records.head, claims } }, [], drawn, versions).claims
    expect(found.map(({ declaredIn }) => declaredIn)).toEqual(
      claims.map(() => ({ start: Date.UTC(2030, 2, 1), end: Date.UTC(2030, 3, 1) })),
    )
    expect(found.flatMap(({ rejections }) => rejections.map(({ rejectedIn }) => rejectedIn))).toEqual(
      claims.flatMap(({ rejections }) =>
        rejections.map(() => ({ start: Date.UTC(2030, 3, 2), end: Date.UTC(2030, 3, 3) })),
      ),
    )
  })

  it('carries what was set aside', () => {
    const entry = { file: 'a.json', pointer: '', line: 1, id: null, rule: 'unreadable' as const, reason: 'x' }
    expect(linkCase(records, [entry], drawn, versions).setAside).toEqual([entry])
  })
})

describe('compareWordings', () => {
  it.each([
    ['Cease fire, now!', 'cease FIRE now'],
    ['the people’s election', "the people's election"],
    ['willful, reckless', 'willful reckless'],
  ])('takes %j and %j for the same', (ours, theirs) => {
    expect(compareWordings(ours, theirs)).toEqual([{ kind: 'same', text: ours }])
  })

  it('keeps a short quotation whole in a long record', () => {
    expect(compareWordings('no legitimacy', 'Make no mistake: these have no legitimacy. None.')).toEqual([
      { kind: 'theirs', text: 'Make no mistake: these have ' },
      { kind: 'same', text: 'no legitimacy ' },
      { kind: 'theirs', text: 'None.' },
    ])
  })

  it('tells one word from another', () => {
    expect(compareWordings('as soon as possible', 'as fast as possible')).toEqual([
      { kind: 'same', text: 'as ' },
      { kind: 'ours', text: 'soon ' },
      { kind: 'theirs', text: 'fast ' },
      { kind: 'same', text: 'as possible' },
    ])
  })

  it.each<[string, string, string, [string, string][]]>([
    [
      'marks with the word that they belong to',
      'He “will” go',
      'He “shall” go',
      [
        ['same', 'He '],
        ['ours', '“will” '],
        ['theirs', '“shall” '],
        ['same', 'go'],
      ],
    ],
    [
      'spaces and lines with the word before',
      'one \n two',
      'one three',
      [
        ['same', 'one \n '],
        ['ours', 'two '],
        ['theirs', 'three'],
      ],
    ],
    [
      'marks at the beginning with the first word',
      '“(one) two',
      'two',
      [
        ['ours', '“(one) '],
        ['same', 'two'],
      ],
    ],
    [
      'marks at the end with the last word',
      'one (“',
      'two',
      [
        ['ours', 'one (“ '],
        ['theirs', 'two'],
      ],
    ],
    [
      'marks alone by themselves',
      '“ —',
      'one',
      [
        ['ours', '“ — '],
        ['theirs', 'one'],
      ],
    ],
  ])('keeps %s', (_, ours, theirs, runs) => {
    expect(compareWordings(ours, theirs).map(({ kind, text }) => [kind, text])).toEqual(runs)
  })

  function sides(ours: string, theirs: string): [ours: string, theirs: string] {
    const runs = compareWordings(ours, theirs)
    const join = (kinds: string[]) =>
      normaliseWording(
        runs
          .filter(({ kind }) => kinds.includes(kind))
          .map(({ text }) => text)
          .join(''),
      )
    return [join(['same', 'ours']), join(['same', 'theirs'])]
  }

  it('loses no word of either side', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'C,', '“d”', '— ', 'e.')).map((w) => w.join(' '))
    fc.assert(
      fc.property(words, words, (ours, theirs) => {
        expect(sides(ours, theirs)).toEqual([normaliseWording(ours), normaliseWording(theirs)])
      }),
    )
  })

  it('loses no letter of any text, and never throws', () => {
    // Runs are kept apart by a space, which may fall inside of what only punctuation holds together: 0'a.
    const letters = (text: string) => text.replaceAll(' ', '')
    fc.assert(
      fc.property(fc.string(), fc.string(), (ours, theirs) => {
        expect(sides(ours, theirs).map(letters)).toEqual([ours, theirs].map(normaliseWording).map(letters))
      }),
    )
  })
})
