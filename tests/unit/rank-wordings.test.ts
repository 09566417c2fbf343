import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickWordings, rankEveryWording, rankWordings } from '@/lib/derive/rank-wordings'
import type { Source } from '@/lib/schema/source'
import type { Quotation } from '@/lib/schema/statement'

type Kind = NonNullable<Source['kind']>

/** The wordings of a quotation of a document of one kind, with records of others. */
function rank(own: Kind | undefined, others: readonly (Kind | undefined)[], change: Partial<Quotation> = {}) {
  const kinds = [own, ...others]
  const records = others.map((_, at) => ({ source: `s${at + 1}`, words: `words ${at}`, status: 'differs' as const }))
  const quotation = { passage: { source: 's0', exact: 'own words' }, records, ...change }
  return rankWordings(quotation, (id) => {
    const kind = kinds[Number(id.slice(1))]
    return kind === undefined ? undefined : { kind }
  })
}

describe('the wordings of a quotation', () => {
  it('are the report’s alone where no record has other words', () => {
    expect(rank('copy', [])).toEqual([{ source: 's0', words: 'own words', record: null, garbled: false }])
    const records = [{ source: 's1', words: 'own words', status: 'same-words' as const }]
    expect(rank('copy', ['original'], { records })).toHaveLength(1)
  })

  it('have an original first, then our translation, a report of it, and a copy', () => {
    const ranked = rank('copy', ['report-of-a-report', 'our-translation', 'original'])
    expect(ranked.map(({ source }) => source)).toEqual(['s3', 's2', 's1', 's0'])
    expect(ranked.map(({ record }) => record)).toEqual([2, 1, 0, null])
  })

  it('have a garbled one last, even of an original', () => {
    const ranked = rank('original', ['copy', undefined], { garbled: true })
    expect(ranked.map(({ source, garbled }) => [source, garbled])).toEqual([
      ['s2', false],
      ['s1', false],
      ['s0', true],
    ])
  })

  it('have the report’s own first of equally near ones, and one of which nobody says what it is beside reports', () => {
    expect(rank('original', ['original']).map(({ source }) => source)).toEqual(['s0', 's1'])
    expect(rank(undefined, ['report-of-a-report', 'copy']).map(({ source }) => source)).toEqual(['s0', 's1', 's2'])
  })

  it('are each there once, garbled never before another, and an original never after what is none', () => {
    const kind = fc.constantFrom<(Kind | undefined)[]>(
      'original',
      'copy',
      'report-of-a-report',
      'our-translation',
      undefined,
    )
    fc.assert(
      fc.property(kind, fc.array(kind, { maxLength: 6 }), fc.boolean(), (own, others, garbled) => {
        const ranked = rank(own, others, garbled ? { garbled: true } : {})
        expect(ranked.map(({ source }) => source).toSorted()).toEqual(['s0', ...others.map((_, at) => `s${at + 1}`)])
        expect(ranked.findIndex((each) => each.garbled)).toBe(garbled ? ranked.length - 1 : -1)
        const kinds = [own, ...others]
        const near = ranked
          .filter((each) => !each.garbled)
          .map(({ source }) => kinds[Number(source.slice(1))] === 'original')
        expect(near).toEqual(near.toSorted((a, b) => Number(b) - Number(a)))
      }),
    )
  })
})

describe('the closeness of a wording', () => {
  const original = () => ({ kind: 'original' as const })
  const worded = (closeness?: 'transcript' | 'translation' | 'report' | 'copy') => ({
    ...{ source: closeness ?? 'unsaid', words: `words of a ${closeness}`, status: 'differs' as const },
    ...(closeness === undefined ? {} : { closeness }),
  })
  const passage = { source: 'own', exact: 'own words' }

  it('goes before what kind of document it stands in: a transcript, a translation, a report, a copy', () => {
    const records = [worded('copy'), worded('report'), worded('translation'), worded('transcript')]
    const ranked = rankWordings({ passage, records }, (id) => (id === 'own' ? { kind: 'copy' } : original()))
    // The report's own is a copy as well, and comes first of equally near ones.
    expect(ranked.map(({ source }) => source)).toEqual(['transcript', 'translation', 'report', 'own', 'copy'])
    expect(ranked[0]?.closeness).toBe('transcript')
  })

  it('is the document’s where nobody says it', () => {
    const ranked = rankWordings({ passage, records: [worded('translation'), worded()] }, original)
    expect(ranked.map(({ source }) => source)).toEqual(['own', 'unsaid', 'translation'])
  })
})

describe('every wording', () => {
  it('has those with the very words too, since theirs may be the whole sentence', () => {
    const records = [
      { source: 's1', words: 'a sentence with own words in it', status: 'same-words' as const },
      { source: 's2', words: 'other words', status: 'differs' as const },
    ]
    const quotation = { passage: { source: 's0', exact: 'own words' }, records }
    const kinds: Record<string, Kind> = { s0: 'copy', s1: 'original', s2: 'report-of-a-report' }
    const source = (id: string) => ({ kind: kinds[id] ?? 'copy' })
    expect(rankEveryWording(quotation, source).map((each) => each.source)).toEqual(['s1', 's2', 's0'])
    expect(rankWordings(quotation, source).map((each) => each.source)).toEqual(['s2', 's0'])
  })
})

describe('the two wordings that stand beside each other', () => {
  const sources = (...ranked: Parameters<typeof rank>) => pickWordings(rank(...ranked)).map(({ source }) => source)

  it('are the best attested one and the report’s own', () => {
    expect(sources('copy', ['report-of-a-report', 'our-translation', 'original'])).toEqual(['s3', 's0'])
  })

  it('are the report’s own and the next best where its own is the best', () => {
    expect(sources('original', ['copy', 'our-translation'])).toEqual(['s0', 's2'])
  })

  it('are fewer where there are no two', () => {
    expect(sources('original', [])).toEqual(['s0'])
    expect(pickWordings([])).toEqual([])
    expect(pickWordings(rank('copy', ['original']).slice(0, 1)).map(({ source }) => source)).toEqual(['s1'])
  })
})
