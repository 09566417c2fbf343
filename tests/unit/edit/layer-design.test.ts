import { describe, expect, it } from 'vitest'
import {
  listProperties,
  listsField,
  marksFor,
  withCategories,
  withListed,
  withMark,
  withRamp,
  withSize,
} from '@/lib/edit/layer-design'
import type { RecordValue } from '@/lib/edit/record-edit'
import { layerSchema } from '@/lib/schema/layer'
import { marks } from '@/lib/schema/plain-marks'

const base: RecordValue = { id: 'fires', name: 'Fires', mark: 'symbol', hue: 'azure', symbol: 'fire' }
const faultsOf = (design: unknown) => layerSchema.safeParse(design).error?.issues.map(({ message }) => message) ?? []

const places = [
  { fields: { kind_of: 'forest', hectares: 30 } },
  { fields: { kind_of: 'forest', hectares: 5 } },
  { fields: { kind_of: 'heath', hectares: 120 } },
  { fields: { kind_of: 'moor', hectares: 60, note: 'put out' } },
  {},
]
const [kinds, hectares] = listProperties(places)
if (kinds === undefined || hectares === undefined) throw new Error('no properties')

describe('a layer that is designed', () => {
  it('is offered the marks that its places have the geometry for, and every mark while it has none', () => {
    expect(marksFor(new Set(['MultiPolygon']))).toEqual(['area', 'name'])
    expect(marksFor(new Set(['LineString', 'Point']))).toContain('flow')
    expect(marksFor(new Set(['LineString', 'Point']))).toContain('symbol')
    expect(marksFor(new Set())).toEqual(marks.filter((mark) => mark !== 'picture'))
  })

  it.each(marks.filter((mark) => mark !== 'picture'))('can be drawn as %s after all the others', (mark) => {
    const rich = {
      ...base,
      turn: 'across-border',
      categories: { property: 'kind_of', values: [{ value: 'forest', name: 'Forest', symbol: 'park', hue: 'rose' }] },
    }
    const area = { ...withMark(base, 'area'), pattern: 'hatch-45', size: undefined }
    const line = { ...withMark(base, 'line'), pattern: 'dashed', size: 'length' }
    for (const before of [rich, area, line, withMark(base, 'hexagon'), withSize(withMark(base, 'circle'), hectares)])
      expect(faultsOf(withMark(before, mark))).toEqual([])
  })

  it('keeps what goes with the other mark too', () => {
    expect(withMark({ ...base, thread: 'summer' }, 'cluster')).toEqual({ ...base, mark: 'cluster', thread: 'summer' })
    expect(withMark(withMark(base, 'area'), 'symbol')).toMatchObject({ symbol: 'dot' })
  })
})

describe('what places say', () => {
  it('is counted, the most frequent first, with numbers where all are some', () => {
    expect(kinds.values[0]).toEqual({ value: 'forest', count: 2 })
    expect(kinds.numbers).toEqual([])
    expect(hectares.numbers).toEqual([5, 30, 60, 120])
  })

  it('becomes categories in hues that differ from each other and from the layer’s', () => {
    const coloured = withCategories(withMark(base, 'hexagon'), kinds)
    expect(coloured.ramp).toBeUndefined()
    expect(coloured.categories).toMatchObject({
      property: 'kind_of',
      values: [{ value: 'forest', name: 'forest' }, { value: 'heath' }, { value: 'moor' }],
    })
    expect(faultsOf(withCategories(base, kinds))).toEqual([])
  })

  it('leaves what is rare to “other”', () => {
    const many = { ...kinds, values: Array.from({ length: 9 }, (_, value) => ({ value, count: 9 - value })) }
    expect(Object(withCategories(base, many).categories).values).toHaveLength(6)
  })

  it('becomes rising steps with round numbers, or none where the numbers are all alike', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index * 1234)
    const steps = Object(withRamp(withMark(base, 'area'), { ...hectares, numbers })?.ramp).steps
    expect(steps).toEqual([25_000, 49_000, 74_000, 99_000])
    expect(faultsOf(withRamp({ ...withMark(base, 'area'), pattern: 'hatch-45' }, hectares))).toEqual([])
    expect(withRamp(base, { ...hectares, numbers: [7, 7, 7] })).toBeNull()
    const years = Array.from({ length: 10 }, (_, index) => 2014 + index)
    expect(Object(withRamp(withMark(base, 'area'), { ...hectares, numbers: years })?.ramp).steps).toEqual([
      2016, 2018, 2020, 2022,
    ])
  })

  it('sizes marks, and is listed once', () => {
    const sized = withSize(withMark(base, 'circle'), hectares)
    expect(faultsOf(sized)).toEqual([])
    const listing = withListed(sized, kinds)
    expect(listing.fields).toEqual([{ property: 'kind_of', label: 'Kind of' }])
    expect([listsField(sized, 'kind_of'), listsField(listing, 'kind_of')]).toEqual([false, true])
  })
})
