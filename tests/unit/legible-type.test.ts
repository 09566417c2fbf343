import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildStyle } from '@/lib/map/build-style'
import { themes } from '@/lib/map/theme'
import {
  CAPITAL_HEIGHT,
  heightOfAngleMm,
  legibleType,
  pixelPitchMm,
  SMALLEST_MAP_LABEL_PX,
} from '@/lib/wall/legible-type'
import { layerIds, validRecords } from './read-fixture'

const display = fc.record({
  widthPx: fc.integer({ min: 320, max: 7680 }),
  heightPx: fc.integer({ min: 320, max: 4320 }),
  diagonalInches: fc.double({ min: 5, max: 1000, noNaN: true }),
  distanceM: fc.double({ min: 0.3, max: 100, noNaN: true }),
})

/** Angle of the capitals of a type size, arc-minutes, worked back from the picture. */
function angleOf(sizePx: number, seen: { distanceM: number; pitchMm: number }): number {
  const heightM = (sizePx * CAPITAL_HEIGHT * seen.pitchMm) / 1000
  return 2 * Math.atan(heightM / 2 / seen.distanceM) * (180 / Math.PI) * 60
}

describe('heightOfAngleMm', () => {
  it('is 17.45 mm for 20 arc-minutes at 3 m', () => {
    expect(heightOfAngleMm(20, 3)).toBeCloseTo(17.45, 2)
  })

  it('agrees with the small-angle formula of NUREG-0700, 2πD·α/21600', () => {
    expect(heightOfAngleMm(16, 5)).toBeCloseTo((6.283 * 5000 * 16) / 21_600, 1)
  })
})

describe('pixelPitchMm', () => {
  it('is the diagonal over its length in px: 65 inches of 3840×2160', () => {
    expect(pixelPitchMm({ widthPx: 3840, heightPx: 2160, diagonalInches: 65 })).toBeCloseTo(0.3747, 4)
  })
})

describe('legibleType', () => {
  it('sets 28 and 35 px on 65 inches of 1920×1080 read from 3 m', () => {
    const type = legibleType({ widthPx: 1920, heightPx: 1080, diagonalInches: 65, distanceM: 3 })
    expect(type.smallPx).toBeCloseTo(28.23, 1)
    expect(type.textPx).toBeCloseTo(35.28, 1)
  })

  it('is as large on the wall however many px the display has', () => {
    const small = legibleType({ widthPx: 1920, heightPx: 1080, diagonalInches: 65, distanceM: 3 })
    const large = legibleType({ widthPx: 3840, heightPx: 2160, diagonalInches: 65, distanceM: 3 })
    expect(large.smallPx).toBeCloseTo(2 * small.smallPx, 6)
  })

  it('is never below 16 arc-minutes at the distance that it promises', () => {
    fc.assert(
      fc.property(display, (declared) => {
        const type = legibleType(declared)
        const distanceM = type.readableToM ?? declared.distanceM
        const angle = angleOf(type.smallPx, { distanceM, pitchMm: pixelPitchMm(declared) })
        expect(angle).toBeGreaterThanOrEqual(16 - 0.01)
      }),
    )
  })

  it('never promises more than was asked for', () => {
    fc.assert(
      fc.property(display, (declared) => {
        const { readableToM } = legibleType(declared)
        expect(readableToM ?? 0).toBeLessThanOrEqual(declared.distanceM)
      }),
    )
  })

  it('leaves room for twenty lines on a lying display', () => {
    fc.assert(
      fc.property(display, (declared) => {
        const { smallPx } = legibleType(declared)
        fc.pre(declared.widthPx >= declared.heightPx)
        expect(smallPx * 20).toBeLessThanOrEqual(declared.heightPx + 1e-6)
      }),
    )
  })

  it('says from how far it can be read, where what was declared is too far', () => {
    const type = legibleType({ widthPx: 1920, heightPx: 1080, diagonalInches: 65, distanceM: 20 })
    expect(type.readableToM).toBeCloseTo(4.6, 1)
  })

  it.each([
    ['upright', 1080, 1920, 1080 / 22],
    ['square', 1080, 1080, 1080 / 44],
    ['lying', 1920, 1080, 1080 / 25],
    ['just wide', 2500, 1000, 2500 / 70],
    ['very wide', 6000, 1000, 1000 / 20],
  ])(
    'is no larger than leaves room for a headline with its words on a display that is %s',
    (_, widthPx, heightPx, px) => {
      expect(legibleType({ widthPx, heightPx, diagonalInches: 20, distanceM: 100 }).smallPx).toBeCloseTo(px, 6)
    },
  )

  it('still has 16 arc-minutes from 3 m on a display of 65 inches that is wide and low', () => {
    expect(legibleType({ widthPx: 3840, heightPx: 1080, diagonalInches: 65, distanceM: 3 }).readableToM).toBeNull()
  })

  it('says nothing of the kind where it is not', () => {
    expect(legibleType({ widthPx: 1920, heightPx: 1080, diagonalInches: 65, distanceM: 3 }).readableToM).toBeNull()
  })

  it('enlarges the map until its smallest label is 16 arc-minutes', () => {
    fc.assert(
      fc.property(display, (declared) => {
        const { mapScale, smallPx } = legibleType(declared)
        expect(mapScale * SMALLEST_MAP_LABEL_PX).toBeCloseTo(smallPx, 6)
      }),
    )
  })
})

/** Every size that a text-size can come to: a number, or the outputs of an interpolation by zoom. */
function sizesOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (!Array.isArray(value) || value[0] !== 'interpolate') return [Number.NaN]
  return value.filter((_, at) => at > 3 && at % 2 === 0).map(Number)
}

/** The least number that a scale can come to: itself, or the outputs of a choice. */
function leastOf(scale: unknown): number {
  return Array.isArray(scale) ? Math.min(...scale.filter((each) => typeof each === 'number')) : Number(scale)
}

/** How small a label's smallest part is beside its size. */
function smallestScaleOf(text: unknown): number {
  if (!Array.isArray(text)) return 1
  const own = text.map((part) =>
    typeof part === 'object' && part !== null && 'font-scale' in part ? leastOf(part['font-scale']) : 1,
  )
  return Math.min(...own, ...text.map(smallestScaleOf))
}

describe('SMALLEST_MAP_LABEL_PX', () => {
  it('is the smallest text that the map draws', () => {
    const style = buildStyle({
      origin: 'http://localhost',
      basemapVersion: 'a',
      caseId: 'a',
      layers: validRecords().layers.map((layer) => ({ ...layer, version: 'a' })),
      visible: layerIds,
      theme: themes.dark,
      scale: 1,
      schematicWords: 'schematic',
    })
    const texts = style.layers.flatMap((layer) =>
      layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined
        ? sizesOf(layer.layout['text-size']).map((size) => size * smallestScaleOf(layer.layout?.['text-field']))
        : [],
    )
    expect(Math.min(...texts)).toBe(SMALLEST_MAP_LABEL_PX)
  })
})
