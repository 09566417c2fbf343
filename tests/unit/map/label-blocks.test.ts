import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, blockedBoxes, blockFeatures, EDGE_PX } from '@/lib/map/label-blocks'

const size = { width: 800, height: 600 }

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/** The boxes as the map has them again, from their points and how far they reach. */
function laid(covers: readonly Box[]): Box[] {
  const { features } = blockFeatures(blockedBoxes(size.width, size.height, covers), size, ([x, y]) => [x, y])
  return features.map(({ geometry: { coordinates }, properties }) => {
    const [x = 0, y = 0] = coordinates
    const [up = 0, right = 0, down = 0, left = 0]: number[] = properties?.reach ?? []
    return [x - left, y - up, x + right, y + down]
  })
}

describe('the blocks that keep labels off', () => {
  it('let a label stand that is whole, and none that is cut or nearer to an edge', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 860, noNaN: true }),
        fc.double({ min: -40, max: 620, noNaN: true }),
        (x, y) => {
          const label: Box = [x, y, x + 80, y + 20]
          const isWhole =
            x >= EDGE_PX && y >= EDGE_PX && x + 80 <= size.width - EDGE_PX && y + 20 <= size.height - EDGE_PX
          const isSeen = x + 80 > 0 && y + 20 > 0 && x < size.width && y < size.height
          const isBlocked = laid([]).some((block) => overlaps(block, label))
          if (isWhole) expect(isBlocked).toBe(false)
          else if (isSeen) expect(isBlocked).toBe(true)
        },
      ),
    )
  })

  it('let none stand under what covers the map, nor right beside it', () => {
    const blocks = laid([[500, 100, 700, 400]])
    expect(blocks.some((block) => overlaps(block, [690, 390, 780, 410]))).toBe(true)
    expect(blocks.some((block) => overlaps(block, [705, 300, 760, 320]))).toBe(true)
    expect(blocks.some((block) => overlaps(block, [710, 300, 770, 320]))).toBe(false)
  })

  it('have their points within the frame, and leave out what does not cover it', () => {
    const covers: Box[] = [
      [-392, 0, 0, 600],
      [780, -20, 900, 700],
      [0, 600, 800, 700],
    ]
    const { features } = blockFeatures(blockedBoxes(size.width, size.height, covers), size, ([x, y]) => [x, y])
    for (const { geometry } of features) {
      const [x = -1, y = -1] = geometry.coordinates
      expect(x >= 0 && y >= 0 && x <= size.width && y <= size.height).toBe(true)
    }
    // The panel that only touches the map reaches into it by what is kept free beside it.
    expect(features).toHaveLength(7)
  })
})
