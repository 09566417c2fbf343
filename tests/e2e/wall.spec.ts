import { expectAccessible } from './driver/axe'
import { test as base, expect } from './driver/test'
import { around, headline, scenes, Wall, wallAddress } from './driver/wall'

const test = base.extend<{ wall: Wall }>({
  wall: async ({ page, server }, use) => {
    const wall = new Wall(page, server.origin)
    await use(wall)
    expect(wall.complaints).toEqual([])
  },
})
test.use({ viewport: { width: 960, height: 540 } })

const sceneAddress = (at: number) => `/wall/2022-10-annexation?scene=${scenes[at]?.id}`
/** Within Crimea, on the picture of the scene about it. */
const crimea = { at: scenes.findIndex(({ id }) => id === 'crimea'), x: 0.69, y: 0.45 }

test('arrows, page keys and Enter step through the scenes, round and round', async ({ wall }) => {
  await wall.openJoined()
  await wall.sceneIs(headline(0))
  await wall.press('ArrowRight')
  await wall.sceneIs(headline(1))
  await wall.press('PageDown', 'Enter', 'ArrowDown')
  await wall.sceneIs(headline(4))
  await wall.press('ArrowLeft', 'PageUp', 'ArrowUp', 'Backspace', 'ArrowLeft')
  await wall.sceneIs(around.title)
  await wall.press('ArrowLeft')
  await wall.sceneIs(around.closing)
  await wall.press('ArrowRight', 'ArrowRight')
  await wall.sceneIs(headline(0))
})

test('the tour opens with the case’s title and its threads, and closes with what it rests on', async ({ wall }) => {
  await wall.openJoined(wallAddress)
  await wall.sceneIs(around.title)
  const threads = wall.page.getByRole('article').getByRole('listitem')
  await expect(threads).toHaveText([
    /Annexation.*4 oblasts, claimed/,
    /Exodus.*about 220,000 people/,
    /Sabotage.*at least 4 leaks/,
  ])
  await wall.press('End')
  await wall.sceneIs(around.closing)
  const closing = wall.page.getByRole('article')
  await expect(closing).toContainText(/\d+ sources/)
  await expect(closing).toContainText(/\d+ questions are answered in more than one way/)
  await expect(closing.getByRole('img', { name: 'The address of this case, to scan' })).toBeVisible()
  await expect(closing).toContainText('/cases/2022-10-annexation')
  await wall.openJoined(`${wallAddress}?scene=tour-closing`)
  await wall.sceneIs(around.closing)
})

test('the map reaches to all four edges, and its scale says where it is true', async ({ wall }) => {
  await wall.openJoined(sceneAddress(0))
  await wall.mapIs('ready')
  expect(await wall.isFullBleed()).toBe(true)
  await expect(wall.notes).toContainText(/\d+ km at \d+° N/)
})

test('words that are more than a page go on to the next, said, within the scene’s time', async ({ wall }) => {
  await wall.page.clock.install()
  await wall.openJoined(sceneAddress(scenes.findIndex(({ id }) => id === 'who-left')))
  // From here on time passes only as it is told: a page's own would be over while a slow machine looks at it.
  await wall.page.clock.pauseAt((await wall.page.evaluate(() => Date.now())) + 1_000)
  const pages = await wall.pageCount()
  expect(pages).toBeGreaterThan(1)
  const title = await wall.title.textContent()
  for (let page = 1; page <= pages; page++) {
    await expect(async () => {
      if ((await wall.pageSaid()) !== `${page} of ${pages}`) await wall.page.clock.fastForward(500)
      expect(await wall.pageSaid()).toBe(`${page} of ${pages}`)
    }).toPass({ timeout: 30_000, intervals: [20] })
    await expect(wall.title).toHaveText(title ?? '')
  }
  await wall.press(' ')
  await wall.isHeld(true)
  await expect(async () => {
    await wall.page.clock.fastForward(2_000)
    expect(await wall.pageSaid()).toBe(`1 of ${pages}`)
  }).toPass({ timeout: 30_000, intervals: [20] })
  await wall.sceneIs(title ?? '')
})

