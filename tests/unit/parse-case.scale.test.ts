import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCase } from '@/lib/schema/parse-case'
import { part, validFiles, type validRecords } from './read-fixture'

describe('parseCase', () => {
  it('never throws, whatever the files hold', () => {
    const names = [...validFiles().keys()]
    const text = fc.oneof(fc.string(), fc.json(), fc.constant({ reason: 'gone' }))
    const files = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), text))
    fc.assert(fc.property(files, (entries) => void parseCase(new Map(entries))))
  })

  it('never throws on a valid case with one value replaced, and what is left resolves', () => {
    const valid = validFiles()
    const values = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(1e308, -1, [], {}, '', null, [[]], [[[]]]))
    fc.assert(
      fc.property(fc.constantFrom(...valid.keys()), fc.nat(), values, (file, at, value) => {
        const { records, setAside } = part(new Map([...valid, [file, replaceNth(valid.get(file) ?? '', at, value)]]))
        // A lost file leaves references into it that nobody can follow; then only the first reading is judged.
        if (records === null || setAside.some(({ rule, pointer }) => rule === 'unreadable' && pointer === '')) return
        const again = parseCase(toFiles(records))
        expect(again.setAside.filter(({ pointer }) => pointer !== '/source')).toEqual([])
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})

/** Replaces the nth value of a JSON text, counted in the order of reading. */
function replaceNth(text: string, nth: number, value: unknown): string {
  let total = 0
  JSON.parse(text, (_, each: unknown) => {
    total++
    return each
  })
  let index = 0
  const replaced: unknown = JSON.parse(text, (_, each: unknown) => (index++ === nth % total ? value : each))
  return JSON.stringify(replaced) ?? 'null'
}

/** Writes records back to files as they would stand in a case's folder. */
function toFiles({ head, layers, ...lists }: ReturnType<typeof validRecords>): Map<string, string> {
  return new Map([
    ['case.json', JSON.stringify(head)],
    ...Object.entries(lists).map(([name, list]): [string, string] => [`${name}.json`, JSON.stringify(list)]),
    // How a layer is drawn is told: of places that have lost something it might be taken to be drawn otherwise.
    ['layers.json', JSON.stringify(layers.map(({ places: _places, glyph: _glyph, ...design }) => design))],
    ...layers.map(({ id, places }): [string, string] => [
      `layers/${id}.geojson`,
      JSON.stringify({ type: 'FeatureCollection', features: places }),
    ]),
  ])
}
