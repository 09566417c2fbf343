import { withoutWebGl } from './driver/caseboard'
import { expect, test } from './driver/test'
import { scenes, Wall } from './driver/wall'
import { measureContrast, measureText } from './driver/wall-text'

const LEAST_ARC_MINUTES = 16
/** Layout rounds to a 64th of a px. */
const ROUNDING = 0.02
const LEAST_CONTRAST = 4.5
const shapes = [
  [3840, 2160],
  [1920, 1080],
  [1080, 1920],
  [3840, 1080],
] as const

for (const [width, height] of shapes)
  test.describe(`at ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } })

    test('every scene is large enough to read, and nothing is cut off', async ({ page, server }) => {
      // Without its map, which does not change the words and which software draws for seconds at this size.
      await withoutWebGl(page)
      const wall = new Wall(page, server.origin)
      await wall.openJoined(`/wall/2022-10-annexation?scene=${scenes[0]?.id}`)
      await wall.press(' ')
      const flaws: string[] = []
      let smallest = Number.POSITIVE_INFINITY
      for (const scene of scenes) {
        await wall.sceneIs(scene.title)
        for (const { words, arcMinutes, cutOff } of await measureText(page, { distanceM: 3, diagonalInches: 65 })) {
          smallest = Math.min(smallest, arcMinutes)
          if (arcMinutes < LEAST_ARC_MINUTES - ROUNDING) flaws.push(`${scene.id}: ${arcMinutes.toFixed(2)}′ “${words}”`)
          if (cutOff) flaws.push(`${scene.id}: cut off “${words}”`)
        }
        await wall.press('ArrowRight')
      }
      test.info().annotations.push({ type: 'measured', description: `smallest text ${smallest.toFixed(1)}′` })
      expect(flaws).toEqual([])
    })

    // The largest picture is the second one twice as large, and words on a portrait stand below the map.
    if (height > 1080) return

    test('words stand out from the map that they fade into', async ({ page, server }) => {
      const wall = new Wall(page, server.origin)
      // The fullest map.
      await wall.openJoined('/wall/2022-10-annexation?scene=who-left')
      await wall.mapIs('ready')
      await wall.settled()
      const measured = await measureContrast(page)
      const faintest = Math.min(...measured.map(({ ratio }) => ratio))
      test.info().annotations.push({ type: 'measured', description: `faintest text ${faintest.toFixed(1)}:1` })
      expect(measured.filter(({ ratio }) => ratio < LEAST_CONTRAST)).toEqual([])
    })
  })