test('numbers, Home and End go to a scene', async ({ wall }) => {
  await wall.openJoined()
  for (const [key, at] of [
    ['3', 2],
    ['0', 9],
  ] as const) {
    await wall.press(key)
    await wall.sceneIs(headline(at))
  }
  await wall.press('End')
  await wall.sceneIs(around.closing)
  await wall.press('Home')
  await wall.sceneIs(around.title)
})

test('Space holds the tour, which is said and counted down, and lets it go on', async ({ wall }) => {
  await wall.openJoined()
  await wall.press(' ')
  await wall.isHeld(true)
  await expect(wall.page.getByText(/The tour resumes in (10:00|9:5\d)/).first()).toBeAttached()
  await wall.press('ArrowRight')
  await wall.isHeld(true)
  await wall.press(' ')
  await wall.isHeld(false)
})

test('B blanks all but what must always stand, and shows it again', async ({ wall }) => {
  await wall.openJoined()
  await wall.press('b')
  await wall.isBlank(true)
  await expect(wall.notes).toContainText('© OpenStreetMap contributors')
  await expect(wall.notes).toContainText('Borders as internationally recognised')
  await expect(wall.notes).toContainText(/checked \d+ s ago/)
  await expect(wall.notes).toContainText(/The tour resumes in \d+:\d\d/)
  await wall.press('.')
  await wall.isBlank(false)
})

test('a deep link opens the wall at its scene, and the address does not keep it there', async ({ wall }) => {
  await wall.openJoined(sceneAddress(5))
  await wall.sceneIs(headline(5))
  await expect(wall.page).toHaveURL(/\/wall\/2022-10-annexation$/)
  await wall.press('ArrowRight')
  await wall.page.reload()
  await wall.sceneIs(headline(6))
})

test('a place that is clicked opens its evidence, counted down; Escape closes it', async ({ wall }) => {
  await wall.openJoined(sceneAddress(crimea.at))
  await wall.mapIs('ready')
  await wall.settled()
  await wall.click(crimea)
  await wall.evidenceIs('Crimea')
  await wall.isHeld(true)
  await expect(wall.evidence).toContainText(/The tour resumes in 0:[34]\d/)
  await wall.press('Escape')
  await wall.evidenceIs(null)
  await wall.sceneIs(headline(crimea.at))
})

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('the map shows what the scene is about, and a scene moves it', async ({ wall }) => {
    await wall.openJoined(sceneAddress(0))
    await wall.mapIs('ready')
    await wall.settled()
    const before = await wall.picture()
    await wall.press('ArrowRight')
    await wall.settled()
    expect(Buffer.compare(before, await wall.picture())).not.toBe(0)
    await wall.press('ArrowLeft')
    await wall.sceneIs(headline(0))
    await wall.settled()
  })
})

test('dragging on the display looks around, and holds the tour', async ({ wall }) => {
  await wall.openJoined()
  await wall.mapIs('ready')
  await wall.settled()
  const before = await wall.picture()
  await wall.page.mouse.move(700, 200)
  await wall.page.mouse.down()
  await wall.page.mouse.move(780, 260, { steps: 8 })
  await wall.page.mouse.up()
  await wall.isHeld(true)
  await wall.settled()
  expect(Buffer.compare(before, await wall.picture())).not.toBe(0)
  await wall.press('Escape')
  await wall.press(' ')
  await wall.isHeld(false)
})

test('C shows a code and a QR code, and takes them away', async ({ wall }) => {
  await wall.openJoined()
  expect(await wall.code()).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  await expect(wall.card.getByRole('img')).toBeVisible()
  await expect(wall.card).toContainText('/remote')
  await wall.press('Escape')
  await expect(wall.card).toBeHidden()
})

test('V opens the presenter’s view, which needs no code', async ({ wall }) => {
  await wall.openJoined()
  const opened = wall.page.context().waitForEvent('page')
  await wall.press('v')
  const presenter = await opened
  await expect(presenter).toHaveURL(/\/remote$/)
  await expect(presenter.getByText(headline(0)).first()).toBeVisible()
})

