import { Engine } from '../engines/engine'
import { type EngineName, engineNames, whyWithout } from '../engines/install'
import { EngineBoard, keys } from './driver/engine-board'
import { expect, test } from './driver/test'
import { headline, wallAddress } from './driver/wall'

const caseId = '2022-10-annexation'

/** Where an engine cannot be had the test is skipped with the reason, and counted as skipped by `npm test`. */
function needs(name: EngineName): void {
  const missing = whyWithout(name)
  // biome-ignore lint/suspicious/noSkippedTests: of what is not on the machine nothing can be said
  test.skip(missing !== null, `${name} is ${missing}`)
}

for (const name of engineNames)
  test(`${name}: a region, its passage, a step in time, a find, the wall and the page for paper`, async ({
    server,
  }) => {
    needs(name)
    test.setTimeout(240_000)
    const engine = await Engine.launch(name)
    try {
      const board = new EngineBoard(engine, server.origin)
      await board.open('/?map=7/46.9/33.5')
      await board.mapIs('ready')
      await board.clickMap()
      await board.panelIs('Kherson')
      expect(await board.query('place')).toBe('UA-65')
      await board.openPassage()
      await board.timelineIsAlive()
      await board.press('.')
      await expect.poll(() => board.query('t')).not.toBeNull()
      await board.find('narva', 'Narva')
      await expect.poll(() => board.query('place')).toBe('narva')
      await board.panelIs('Narva')

      await board.open(`${wallAddress}?scene=title`)
      await board.wallIsJoined()
      await board.press(keys.right)
      await board.wallSays(headline(0))

      await board.open(`/print/${caseId}?place=UA-65`)
      await board.paperHas('Annexation')
      // WebKit's driver has no command to print: of it only the page itself is seen.
      if (name === 'Firefox') expect(await board.printedPages()).toBeGreaterThan(1)
    } finally {
      await engine.close()
    }
  })

test('Firefox without WebGL: the still map follows the address, what is chosen and Back, and its notice is free', async ({
  server,
}) => {
  needs('Firefox')
  test.setTimeout(120_000)
  const engine = await Engine.launch('Firefox', { webGl: false })
  try {
    const board = new EngineBoard(engine, server.origin)
    await board.open('/?map=7/46.9/33.5')
    await board.mapIs('unsupported')
    await expect.poll(() => board.stillMap()).toMatch(/map\.webp\?.*bounds=/)
    const addressed = await board.stillMap()
    expect(await board.noticeIsFree()).toBe(true)
    await board.find('narva', 'Narva')
    await board.panelIs('Narva')
    await expect.poll(() => board.stillMap()).toMatch(/places=narva/)
    expect(boundsOf(await board.stillMap())).not.toEqual(boundsOf(addressed))
    await engine.run('history.back()')
    await expect.poll(async () => boundsOf(await board.stillMap())).toEqual(boundsOf(addressed))
    await board.timelineIsAlive()
    await board.press('.')
    await expect.poll(() => board.stillMap()).toMatch(/[?&]t=/)
  } finally {
    await engine.close()
  }
})

function boundsOf(address: string): number[] {
  return (new URL(address).searchParams.get('bounds') ?? '').split(',').map(Number)
}
