import { withoutWebGl } from './driver/caseboard'
import { expect, test } from './driver/test'
import { around, scenes, Wall } from './driver/wall'
import { hidesWording, measureContrast, measureText } from './driver/wall-text'

const LEAST_ARC_MINUTES = 16
const display = { distanceM: 3, diagonalInches: 65 }
/** The tour, with the two scenes that no case has on file. */
const tour = [
  { id: 'title', title: around.title, words: around.words },
  ...scenes,
  { id: 'closing', title: around.closing, words: '' },
]
/** Layout rounds to a 64th of a px. */
const ROUNDING = 0.02
const LEAST_CONTRAST = 4.5
const shapes = [
  [3840, 2160],
  [1920, 1080],
  [1280, 720],
  [1080, 1920],
  [1024, 768],
  [2560, 1080],
  [3840, 1080],
] as const

test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [width, height] of shapes)
  test.describe(`at ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } })

    for (const role of ['mirror', 'evidence', 'map'] as const)
      test(`every scene is large enough to read, and nothing is cut off, as ${role}`, async ({ page, server }) => {
        // Sixteen scenes, each page of each; software takes its time for the largest pictures.
        test.setTimeout(180_000)
        // Without its map, which does not change the words and which software draws for seconds at this size.
        await withoutWebGl(page)
        const wall = new Wall(page, server.origin)
        await wall.openJoined(`/wall/2022-10-annexation?as=${role}`)
        await wall.press(' ')
        const flaws: string[] = []
        let smallest = Number.POSITIVE_INFINITY
        if (role !== 'evidence') expect(await wall.isFullBleed()).toBe(true)
        for (const scene of tour) {
          await wall.sceneIs(scene.title)
          const pages = await wall.pageCount()
          const said = new Set<string>()
          for (let at = 1; at <= pages; at++) {
            await wall.turnTo(at)
            for (const { words, arcMinutes, cutOff } of await measureText(page, display)) {
              said.add(words)
              smallest = Math.min(smallest, arcMinutes)
              if (arcMinutes < LEAST_ARC_MINUTES - ROUNDING)
                flaws.push(`${scene.id}: ${arcMinutes.toFixed(2)}′ “${words}”`)
              if (cutOff) flaws.push(`${scene.id}, page ${at}: cut off “${words}”`)
            }
          }
          if (role !== 'map' && scene.words !== '' && ![...said].some((words) => scene.words.startsWith(words)))
            flaws.push(`${scene.id}: its words are on no page`)
          if (pages > 1)
            test.info().annotations.push({ type: 'pages', description: `${scene.id}: ${pages} as ${role}` })
          if (await hidesWording(page)) flaws.push(`${scene.id}: one wording without the other`)
          await wall.press('ArrowRight')
        }
        test.info().annotations.push({ type: 'measured', description: `smallest text ${smallest.toFixed(1)}′` })
        expect(flaws).toEqual([])
        if (role === 'map') return
        await wall.showCard()
        expect(await wall.cardLeavesNotes()).toBe(true)
      })
  })

test.describe('by its pixels', () => {
  test.use({ deviceScaleFactor: 1 })

  test('words stand out from the map that they fade into, at every shape and in both themes', async ({
    page,
    server,
  }) => {
    test.setTimeout(240_000)
    const wall = new Wall(page, server.origin)
    const faint: string[] = []
    const measure = async (shape: string) => {
      await wall.settled()
      const pages = await wall.pageCount()
      for (let at = 1; at <= pages; at++) {
        await wall.turnTo(at)
        const measured = await measureContrast(page)
        const faintest = Math.min(...measured.map(({ ratio }) => ratio))
        const where = `${shape}, page ${at}`
        test
          .info()
          .annotations.push({ type: 'measured', description: `${where}: faintest text ${faintest.toFixed(1)}:1` })
        for (const { words, ratio } of measured)
          if (ratio < LEAST_CONTRAST) faint.push(`${where}: ${ratio.toFixed(2)}:1 “${words}”`)
      }
    }
    // The fullest map.
    const address = '/wall/2022-10-annexation?scene=who-left'
    await page.setViewportSize({ width: 1920, height: 1080 })
    await wall.openJoined(`${address}&theme=light`)
    await wall.mapIs('ready')
    await measure('paper')
    await wall.openJoined(address)
    await wall.mapIs('ready')
    await wall.press(' ')
    for (const [width, height] of shapes) {
      await page.setViewportSize({ width, height })
      await measure(`${width} × ${height}`)
    }
    expect(faint).toEqual([])
  })
})
