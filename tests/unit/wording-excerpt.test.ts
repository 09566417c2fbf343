import { describe, expect, it } from 'vitest'
import { excerptWording, howWorded, restoreTheirs, splitBlanks } from '@/components/records/wording-excerpt'
import { compareWordings } from '@/lib/derive/compare-wordings'

describe('excerptWording', () => {
  it('names our words where the other record has different ones', () => {
    expect(
      excerptWording([
        { kind: 'same', text: 'negotiate the ' },
        { kind: 'ours', text: 'people’s election' },
        { kind: 'theirs', text: 'choice of the people' },
        { kind: 'same', text: '.' },
      ]),
    ).toEqual([
      { kind: 'same', text: 'negotiate the ' },
      { kind: 'differs', text: 'choice of the people', ours: 'people’s election' },
      { kind: 'same', text: '.' },
    ])
  })

  it('takes what merely surrounds the passage for context, and cuts it', () => {
    expect(
      excerptWording([
        { kind: 'theirs', text: 'Make no mistake: these actions have ' },
        { kind: 'same', text: 'no legitimacy' },
        { kind: 'theirs', text: '. The United States will always honor Ukraine’s internationally recognized borders' },
      ]),
    ).toEqual([
      { kind: 'context', text: 'Make no mistake: these actions have ' },
      { kind: 'same', text: 'no legitimacy' },
      { kind: 'context', text: '. The United States will always …' },
    ])
  })

  it('marks words added in the middle, but not punctuation', () => {
    const kinds = excerptWording([
      { kind: 'same', text: 'reckless' },
      { kind: 'theirs', text: ',' },
      { kind: 'same', text: ' and ' },
      { kind: 'theirs', text: 'quite ' },
      { kind: 'same', text: 'irresponsible' },
    ]).map((piece) => piece.kind)
    expect(kinds).toEqual(['same', 'same', 'same', 'added', 'same'])
  })
})

it('splits blanks off the words to underline', () => {
  expect(splitBlanks(' acts of ')).toEqual([' ', 'acts of', ' '])
  expect(splitBlanks('   ')[1]).toBe('')
})

describe('restoreTheirs', () => {
  it('gives the shared words the letters that the other record has', () => {
    const words = 'But we will not discuss the choice of the people.'
    const restored = restoreTheirs(
      [
        { kind: 'theirs', text: 'But ' },
        { kind: 'same', text: 'We will not ' },
        { kind: 'ours', text: 'negotiate ' },
        { kind: 'theirs', text: 'discuss ' },
        { kind: 'same', text: 'the ' },
        { kind: 'ours', text: 'people’s election.' },
        { kind: 'theirs', text: 'choice of the people.' },
      ],
      words,
    )
    expect(restored.filter(({ kind }) => kind !== 'ours').map(({ text }) => text)).toEqual([
      'But',
      ' we will not ',
      'discuss',
      ' the ',
      'choice of the people.',
    ])
  })

  it('leaves runs alone that are not of these words', () => {
    const runs = [{ kind: 'theirs' as const, text: 'other' }]
    expect(restoreTheirs(runs, 'nothing of it')).toEqual(runs)
  })
})

describe('howWorded', () => {
  it('says of a record that differs in no word that its marks do', () => {
    const compared = (theirs: string) => compareWordings('cease fire immediately', theirs)
    expect(howWorded('differs', compared('“cease fire” immediately'))).toBe('marksDiffer')
    expect(howWorded('differs', compared('immediately end hostilities'))).toBe('differs')
    expect(howWorded('same-words', compared('cease fire immediately'))).toBe('agrees')
  })
})
