import { describe, expect, it } from 'vitest'
import {
  findWords,
  firstWordFrom,
  indexText,
  threeAt,
  toPoints,
  toWordRange,
  widenToWords,
} from '@/lib/derive/anchor/index-text'

const index = (text: string) => indexText(text, new Map())
/** The words that a sentence starts with. */
function firstWords(text: string): string[] {
  const indexed = index(text)
  return indexed.words.filter((_, at) => indexed.startsSentence(at)).map(({ word }) => word)
}

describe('a text made ready for looking passages up', () => {
  it('has the same number for the same word, in texts that share a vocabulary', () => {
    const vocabulary = new Map<string, number>()
    const [one, other] = [indexText('The ferry sails', vocabulary), indexText('Sails the barge, the ferry', vocabulary)]
    expect([...other.numbers].map((number) => one.numbers.indexOf(number))).toEqual([2, 0, -1, 0, 1])
  })

  it.each([
    ['a full stop', 'We sail. They stay.', ['we', 'they']],
    ['a question', 'Do we sail? They stay! At last… so', ['do', 'they', 'at', 'so']],
    ['a stop of Chinese', '来。去', ['来', '去']],
    ['a blank line', 'Notice\n \nWe sail', ['notice', 'we']],
    ['no line break alone, and no comma', 'We sail,\nthey stay', ['we']],
    ['no stop within a number', 'It costs 2.5 or 3,000 a day', ['it']],
  ])('knows where sentences start: after %s', (_kind, text, expected) => {
    expect(firstWords(text)).toEqual(expected)
  })

  it('ends its last sentence where it ends', () => {
    expect(index('We sail').startsSentence(2)).toBe(true)
    expect(index('We sail').startsSentence(1)).toBe(false)
  })

  it('tells where three words in a row stand', () => {
    const text = index('no one sails and no one sails')
    expect(text.threes().get(threeAt(text, 0) ?? '')).toEqual([0, 4])
    expect(text.threes().get(threeAt(text, 1) ?? '')).toEqual([1])
    expect(text.threes().size).toBe(4)
    expect([threeAt(text, -1), threeAt(text, 5), threeAt(text, 4) === threeAt(text, 0)]).toEqual([
      undefined,
      undefined,
      true,
    ])
  })
})

describe('where words are in a text', () => {
  const text = index('The ferry, the old ferry.')

  it('is told in words', () => {
    expect(firstWordFrom(text, 4)).toBe(1)
    expect(firstWordFrom(text, 5)).toBe(2)
    expect(toWordRange(text, { start: 4, end: 18 })).toEqual({ left: 1, right: 4 })
    expect(firstWordFrom(text, 25)).toBe(5)
  })

  it('has the rest of the words that a passage cuts', () => {
    const widened = (from: number, to: number) => {
      const { start, end } = widenToWords('The ferryman sails', { start: from, end: to })
      return 'The ferryman sails'.slice(start, end)
    }
    expect(widened(6, 8)).toBe('ferryman')
    expect(widened(4, 12)).toBe('ferryman')
    expect(widened(1, 17)).toBe('The ferryman sails')
  })

  it('is every place that has them, unless these are too many', () => {
    expect(findWords(text, 'ferry', 2)).toEqual([
      { start: 4, end: 9 },
      { start: 19, end: 24 },
    ])
    expect(findWords(text, 'ferry', 1)).toBeNull()
    expect(findWords(text, 'barge', 1)).toEqual([])
    expect(findWords(text, '', 1)).toEqual([])
    expect(findWords(index('aaa'), 'aa', 9)).toHaveLength(2)
  })

  it('cuts no letter of two signs', () => {
    expect(findWords(index('q\u0301 q'), 'q', 9)).toEqual([{ start: 3, end: 4 }])
  })

  it('is told in code points of the text as it is', () => {
    const typed = index('🚢  the  ferry')
    const [place = { start: 0, end: 0 }] = findWords(typed, 'the ferry', 1) ?? []
    expect(toPoints(typed, place)).toEqual({ start: 3, end: 13 })
    expect(toPoints(typed, { start: 3, end: 3 })).toEqual({ start: 3, end: 3 })
  })
})
