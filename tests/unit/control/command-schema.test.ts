import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandSchema } from '@/lib/server/control/wire-schema'
import type { WallCommand } from '@/lib/wall/wall-state'

const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const spot = fc.record({ x: fraction, y: fraction }, { noNullPrototype: true })
const camera = fc.record(
  {
    zoom: fc.double({ min: 0, max: 12, noNaN: true }),
    lat: fc.double({ min: -85, max: 85, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  },
  { noNullPrototype: true },
)
const second = fc.integer({ min: -5e9, max: 7e9 })
const window = fc
  .tuple(second, fc.integer({ min: 1, max: 1e8 }))
  .map(([start, length]) => ({ start: start * 1000, end: (start + length) * 1000 }))
const scene = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/)
const place = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)

const command: fc.Arbitrary<WallCommand> = fc.oneof(
  fc.constantFrom<WallCommand>({ kind: 'step', by: 1 }, { kind: 'step', by: -1 }, { kind: 'play' }, { kind: 'hold' }),
  scene.map((id) => ({ kind: 'go' as const, scene: id })),
  fc.boolean().map((on) => ({ kind: 'blank' as const, on })),
  fc.option(spot).map((at) => ({ kind: 'point' as const, at })),
  fc.option(camera).map((at) => ({ kind: 'look' as const, camera: at })),
  fc.option(window).map((time) => ({ kind: 'time' as const, window: time })),
  fc.option(place).map((id) => ({ kind: 'select' as const, place: id })),
)

const accepts = (value: unknown) => commandSchema.safeParse(value).success

describe('the list of commands', () => {
  it('takes every command as it is', () => {
    fc.assert(
      fc.property(command, (given) => {
        const wire: unknown = JSON.parse(JSON.stringify(given))
        expect(commandSchema.parse(wire)).toEqual(wire)
      }),
    )
  })

  it('refuses a command with anything more in it', () => {
    fc.assert(
      fc.property(command, fc.string(), fc.jsonValue(), (given, key, value) => {
        fc.pre(!(key in given))
        expect(accepts({ ...given, [key]: value })).toBe(false)
      }),
    )
  })

  it('refuses whatever is not a command', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !accepts(value)))
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '0.5', null, undefined])(
    'refuses %s where a number belongs',
    (bad) => {
      expect(accepts({ kind: 'point', at: { x: bad, y: 0 } })).toBe(false)
      expect(accepts({ kind: 'look', camera: { zoom: 5, lat: bad, lng: 0 } })).toBe(false)
      expect(accepts({ kind: 'step', by: bad })).toBe(false)
    },
  )

  it.each([
    ['that ends before it begins', { start: 2000, end: 1000 }],
    ['without an end', { start: 2000 }],
    ['with an end that is none', { start: 0, end: Number.POSITIVE_INFINITY }],
    ['of text', '2022-09-26/2022-09-30'],
    ['with more in it', { start: 0, end: 1000, step: 1 }],
  ])('refuses a window %s', (_, given) => {
    expect(accepts({ kind: 'time', window: given })).toBe(false)
  })

  it('brings a window to whole seconds within the years that an address may name', () => {
    const given = { kind: 'time', window: { start: -1e300, end: 1499 } }
    expect(commandSchema.parse(given)).toEqual({ kind: 'time', window: { start: -8.64e15, end: 1000 } })
  })

  it.each(['../x', '', 'A', 'a'.repeat(65), '__proto__', 'a\0'])('refuses %j as a scene', (id) => {
    expect(accepts({ kind: 'go', scene: id })).toBe(false)
  })

  it('brings what lies outside of the picture to its edge', () => {
    expect(commandSchema.parse({ kind: 'point', at: { x: -3, y: 1e300 } })).toEqual({
      kind: 'point',
      at: { x: 0, y: 1 },
    })
  })

  it('brings a camera within what can be shown, around the world where that is shorter', () => {
    const given = { kind: 'look', camera: { zoom: 99, lat: -91, lng: 190 } }
    expect(commandSchema.parse(given)).toEqual({ kind: 'look', camera: { zoom: 12, lat: -85, lng: -170 } })
  })
})
