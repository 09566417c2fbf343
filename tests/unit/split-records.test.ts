import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileForm, lineAt, splitRecords, toPointer } from '@/lib/schema/split-records'

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

  it.each([
    ['[{"id": "a", x}]', 'is not JSON: invalid symbol at “x”', 'a'],
    ['[{"id": "a" "b": 1}]', 'is not JSON: comma expected at “"b"”', 'a'],
    ['[{"id": "a", /* why */ "b": 1}]', 'is not JSON: invalid comment token at “/* why */”', 'a'],
    [`[{"id": "a", "b": ${'x'.repeat(50)}}]`, `is not JSON: invalid symbol at “${'x'.repeat(40)}”`, 'a'],
    ['[{x, "id": 5}]', 'is not JSON: invalid symbol at “x”', null],
    ['[{x, "b": {"id": "inner"}}]', 'is not JSON: invalid symbol at “x”', null],
    ['[{x, "b": "id"}]', 'is not JSON: invalid symbol at “x”', null],
    ['[{x, "a": "b", "id": "c"}]', 'is not JSON: invalid symbol at “x”', 'c'],
    ['[{x, "id": ""}]', 'is not JSON: invalid symbol at “x”', null],
    [`[{x, "id": "${'a'.repeat(64)}"}]`, 'is not JSON: invalid symbol at “x”', 'a'.repeat(64)],
    [`[{x, "id": "${'a'.repeat(65)}"}]`, 'is not JSON: invalid symbol at “x”', null],
    ['[{x, "id":}]', 'is not JSON: invalid symbol at “x”', null],
    ['[{x, "id"}]', 'is not JSON: invalid symbol at “x”', null],
  ])('says what of %s is no JSON, and whose it is', (text, reason, id) => {
    expect(splitRecords(text, 'array').bad).toMatchObject([{ id, fault: { rule: 'unreadable', reason, line: 1 } }])
  })

  it.each([
    ['[1,,2]', '/1'],
    ['[,1]', '/0'],
    ['[1,]', '/1'],
  ])('says of %s that there is nothing between two commas', (text, pointer) => {
    const { bad } = splitRecords(`\n${text}`, 'array')
    const fault = { rule: 'unreadable', reason: 'there is nothing between two commas', line: 2 }
    expect(bad).toMatchObject([{ pointer, line: 2, id: null, text: '', fault }])
  })

  it('has no record in an empty list', () => {
    expect(splitRecords('[]', 'array')).toEqual({ good: [], bad: [], fault: null })
  })

  it('takes 64 levels and no more', () => {
    const nested = (depth: number) => `[${'['.repeat(depth)}${']'.repeat(depth)}, {"id": "next"}]`
    expect(splitRecords(nested(64), 'array').bad).toEqual([])
    const { good, bad } = splitRecords(nested(65), 'array')
    expect(bad).toMatchObject([{ pointer: '/0', fault: { rule: 'too-deep', reason: 'is nested deeper than 64' } }])
    const objects = (depth: number) => `[${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}]`
    expect(splitRecords(objects(64), 'array').bad).toEqual([])
    expect(splitRecords(objects(65), 'array').bad).toHaveLength(1)
    expect(good).toMatchObject([{ value: { id: 'next' } }])
  })

  it('does not overflow on 200,000 levels', () => {
    const text = `[${'['.repeat(2e5)}${']'.repeat(2e5)}, 2]`
    expect(splitRecords(text, 'array').bad[0]?.fault.rule).toBe('too-deep')
    expect(splitRecords('['.repeat(2e5), 'array').fault).toMatchObject({ rule: 'unreadable' })
  })

  it.each(['\\ud83d', '\\udd25 late', '\\ud83dx'])('sets aside half of a character, %s', (half) => {
    const { good, bad } = splitRecords(
      `[{"id": "a", "x": "${half}"}, {"id": "b", "x": "\\ud83d\\udd25 \\\\ud83d"}]`,
      'array',
    )
    expect(bad).toMatchObject([{ id: 'a', fault: { rule: 'unreadable' } }])
    expect(good).toMatchObject([{ value: { x: '🔥 \\ud83d' } }])
  })

  it.each(['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])('refuses the key %s', (key) => {
    const { good, bad } = splitRecords(`[{"id": "a", "x": {"${key}": 1}}, {"id": "b"}]`, 'array')
    const reason = `has a forbidden key, “${JSON.parse(`"${key}"`)}”`
    expect(bad).toMatchObject([{ id: 'a', fault: { rule: 'forbidden-key', reason } }])
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

  it.each([
    ['{"features": []}', 'is not a GeoJSON FeatureCollection, as { "type"'],
    ['{"type": "FeatureCollection"}', 'is not a GeoJSON FeatureCollection, as { "type"'],
    ['{"a": "FeatureCollection", "features": []}', 'is not a GeoJSON FeatureCollection'],
    ['{"type": "FeatureCollection", "features": {}}', 'its “features” is not an array'],
    ['{"type": "FeatureCollection", "features"}', 'is not a JSON object'],
    ['{"type": "FeatureCollection", "features":}', 'its “features” is not an array'],
    ['{"features" 5}', 'is not a JSON object'],
    ['{5: 5}', 'is not a JSON object'],
    ['{,}', 'is not a JSON object'],
    ['{"type": "FeatureCollection", "features": [[]] 5}', 'something stands between “features” and the next comma'],
    ['{"type": "FeatureCollection", "features": [1] [2]}', 'something stands between “features” and the next comma'],
    ['[]', 'is not a JSON object'],
  ])('says why %s is no collection', (text, reason) => {
    const { fault } = splitRecords(text, 'features')
    expect(fault).toMatchObject({ rule: 'unreadable', reason: expect.stringContaining(reason), line: 1 })
  })

  it('tells of a collection’s other members that cannot be read, and keeps its features', () => {
    const text = '{"type": "FeatureCollection",\n"bbox": [NaN],\n"__proto__": 1, "features": [{"id": "a"}]}'
    const { good, bad } = splitRecords(text, 'features')
    expect(good).toHaveLength(1)
    expect(bad).toMatchObject([
      { pointer: '/bbox', fault: { rule: 'unreadable', line: 2 } },
      {
        pointer: '/__proto__',
        id: null,
        fault: { rule: 'forbidden-key', reason: 'has a forbidden key, “__proto__”', line: 3 },
      },
    ])
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

it('a pointer leads through any key', () => {
  expect(toPointer(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0')
})

it.each([
  [0, 5],
  [1, 5],
  [2, 6],
  [3, 6],
  [4, 7],
])('a character at %i stands on the line that begins last before it', (offset, line) => {
  expect(lineAt('a\nb\nc', offset, 5)).toBe(line)
})
