import { describe, expect, it } from 'vitest'
import { measureLimits, readLaidOver, readMeasure, writeLaidOver, writeMeasure } from '@/lib/url/drawing-codec'

describe('a measured line in the address', () => {
  it.each([
    ['180,85.06', [180, 85.06]],
    ['-180,-85.06', [-180, -85.06]],
    ['0,0', [0, 0]],
    ['1.12345678,2', [1.12345678, 2]],
  ])('has the point %s', (text, point) => {
    expect(readMeasure(text)).toEqual([point])
  })

  it.each([
    '180.1,0',
    '-180.1,0',
    '0,85.07',
    '0,-85.07',
    '1e2,0',
    '1.123456789,2',
    '1,2,3',
    'x1,2',
    '1,2x',
    '1',
    '1.,2',
    ',',
  ])('has no point %s', (text) => {
    expect(readMeasure(text)).toBeNull()
  })

  it('is told from a tool without points, and from no tool', () => {
    expect(readMeasure('')).toEqual([])
    expect(readMeasure(null)).toBeNull()
  })

  it('ends with the last point that can be measured', () => {
    const many = Array.from({ length: 100 }, (_, at) => `${at},0`).join(';')
    expect(readMeasure(many)?.at(-1)).toEqual([measureLimits.points, 0])
  })

  it('is written to the metre', () => {
    expect(
      writeMeasure([
        [1.234567, -2.5],
        [3, 4],
      ]),
    ).toBe('1.23457,-2.5;3,4')
  })
})

describe('a shape laid over another place in the address', () => {
  it.each([
    ['UA-65@-8,39.5,90', { shape: 'UA-65', at: [-8, 39.5], turn: 90 }],
    ['leak~boil-1@1,2,0', { shape: 'leak~boil-1', at: [1, 2], turn: 0 }],
    [`${'a'.repeat(64)}@1,2,0`, { shape: 'a'.repeat(64), at: [1, 2], turn: 0 }],
  ])('is read from %s', (text, shape) => {
    expect(readLaidOver(text)).toEqual(shape)
  })

  it.each([
    ['-90', 270],
    ['360', 0],
    ['-360', 0],
    ['450', 90],
    ['359', 359],
  ])('turned by %s is turned by %d', (text, turn) => {
    expect(readLaidOver(`a@1,2,${text}`)?.turn).toBe(turn)
  })

  it.each([
    null,
    '',
    'a',
    '@1,2,3',
    'a@',
    'a@1,2',
    'a@1,2,x',
    'a@1,2,3x',
    'a@x,2,3',
    'a@1,2,1000',
    'a@200,2,3',
    'a@1,2,3@4',
    'a b@1,2,3',
    '-a@1,2,3',
    'a~@1,2,3',
    'a~b~c@1,2,3',
    `${'a'.repeat(65)}@1,2,3`,
  ])('is none in %s', (text) => {
    expect(readLaidOver(text)).toBeNull()
  })

  it('is written to the degree, a whole turn as none', () => {
    expect(writeLaidOver({ shape: 'a', at: [1.234567, 2], turn: 89.6 })).toBe('a@1.23457,2,90')
    expect(writeLaidOver({ shape: 'a', at: [1, 2], turn: 359.6 })).toBe('a@1,2,0')
  })
})
