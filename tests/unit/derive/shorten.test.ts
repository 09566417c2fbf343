import { describe, expect, it } from 'vitest'
import { shorten } from '@/lib/derive/shorten'

describe('a text that is shortened', () => {
  it('is whole, without an ellipsis, while it has no more characters than asked', () => {
    expect(shorten('four', 4)).toBe('four')
    expect(shorten('', 4)).toBe('')
    // Sixteen units, which a reader counts as two characters.
    expect(shorten('👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧👩‍👩‍👧')
    expect(shorten('fours', 4)).toBe('four…')
  })

  it('ends with a whole word, and with no space', () => {
    expect(shorten('the long way round', 15)).toBe('the long way…')
    // A word that fits to its last letter stays.
    expect(shorten('the long way round', 12)).toBe('the long way…')
    expect(shorten('the long way round', 13)).toBe('the long way…')
    expect(shorten('the long  way round', 12)).toBe('the long…')
  })

  it('is cut within a word where little would be left before it', () => {
    expect(shorten('I antidisestablishmentarianism', 12)).toBe('I antidisest…')
    expect(shorten('abcdef ghijklm', 12)).toBe('abcdef…')
    expect(shorten('abcde ghijklmn', 12)).toBe('abcde ghijkl…')
  })
})
