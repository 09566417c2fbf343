import { describe, expect, it } from 'vitest'
import { fitText, textWidth } from '@/lib/derive/text-width'

describe('how wide a text is', () => {
  it('is the sum of its letters, and grows with their size', () => {
    expect(textWidth('', 12)).toBe(0)
    expect(textWidth('Kyiv', 12)).toBeCloseTo(textWidth('Ky', 12) + textWidth('iv', 12))
    expect(textWidth('Kyiv', 24)).toBeCloseTo(2 * textWidth('Kyiv', 12))
    expect(textWidth('ill', 12)).toBeLessThan(textWidth('www', 12) / 2)
  })

  it('is the same for every number of as many digits', () => {
    for (const number of ['1111', '2030', '9876']) expect(textWidth(number, 12)).toBeCloseTo(textWidth('0000', 12))
  })

  it('is larger where the words are strong', () => {
    expect(textWidth('Harbour office', 12, true)).toBeGreaterThan(textWidth('Harbour office', 12))
  })

  it('is not changed by accents, written in one character or in two', () => {
    expect(textWidth('Île d’Oléron', 12)).toBeCloseTo(textWidth('Ile d’Oleron', 12))
    expect(textWidth('e\u0301', 12)).toBeCloseTo(textWidth('e', 12))
  })

  it('is a little more than half its height for a letter of another alphabet, and its height where scripts fill squares', () => {
    for (const letter of ['Ж', 'ж', 'א', 'ع', 'ω']) expect(textWidth(letter, 100)).toBe(58)
    for (const character of ['\u2e80', '漢', 'カ', '𠀀', '🌊']) expect(textWidth(character, 100)).toBe(100)
  })

  it('tells a dash from a long one and quotation marks from letters', () => {
    expect(textWidth('–', 12)).toBeLessThan(textWidth('—', 12))
    expect(textWidth('‘', 12)).toBeLessThan(textWidth('“', 12))
    expect(textWidth('“', 12)).toBeLessThan(textWidth('Ж', 12))
  })
})

describe('a text with little room', () => {
  const name = 'Harbour office of the town'

  it('is left as it is where it just fits', () => {
    expect(fitText(name, textWidth(name, 12), 12)).toBe(name)
    expect(fitText('ab', textWidth('ab', 12), 12)).toBe('ab')
  })

  it('ends with an ellipsis within the room, and not a letter earlier than it must', () => {
    for (let room = 40; room < textWidth(name, 12) - 1; room += 3) {
      const short = fitText(name, room, 12)
      expect(short.endsWith('…')).toBe(true)
      expect(textWidth(short, 12)).toBeLessThanOrEqual(room)
      const kept = short.length - 1
      expect(name.startsWith(short.slice(0, kept))).toBe(true)
      // Spaces that stood before the ellipsis are gone, and gave no room to a letter.
      const next = name.slice(0, kept).length + (name[kept] === ' ' ? 2 : 1)
      expect(textWidth(`${name.slice(0, next)}…`, 12)).toBeGreaterThan(room)
    }
  })

  it('has no space before the ellipsis', () => {
    expect(fitText('Sea of ice', textWidth('Sea …', 12), 12)).toBe('Sea…')
  })

  it('is shorter where it is strong', () => {
    const room = textWidth('Harbour off…', 12)
    expect(fitText(name, room, 12)).toBe('Harbour off…')
    expect(fitText(name, room, 12, true).length).toBeLessThan('Harbour off…'.length)
  })

  it('is nothing where not even three of its letters fit', () => {
    expect(fitText('Harbour', textWidth('Har…', 12), 12)).toBe('Har…')
    expect(fitText('Harbour', textWidth('Ha…', 12), 12)).toBe('')
    expect(fitText('Harbour', 0, 12)).toBe('')
  })

  it('never loses half of a character', () => {
    expect(fitText('🌊🌊🌊🌊🌊', 45, 10)).toBe('🌊🌊🌊…')
  })
})