test('the garbled sentence never stands without the better wording, each labelled, in the same type', async ({
  wall,
}) => {
  const garbled = /Russia will not tell/
  for (const as of ['mirror', 'evidence']) {
    await wall.openJoined(`/wall/2022-10-annexation?scene=talks&as=${as}`)
    const quotation = wall.page.getByRole('figure').filter({ hasText: garbled })
    const wordings = quotation.getByRole('blockquote')
    await expect(wordings).toHaveCount(2)
    await expect(wordings.first()).toContainText(/Russia will not betray them/)
    await expect(wordings.last()).toContainText(garbled)
    const labels = quotation.locator('blockquote + p')
    await expect(labels.first()).toContainText('Reuters')
    await expect(labels.last()).toContainText(/spamchronicles\.com\W+garbled in the copy/)
    for (const part of [wordings, labels]) {
      await expect(part.first()).toBeVisible()
      await expect(part.last()).toBeVisible()
    }
    const [better, worse] = await wordings.evaluateAll((elements) =>
      elements.map((words) => getComputedStyle(words).fontSize),
    )
    expect(better).toBe(worse)
  }
})

test('a display of words alone has no map, and one of the map alone its headline', async ({ wall }) => {
  await wall.openJoined(`${sceneAddress(0)}&as=evidence`)
  await wall.sceneIs(headline(0))
  await expect(wall.map).toHaveCount(0)
  await wall.openJoined('/wall/2022-10-annexation?as=map')
  await wall.mapIs('ready')
  await expect(wall.title).toBeVisible()
})

test('where motion is not wanted a scene is there at once', async ({ wall }) => {
  await wall.page.emulateMedia({ reducedMotion: 'reduce' })
  await wall.openJoined(sceneAddress(0))
  await wall.mapIs('ready')
  await wall.press('ArrowRight')
  await wall.settled()
  await wall.press('ArrowLeft')
  await wall.settled()
  const moving = await wall.page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  )
  expect(moving).toBe(0)
})

test('the pointer hides, and so does the menu that it pressed; nothing scrolls, and no menu of the browser opens', async ({
  wall,
}) => {
  await wall.openJoined()
  await expect(wall.main).toHaveAttribute('data-idle')
  await wall.pressMenu('Next scene')
  await expect(wall.main).not.toHaveAttribute('data-idle')
  await expect(wall.main).toHaveAttribute('data-idle', '', { timeout: 6_000 })
  await expect(wall.page.getByRole('toolbar')).toHaveCSS('opacity', '0')
  const { cursor, scrolls, menu } = await wall.page.evaluate(() => {
    const root = document.documentElement
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
    document.querySelector('main')?.dispatchEvent(event)
    return {
      cursor: getComputedStyle(document.querySelector('main canvas') ?? root).cursor,
      scrolls: root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight,
      menu: !event.defaultPrevented,
    }
  })
  expect({ cursor, scrolls, menu }).toEqual({ cursor: 'none', scrolls: false, menu: false })
})

test('a finger on the words steps on with a swipe, and a touch shows the menu', async ({ browser, server }) => {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, hasTouch: true })
  const wall = new Wall(await context.newPage(), server.origin)
  await wall.openJoined()
  await wall.main.evaluate((main) => {
    const finger = { pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true, clientY: 100 }
    const words = main.querySelector('h1') ?? main
    words.dispatchEvent(new PointerEvent('pointerdown', { ...finger, clientX: 800 }))
    words.dispatchEvent(new PointerEvent('pointerup', { ...finger, clientX: 650 }))
  })
  await wall.sceneIs(headline(1))
  await wall.page.touchscreen.tap(200, 60)
  await expect(wall.main).not.toHaveAttribute('data-idle')
  await wall.page.getByRole('button', { name: 'Next scene' }).tap()
  await wall.sceneIs(headline(2))
  // The button does not keep the keys.
  await wall.press(' ')
  await wall.isHeld(true)
  await wall.sceneIs(headline(2))
  await context.close()
})

test('axe finds nothing at rest, with evidence open, and with the card', async ({ wall }) => {
  test.setTimeout(120_000)
  const check = async () => {
    await expectAccessible(wall.page)
  }
  await wall.openJoined(sceneAddress(crimea.at))
  await wall.mapIs('ready')
  await wall.settled()
  await check()
  await wall.click(crimea)
  await wall.evidenceIs('Crimea')
  await wall.settled()
  await check()
  await wall.showCard()
  await check()
})
