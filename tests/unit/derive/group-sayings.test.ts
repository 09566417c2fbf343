import { describe, expect, it } from 'vitest'
import { compareWordings } from '@/lib/derive/compare-wordings'
import { asSaying, groupSayings } from '@/lib/derive/group-sayings'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import { rankEveryWording } from '@/lib/derive/rank-wordings'
import type { Quotation } from '@/lib/schema/statement'

const kinds = { report: 'copy', minutes: 'original', paper: 'report-of-a-report' } as const
const source = (id: string) => (id in kinds ? { kind: kinds[id as keyof typeof kinds] } : undefined)

const sentence = 'We shall never yield the illegal harbour.'
const inMinutes = { source: 'minutes', words: sentence, status: 'same-words' as const }

function quotation(id: string, exact: string, change: Partial<Quotation> = {}): LinkedQuotation {
  const own: Quotation = {
    ...{ id, form: 'speech', speaker: 'mayor', said: '2030-01-02', about: [], records: [inMinutes] },
    passage: { source: 'report', exact },
    ...change,
  }
  const [nearest, ...others] = rankEveryWording(own, source)
  return {
    ...own,
    ...{ reports: 1, origins: 1, corroboration: [], comparisons: [] },
    fromNearest: others.map(({ words }) => compareWordings(nearest.words, words)),
  }
}

describe('a saying', () => {
  it('has the whole sentence first where the report quotes one word of it, and that word under it', () => {
    const { nearest, others } = asSaying(quotation('a', 'never'), source)
    expect(nearest).toMatchObject({ source: 'minutes', words: sentence, record: 0 })
    expect(others.map(({ wording, isSame }) => [wording.words, isSame])).toEqual([['never', false]])
    expect(others[0]?.runs.filter(({ kind }) => kind === 'same').map(({ text }) => text.trim())).toEqual(['never'])
  })

  it('tells what differs from the nearest, not from the report', () => {
    const paper = { source: 'paper', words: 'We shall always yield the illegal harbour.', status: 'differs' as const }
    const { others } = asSaying(quotation('a', 'never', { records: [inMinutes, paper] }), source)
    const other = others.find(({ wording }) => wording.source === 'paper')
    expect(other?.runs.filter(({ kind }) => kind === 'theirs').map(({ text }) => text.trim())).toEqual(['always'])
  })

  it('says of another that it has the very words', () => {
    const paper = { source: 'paper', words: 'we shall never yield the illegal harbour', status: 'differs' as const }
    const { others } = asSaying(quotation('a', 'never', { records: [inMinutes, paper] }), source)
    expect(others.map(({ wording, isSame }) => [wording.source, isSame])).toEqual([
      ['paper', true],
      ['report', false],
    ])
  })
})

describe('sayings', () => {
  it('take the passages of one sentence together, each with its own words', () => {
    const sayings = groupSayings([quotation('a', 'never'), quotation('b', 'illegal harbour')], source)
    expect(sayings).toHaveLength(1)
    expect(sayings[0]?.quotations.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(sayings[0]?.others.map(({ quotation: { id }, wording }) => [id, wording.words])).toEqual([
      ['a', 'never'],
      ['b', 'illegal harbour'],
    ])
  })

  it('keep another speaker, another day and another sentence apart, in the given order', () => {
    const sayings = groupSayings(
      [
        quotation('a', 'never'),
        quotation('b', 'never', { speaker: 'clerk' }),
        quotation('c', 'never', { said: '2030-01-03' }),
        quotation('d', 'never', { records: [] }),
      ],
      source,
    )
    expect(sayings.map(({ quotations: [first] }) => first.id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('name a wording that several have from one document once', () => {
    const paper = { source: 'paper', words: 'We shall never yield', status: 'differs' as const }
    const records = [inMinutes, paper]
    const [saying] = groupSayings(
      [quotation('a', 'never', { records }), quotation('b', 'illegal harbour', { records })],
      source,
    )
    expect(saying?.others.map(({ wording: { words } }) => words)).toEqual([
      'We shall never yield',
      'never',
      'illegal harbour',
    ])
  })
})
