import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileForm, splitRecords } from '@/lib/schema/split-records'

const forms: FileForm[] = ['array', 'features', 'object']

describe('splitRecords', () => {
  it('gives each record its text, offset, line and pointer', () => {
    const { good } = splitRecords('[\n  {"id": "a"},\n  {"id": "b"}\n]', 'array')
    expect(good).toEqual([
      { text: '{"id": "a"}', offset: 4, line: 2, pointer: '/0', value: { id: 'a' } },
      { text: '{"id": "b"}', offset: 19, line: 3, pointer: '/1', value: { id: 'b' } },
    ])
  })

  it('finds the features of a collection, wherever the member stands', () => {
    const text = '{"features": [{"id": "a"}], "bbox": [1, 2], "type": "FeatureCollection"}'
    expect(splitRecords(text, 'features').good.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/features/0', { id: 'a' }],
    ])
  })

  it('takes an object file whole', () => {
    expect(splitRecords('\uFEFF{"a": [1, {"b": 2}]}\n', 'object').good).toMatchObject([
      { offset: 1, pointer: '', value: { a: [1, { b: 2 }] } },
    ])
  })

  it('costs a record that is not JSON, and lets the others go on', () => {
    const { good, bad } = splitRecords('[1,\n{"id": "b",\n"x": NaN},\n3]', 'array')
    expect(good.map(({ value }) => value)).toEqual([1, 3])
    expect(bad).toMatchObject([{ pointer: '/1', line: 2, id: 'b', fault: { rule: 'unreadable', line: 3 } }])
    expect(bad[0]?.fault.reason).toContain('NaN')
  })

  it('takes 64 levels and no more', () => {
    const nested = (depth: number) => `[${'['.repeat(depth)}${']'.repeat(depth)}, {"id": "next"}]`
    expect(splitRecords(nested(64), 'array').bad).toEqual([])
    const { good, bad } = splitRecords(nested(65), 'array')
    expect(bad).toMatchObject([{ pointer: '/0', fault: { rule: 'too-deep' } }])
    expect(good).toMatchObject([{ value: { id: 'next' } }])
  })

  it('does not overflow on 200,000 levels', () => {
    const text = `[${'['.repeat(2e5)}${']'.repeat(2e5)}, 2]`
    expect(splitRecords(text, 'array').bad[0]?.fault.rule).toBe('too-deep')
    expect(splitRecords('['.repeat(2e5), 'array').fault).toMatchObject({ rule: 'unreadable' })
  })

  it.each(['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])('refuses the key %s', (key) => {
    const { good, bad } = splitRecords(`[{"id": "a", "x": {"${key}": 1}}, {"id": "b"}]`, 'array')
    expect(bad).toMatchObject([{ id: 'a', fault: { rule: 'forbidden-key' } }])
    expect(good).toHaveLength(1)
  })

  it('lets a forbidden key’s word stand as a value', () => {
    expect(splitRecords('[{"id": "constructor", "words": ["__proto__"]}]', 'array').bad).toEqual([])
  })

  it.each([
    ['', 'is empty'],
    ['[1', 'ends before its brackets are closed'],
    ['[1}', 'brackets do not match'],
    ['[1] 2', 'there is text after the end'],
    ['{}', 'is not a JSON array, nor an object with one: { "records": [ ] }'],
    ['1', 'is not a JSON array'],
    ['// words\n[]', 'there is text after the end'],
  ])('costs the file %j', (text, reason) => {
    expect(splitRecords(text, 'array')).toMatchObject({ good: [], bad: [], fault: { rule: 'unreadable', reason } })
  })

  it.each(['{"features": []}', '{"type": "FeatureCollection"}', '{"type": "FeatureCollection", "features": {}}'])(
    'costs the collection %s',
    (text) => {
      expect(splitRecords(text, 'features').fault).not.toBeNull()
    },
  )

  it('never throws, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'[]{},:"ab1 \\') }))
    fc.assert(fc.property(text, fc.constantFrom(...forms), (words, form) => void splitRecords(words, form)))
  })

  it('reads every array as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 5 })), fc.constantFrom(undefined, 2), (values, indent) => {
        const text = JSON.stringify(values, null, indent)
        const { good, bad } = splitRecords(text, 'array')
        // fast-check loves `__proto__`, and so such a record is rightly refused.
        fc.pre(bad.every(({ fault }) => fault.rule === 'forbidden-key'))
        if (bad.length === 0) expect(good.map(({ value }) => value)).toEqual(JSON.parse(text))
        for (const slice of good) expect(text.startsWith(slice.text, slice.offset)).toBe(true)
      }),
    )
  })
})

describe('a file whose records stand in an object', () => {
  const wrapped = (members: string) => splitRecords(`{"$schema": "../figures.schema.json", ${members}}`, 'array')

  it('gives them with where they stand', () => {
    const { good, bad, fault } = wrapped('"records": [{"id": "a"}, {"id": "b"}]')
    expect(good.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/records/0', { id: 'a' }],
      ['/records/1', { id: 'b' }],
    ])
    expect([bad, fault]).toEqual([[], null])
  })

  it('keeps the good where one is broken', () => {
    const { good, bad } = wrapped('"records": [{"id": "a"}, {"id": NaN}]')
    expect(good).toHaveLength(1)
    expect(bad).toMatchObject([{ pointer: '/records/1', fault: { rule: 'unreadable' } }])
  })

  it('tells of a member that it does not know, and keeps the records', () => {
    const { good, bad } = wrapped('"note": 1, "records": [{"id": "a"}]')
    expect(good).toHaveLength(1)
    expect(bad).toMatchObject([
      { pointer: '/note', fault: { rule: 'shape', reason: 'unknown key “note”; known here: records, $schema' } },
    ])
  })

  it.each([
    ['"record": []', 'nor an object with one: { "records": [ ] }'],
    ['"records": {}', 'its “records” is not an array'],
    ['"records": [], "records": []', 'has two members “records”'],
  ])('is refused with %s', (members, reason) => {
    expect(wrapped(members).fault).toMatchObject({ rule: 'unreadable', reason: expect.stringContaining(reason) })
  })
})
