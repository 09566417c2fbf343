import { describe, expect, it } from 'vitest'
import { foldText, isInsideWord, listWords, partsLetters, slicePoints, toFolded } from '@/lib/derive/anchor/fold-text'

const folded = (text: string) => foldText(text).folded
const words = (text: string) => listWords(folded(text)).map(({ word }) => word)
/** Whether the place that a stroke marks is inside a word. */
function isInside(marked: string): boolean {
  return isInsideWord(marked.replace('|', ''), marked.indexOf('|'))
}

describe('what is only typography', () => {
  it.each([
    ['double marks', '„Nein“ «nein» “nein” 「nein」', '"Nein" "nein" "nein" "nein"'],
    ['single marks', '‘no’ ‚nein‘ ‹non› the crew’s', "'no' 'nein' 'non' the crew's"],
    ['kinds of space, and runs of it', 'a\u00a0b  c\n\n\td\u0085e', 'a b c d e'],
    ['what nobody sees', '\ufeffhar\u00adbour\u200b is\u2060 shut', 'harbour is shut'],
    ['letters of several signs', 'Odesa\u0301 \u1112\u1161\u11ab', 'Odesá 한'],
  ])('is made alike: %s', (_kind, text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it('leaves letters, digits and all other marks as they are', () => {
    for (const text of [' a ', 'A b', 'a-b', 'a–b', '１2', 'а a', '5′', '5"', "5'", '🚢.'])
      expect(folded(text)).toBe(text)
  })

  it('keeps the way back to the text, in code points', () => {
    const text = foldText('🚢  e\u0301t\u00ade 🚢')
    expect(text.folded).toBe('🚢 éte 🚢')
    const at = text.folded.indexOf('é')
    expect([text.starts[at], text.ends[at]]).toEqual([3, 5])
    expect([text.starts[2], text.ends[2]]).toEqual([1, 3])
    expect(toFolded(text, 3)).toBe(at)
    // The soft hyphen was taken out: what comes next is meant.
    expect(toFolded(text, 6)).toBe(text.folded.lastIndexOf('e'))
    expect(slicePoints(text, 3, 8)).toBe('e\u0301t\u00ade')
    expect(slicePoints(text, 9, 10)).toBe('🚢')
    expect(slicePoints(text, 9, 99)).toBe('🚢')
    expect(slicePoints(foldText('plain words'), 6, 11)).toBe('words')
  })

  it('cuts no letter that is composed of several signs', () => {
    const text = foldText('a\ud83d\udea2b')
    expect([0, 1, 2, 3, 4].map((at) => partsLetters(text, at))).toEqual([true, true, false, true, true])
  })
})

describe('the words of a text', () => {
  it.each([
    ['names and small words alike', 'The FERRY sails', ['the', 'ferry', 'sails']],
    ['an apostrophe within', 'They don’t sail', ['they', "don't", 'sail']],
    ['marks around', '“Sail,” he said.', ['sail', 'he', 'said']],
    ['numbers with their separators', '1,200 and 2.5.', ['1,200', 'and', '2.5']],
    ['wide digits as plain ones', '１２ ships', ['12', 'ships']],
    ['letters with what combines with them', 'q\u0301a', ['q\u0301a']],
    ['each sign of a script without spaces', '船は来ない a', ['船', 'は', '来', 'な', 'い', 'a']],
  ])('have %s', (_kind, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('have their places', () => {
    expect(listWords('On 5 May').map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [3, 4],
      [5, 8],
    ])
  })
})

describe('a place inside a word or number', () => {
  it.each([
    'ferry|man',
    "don|'t",
    "don'|t",
    'well|-known',
    'well-|known',
    '21|,200',
    '21,|200',
    '14|:30',
    '14:|30',
    '1|/2',
    '1| 200 people',
    '1 |200 people',
    '30|%',
    '5|°',
    '20|€',
    '€|20',
    '−|5',
    '-|5',
    '+|5',
    '300,000|.x',
    'x|.5',
    'vice|-president',
    'e|\u0301',
    '\ud835|\udc00',
    '𝐀|b',
    'a|𝐁',
    '𝐀-|𝐁',
    '𝐀|-𝐁',
    '𝟏|%',
  ])('cuts it: %s', (marked) => {
    expect(isInside(marked)).toBe(true)
  })

  it.each([
    '|ferry',
    'ferry|',
    'the| ferry',
    'the |ferry',
    'ferry|.',
    "the crew|' ship",
    "'|tis",
    '21|, 200',
    'at 14|: thirty',
    'a|/b',
    '1| 20 people',
    '1 |20 people',
    '1| 2000 people',
    '1 |2000 people',
    'a| 200 people',
    'a |200 people',
    'yes|.No',
    '船|は',
    '船|a',
    'a|船',
    'a|%',
    '5|)',
    '🚢|b',
    '1;|200',
    '1|;200',
    '−|a',
    '$|a',
    'a;|b',
    '(|5',
    'a-|',
    '|-a',
  ])('cuts none: %s', (marked) => {
    expect(isInside(marked)).toBe(false)
  })
})
