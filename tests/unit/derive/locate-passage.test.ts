import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLocator, type KnownPassage } from '@/lib/derive/locate-passage'

const locate = (text: string, passage: KnownPassage) => createLocator(text, 32)(passage)

/** How often words stand in a text, overlapping ones too. */
function count(text: string, words: string): number {
  let times = 0
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) times++
  return times
}

describe('a passage that stands once', () => {
  it('needs nothing around it', () => {
    expect(locate('The ferry sails at noon.', { exact: 'sails' })).toEqual({
      status: 'located',
      selectors: { prefix: '', suffix: '', start: 10, end: 15 },
    })
  })

  it('is counted in code points', () => {
    expect(locate('🚢🚢 sails 🚢 on', { exact: '🚢 on' })).toMatchObject({ selectors: { start: 9, end: 13 } })
  })

  it('keeps a prefix and a suffix that it has, if they are right', () => {
    expect(locate('The ferry sails at noon.', { exact: 'sails', prefix: 'ferry ' })).toMatchObject({
      selectors: { prefix: 'ferry ', suffix: '' },
    })
  })

  it('is left alone where it has all that it needs', () => {
    const passage = { exact: 'sails', prefix: '', suffix: ' at', start: 10, end: 15 }
    expect(locate('The ferry sails at noon.', passage)).toEqual({ status: 'stands' })
  })
})

describe('a passage that stands more than once', () => {
  const text = 'We sail. They sail too. We sail again.'

  it('is never guessed', () => {
    expect(locate(text, { exact: 'sail' })).toEqual({
      status: 'repeated',
      places: [
        { start: 3, end: 7 },
        { start: 14, end: 18 },
        { start: 27, end: 31 },
      ],
    })
  })

  it('is told by its start, and gets as little as tells it', () => {
    expect(locate(text, { exact: 'sail', start: 14 })).toMatchObject({ selectors: { prefix: 'y ', suffix: '' } })
    expect(locate(text, { exact: 'sail', end: 7 })).toMatchObject({ selectors: { prefix: '', suffix: '.' } })
    expect(locate(text, { exact: 'sail', start: 27 })).toMatchObject({ selectors: { prefix: 'e ', suffix: ' ' } })
  })

  it('is told by what stands around it', () => {
    expect(locate(text, { exact: 'sail', suffix: ' again' })).toMatchObject({
      selectors: { suffix: ' again', start: 27 },
    })
    expect(locate(text, { exact: 'sail', prefix: 'We ' })).toMatchObject({
      status: 'repeated',
      places: [{ start: 3 }, { start: 27 }],
    })
  })

  it('gets more where what it has is too short', () => {
    const passage = { exact: 'sail', prefix: 'We ', suffix: '', start: 27, end: 31 }
    expect(locate(text, passage)).toMatchObject({ status: 'located', selectors: { prefix: 'We ', suffix: ' ' } })
  })

  it('is told from one that overlaps it', () => {
    expect(locate('banana', { exact: 'ana', start: 1 })).toMatchObject({ selectors: { prefix: 'b', suffix: '' } })
  })

  it('at an end of the text is told by the other side', () => {
    expect(locate('sail on, sail', { exact: 'sail', start: 0 })).toMatchObject({
      selectors: { prefix: '', suffix: ' ' },
    })
    expect(locate('sail on, sail', { exact: 'sail', start: 9 })).toMatchObject({
      selectors: { prefix: ' ', suffix: '' },
    })
  })

  it('is left where not even the longest context tells it', () => {
    const line = `${'-'.repeat(40)}sail${'-'.repeat(40)}\n`
    expect(locate(line + line, { exact: 'sail', start: 40 })).toEqual({
      status: 'indistinct',
      place: { start: 40, end: 44 },
    })
  })

  it('is left where its context is too long in UTF-16, which the schema counts in', () => {
    const line = `x${'🚢'.repeat(20)}sail${'🚢'.repeat(20)}y\n`
    expect(locate(`a${line}b${line}`, { exact: 'sail', start: 22 })).toMatchObject({ status: 'indistinct' })
  })
})

describe('a passage that is not where it says', () => {
  it('is told of with where its words are', () => {
    for (const passage of [
      { start: 3 },
      { prefix: 'boat ' },
      { suffix: ' away' },
      { end: 90 },
      { prefix: 'x'.repeat(30) },
    ])
      expect(locate('The ferry sails at noon.', { exact: 'sails', ...passage })).toEqual({
        status: 'contradicted',
        places: [{ start: 10, end: 15 }],
      })
  })

  it('is told of with the text’s own words where only marks and spaces differ', () => {
    expect(locate('“We won’t\nsail.”', { exact: "We won't sail" })).toEqual({
      status: 'absent',
      similar: { start: 1, end: 14, words: 'We won’t\nsail' },
    })
  })

  it.each(['swims', '', ' \n '])('is absent: %j', (exact) => {
    expect(locate('The ferry sails.', { exact })).toEqual({ status: 'absent', similar: null })
  })
})

describe('what is located', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '🚢'), maxLength: 40 })

  it('identifies one place, and with less of either context would not', () => {
    const most = { located: 0 }
    fc.assert(
      fc.property(letters, fc.nat(40), fc.integer({ min: 1, max: 4 }), (text, start, length) => {
        const points = Array.from(text)
        const exact = points.slice(start, start + length).join('')
        fc.pre(exact !== '')
        const location = locate(text, { exact, start })
        if (location.status === 'indistinct') return
        if (location.status !== 'located') throw new Error(location.status)
        most.located++
        const { prefix, suffix, end } = location.selectors
        expect(points.slice(location.selectors.start, end).join('')).toBe(exact)
        expect(count(text, prefix + exact + suffix)).toBe(1)
        if (prefix !== '') expect(count(text, Array.from(prefix).slice(1).join('') + exact + suffix)).toBeGreaterThan(1)
        if (suffix !== '')
          expect(count(text, prefix + exact + Array.from(suffix).slice(0, -1).join(''))).toBeGreaterThan(1)
        expect(locate(text, { exact, ...location.selectors })).toEqual({ status: 'stands' })
      }),
      { numRuns: 500 },
    )
    expect(most.located).toBeGreaterThan(100)
  })
})
