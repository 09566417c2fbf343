import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formOf, forms, keysOf, oneOf } from '@/lib/schema/forms'

describe('what a schema takes', () => {
  it.each<[z.ZodType, string]>([
    [z.string(), 'a text, as “…”'],
    [z.number(), 'a number, as 12.5'],
    [z.int(), 'a whole number, as 3'],
    [z.boolean(), 'true or false'],
    [z.array(z.string()), 'a list, as [ ]'],
    [z.tuple([z.number(), z.number(), z.number()]), 'a list of 3, as [1, 2]'],
    [z.object({ a: z.string(), b: z.string(), c: z.string(), d: z.string() }), 'an object, as { a, b, c … }'],
    [z.record(z.string(), z.string()), 'an object, as { }'],
    [z.enum(['a', 'b']), '“a” or “b”'],
    [z.literal('a'), '“a”'],
    [z.literal([1, 2, 3]), 'one of 1, 2, 3'],
    [z.preprocess((value) => value, z.boolean()), 'true or false'],
    [z.string().register(forms, { form: 'a colour' }), 'a colour'],
  ])('is told with an example', (schema, form) => {
    expect(formOf(schema)).toBe(form)
  })

  it.each([z.null(), undefined, 'string'])('is not told of what takes nothing that one could write', (schema) => {
    expect(formOf(schema)).toBeNull()
  })

  it.each([
    [['a'], '“a”'],
    [['a', 'b'], '“a” or “b”'],
    [['a', 2, 'c'], 'one of “a”, 2, “c”'],
  ])('is named as one of %j', (values, words) => {
    expect(oneOf(values)).toBe(words)
  })

  it('has the keys of its object, or of its table', () => {
    expect(keysOf(z.object({ a: z.string(), b: z.string() }))).toEqual(['a', 'b'])
    expect(keysOf(z.partialRecord(z.enum(['x', 'y']), z.string()))).toEqual(['x', 'y'])
    expect(keysOf(z.record(z.string(), z.string()))).toEqual([])
    expect(keysOf(z.string())).toEqual([])
  })
})
