import { expect, test } from './driver/test'
import { scenes, Wall } from './driver/wall'
import { measureContrast, measureText } from './driver/wall-text'

const LEAST_ARC_MINUTES = 16
/** Layout rounds to a 64th of a px. */
const ROUNDING = 0.02
const LEAST_CONTRAST = 4.5

/** Software draws the largest picture at some ten seconds a scene, so of those only every fourth is looked at. */
for (const [width, height, everyNth] of [
  [3840, 2160, 4],
  [1920, 1080, 1],
  [1080, 1920, 1],
  [3840, 1080, 4],
] as const)
  test(`at ${width} × ${height} a scene can be read: size, contrast, nothing cut off`, async ({ browser, server }) => {
    test.setTimeout(240_000)
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
    const wall = new Wall(await context.newPage(), server.origin)
    await wall.openJoined(`/wall/2022-10-annexation?scene=${scenes[0]?.id}`)
    await wall.mapIs('ready')
    await wall.press(' ')
    const flaws: string[] = []
    let [smallest, faintest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const [index, scene] of scenes.entries()) {
      await wall.sceneIs(scene.title)
      if (index % everyNth > 0) {
        await wall.press('ArrowRight')
        continue
      }
      await wall.settled()
      const texts = await measureText(wall.page, { distanceM: 3, diagonalInches: 65 })
      for (const { words, arcMinutes, cutOff } of texts) {
        smallest = Math.min(smallest, arcMinutes)
        if (arcMinutes < LEAST_ARC_MINUTES - ROUNDING) flaws.push(`${scene.id}: ${arcMinutes.toFixed(2)}′ “${words}”`)
        if (cutOff) flaws.push(`${scene.id}: cut off “${words}”`)
      }
      for (const { words, ratio } of await measureContrast(wall.page)) {
        faintest = Math.min(faintest, ratio)
        if (ratio < LEAST_CONTRAST) flaws.push(`${scene.id}: ${ratio.toFixed(2)}:1 “${words}”`)
      }
      await wall.press('ArrowRight')
    }
    test.info().annotations.push({
      type: 'measured',
      description: `${width} × ${height}: smallest text ${smallest.toFixed(1)}′, faintest ${faintest.toFixed(1)}:1`,
    })
    expect(flaws).toEqual([])
    await context.close()
  })
