import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listQuoted } from '@/lib/derive/list-quoted'

const quoted = (text: string) => listQuoted(Array.from(text)).spans.map(({ words }) => words)
const strays = (text: string) => listQuoted(Array.from(text)).strays

describe('quoted passages planted in a text', () => {
  const kinds = ['“”', '""', '‘’', "''", '«»', '»«', '»»', '‹›', '„“', '„”', '””', '‚‘', '「」', '『』', '＂＂', '〝〟']
  const plain = ['They don’t know', "it isn't over", 'the dogs’ bowl is here', "the ships' crews", 'in the ’90s']
  const fillers = [...plain, "in the '80s", 'a 6" pipe', 'the U.S.’s plan', 'a 5’6” man', 'L’accord tient']
  const wordsIn = [
    'no deal',
    'we can’t wait',
    'the dogs’ bowl is here',
    "the '90s are over",
    'a 6" pipe leaks',
    'not\nyet',
  ]
  const ends = ['', ',', '.', '!', '…']
  const piece = fc.record({
    filler: fc.constantFrom(...fillers),
    kind: fc.constantFrom(...kinds),
    words: fc.constantFrom(...wordsIn),
    end: fc.constantFrom(...ends),
    gap: fc.constantFrom(' ', ', ', '. ', '.\n', '.\n\n'),
  })
  const write = ({ filler, kind, words, end, gap }: typeof piece extends fc.Arbitrary<infer T> ? T : never) =>
    `${filler}: ${kind.slice(0, 1)}${words}${end}${kind.slice(1)}${gap}`

  it('are all found, and nothing else, whatever the marks and the apostrophes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.map(write).join('')
        expect(quoted(text)).toEqual(pieces.map(({ words }) => words))
        expect(strays(text)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('lack one where a double mark is taken away, and the mark left over is told', () => {
    const doubles = kinds.filter((kind) => !/["'‘’‚»]/.test(kind))
    const double = fc.constantFrom(...doubles)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), double, fc.boolean(), (pieces, kind, isOpening) => {
        const mark = kind.slice(isOpening ? 0 : 1).slice(0, 1)
        const text = `${pieces.map(write).join('')}\n\n${isOpening ? `${mark}no deal.` : `No deal.${mark}`}\n\nThe end.`
        const [stray, ...others] = strays(text)
        expect(others).toEqual([])
        expect(Array.from(text)[stray?.at ?? -1]).toBe(mark)
        expect(quoted(text).slice(0, pieces.length)).toEqual(pieces.map(({ words }) => words))
      }),
    )
  })

  it('lie in the text with their words, whatever the text', () => {
    const marks = fc.string({
      unit: fc.constantFrom(...kinds.join(''), ' ', '\n', 'a', 's', 'n', '6', '.', '不'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(marks, (text) => {
        const points = Array.from(text)
        const found = listQuoted(points)
        for (const { start, end, words } of found.spans) expect(points.slice(start, end).join('')).toBe(words)
        const places = found.strays.map(({ at }) => at)
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
      }),
      { numRuns: 1000 },
    )
  })
})
