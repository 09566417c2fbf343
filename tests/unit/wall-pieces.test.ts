import { describe, expect, it } from 'vitest'
import { sceneFigures, sceneSources } from '@/components/wall/scene/scene-sources'
import { sceneHue } from '@/components/wall/scene/wall-scene'
import { indexCase } from '@/lib/client/reader-board'
import { drawLayer } from '@/lib/derive/draw-layer'
import { linkCase } from '@/lib/derive/link-case'
import type { Scene } from '@/lib/schema/scene'
import { pixelShift } from '@/lib/wall/legible-type'
import { writeCountdown } from '@/lib/wall/pairing-code'
import { layerIds, validRecords } from './read-fixture'

const records = validRecords()
const context = { ...records, claims: records.head.claims, borders: [] }
const drawn = records.layers.map((layer) => drawLayer(layer, context))
const index = indexCase(
  linkCase(records, [], drawn, { case: 'c1', layers: new Map(layerIds.map((id) => [id, `v-${id}`])) }),
)

const plain: Scene = {
  id: 'plain',
  title: 'A scene',
  words: 'Its words.',
  camera: { center: [11, 56], zoom: 6 },
  layers: [],
  dwellSeconds: 10,
}

describe('sceneFigures', () => {
  it('are those of the chart where the scene shows one', () => {
    const figures = sceneFigures({ ...plain, chart: 'crossed-chart' }, index)
    expect(figures.map(({ id }) => id)).toEqual(['crossed-office', 'crossed-union'])
  })
})

describe('sceneSources', () => {
  it('names each source of figure, quotation and words once', () => {
    const scene = { ...plain, figure: 'zone-5', quotation: 'ice', sources: ['report', 'bulletin'] }
    expect(sceneSources(scene, index)).toEqual(['bulletin', 'report'])
  })

  it('takes a derived figure’s from what it is worked out of', () => {
    expect(sceneSources({ ...plain, figure: 'crossed-difference' }, index)).toEqual(['report'])
  })
})

describe('sceneHue', () => {
  it('is the colour of the places that are counted', () => {
    expect(sceneHue(index, { ...plain, layers: ['reactions'] }, ['harbour'])).toBe('ochre')
  })

  it('is that of the place in focus where none is', () => {
    expect(sceneHue(index, { ...plain, focus: 'shock', layers: ['reactions'] }, [])).toBe('plum')
  })

  it('is that of the first layer shown where nothing is in focus, countries and seas aside', () => {
    expect(sceneHue(index, { ...plain, layers: ['named-places', 'reactions'] }, [])).toBe('moss')
  })
})

describe('pixelShift', () => {
  const round = Array.from({ length: 12 }, (_, step) => pixelShift(step, 6))

  it('starts where things stand and comes back there', () => {
    expect([pixelShift(0, 6), pixelShift(12, 6)]).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ])
  })

  it('moves at every step', () => {
    expect(new Set(round.map(({ x, y }) => `${x} ${y}`)).size).toBe(12)
  })

  it('never leaves its orbit', () => {
    for (const { x, y } of round) expect(Math.hypot(x, y)).toBeLessThanOrEqual(12)
  })
})

describe('writeCountdown', () => {
  it.each([
    [32, '0:32'],
    [9, '0:09'],
    [600, '10:00'],
  ])('writes %i seconds as %s', (seconds, text) => {
    expect(writeCountdown(seconds)).toBe(text)
  })
})
