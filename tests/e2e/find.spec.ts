import { expectAccessible } from './driver/axe'
import { Filter } from './driver/filter'
import { PaletteDriver } from './driver/palette'
import { expect, test } from './driver/test'
import { named } from './driver/words'

test('Kherson is found in three spellings, words lead to their quotation, a number to its figure', async ({
  caseboard,
}) => {
  const palette = new PaletteDriver(caseboard.page)
  await caseboard.openStill()
  for (const typed of ['Херсон', 'Kherson', 'Hersson']) {
    await palette.find(typed, 'Kherson')
    await palette.press('Enter')
    await palette.isClosed()
    await expect(caseboard.panel('Kherson').getByText('Oblast of Ukraine')).toBeVisible()
    expect(caseboard.query('place')).toBe('UA-65')
    await palette.press('Escape')
  }
  await palette.find('sense of urgency', /sense of urgency/)
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('quotation')).toBe('hill-losing-momentum')
  await palette.find('220,000', /220,000 people/)
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('figure')).toBe('left-220000')
})

test('by keyboard alone: a layer, a date, a theme, and back to where the keyboard was', async ({ caseboard }) => {
  const palette = new PaletteDriver(caseboard.page)
  await caseboard.openStill('/?place=UA-65')
  const tab = caseboard.page.getByRole('link', { name: 'Evidence' })
  await tab.focus()
  await palette.find('hide layer border q', 'Hide layer: Border queue')
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('layers')).not.toContain('border-queue')
  await expect(tab).toBeFocused()

  await palette.find('26 Sep', 'Go to 26 September 2022')
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('t')).toBe('2022-09-26/2022-09-26')
  await palette.find('all of time', 'Show all dates')
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('t')).toBeNull()

  await palette.find('dark theme', 'Dark theme')
  await palette.press('Enter')
  expect(await caseboard.colourScheme()).toBe('dark')
  await palette.find('over the netherlands', 'Compare the claimed territory with Netherlands')
  await palette.press('Escape')
  await palette.isClosed()
  // Escape closes the palette and not the record beside it.
  expect(caseboard.query('place')).toBe('UA-65')
  await expect(tab).toBeFocused()
})

test('tools by keyboard: the palette opens a card with the keyboard in it, Escape closes it and goes to its button', async ({
  caseboard,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const palette = new PaletteDriver(caseboard.page)
  const { page } = caseboard
  await caseboard.openStill('/?place=UA-65')
  for (const [typed, command, name, card] of [
    ['filter the rec', 'Filter the records', named.filterTool, 'Show only'],
    ['ruler', 'Measure a distance or an area', named.measureTool, named.measureTool],
    ['true size', 'Compare size: move a shape over another place', named.compareTool, named.compareTool],
    ['export', 'Share & export: picture, print, data', named.shareTool, named.shareTool],
  ] as const) {
    await palette.find(typed, command)
    await palette.press('Enter')
    // Comparing sizes is behind the button of measuring.
    const behind = name === named.compareTool ? named.measureTool : name
    const button = page.getByRole('toolbar').getByRole('button', { name: behind, exact: true })
    await expect(page.getByRole('region', { name: card, exact: true })).toBeVisible()
    await expect(page.getByRole('group', { name, exact: true })).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await palette.press('Tab')
    await palette.press('Escape')
    await expect(button).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  }
  // Each Escape closed a card and not the record beside it.
  expect(caseboard.query('place')).toBe('UA-65')

  await palette.find('who said what', 'Show who said what about where')
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('lines')).toBe('voices')
  await palette.find('over portugal', 'Compare the claimed territory with Portugal')
  await palette.press('Enter')
  await expect(page.getByRole('region', { name: named.compareTool })).toContainText('1.2 × Portugal')
  expect(caseboard.query('over')).toBe('annexation-2022@-8.1,39.75,0')

  // The window of time is still on its way into the address when the link is copied.
  await palette.find('26 Sep', 'Go to 26 September 2022')
  await palette.press('Enter')
  await palette.find('copy', 'Copy a link to this view')
  await palette.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Link to this view copied.' })).toBeVisible()
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams
  expect([copied.get('t'), copied.get('lines')]).toEqual(['2022-09-26/2022-09-26', 'voices'])
})

test('a source that is found has the keyboard, also where the filter hides it', async ({ caseboard }) => {
  const palette = new PaletteDriver(caseboard.page)
  for (const address of ['/', '/?by=hill']) {
    await caseboard.openStill(address)
    await palette.find('etopo5', 'ETOPO5')
    await palette.press('Enter')
    const row = caseboard.page.getByRole('listitem').filter({ hasText: 'ETOPO5', visible: true })
    await expect(row).toBeFocused()
    await expect(row).toBeInViewport()
  }
})

test('a screen reader is told what is there, in both themes', async ({ caseboard }) => {
  const palette = new PaletteDriver(caseboard.page)
  await caseboard.openStill()
  await palette.find('russia', 'Russia')
  await palette.isWhole()
  await expect(palette.field).toHaveAttribute('aria-expanded', 'true')
  await expect(palette.groups.first()).toHaveAccessibleName(/^Places/)
  await palette.namesActive()
  await palette.press('ArrowDown')
  await palette.namesActive()
  await palette.press('End')
  await expect(palette.options.last()).toHaveAttribute('aria-selected', 'true')
  await palette.press('ArrowDown')
  await expect(palette.options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(palette.dialog.getByRole('status')).toContainText(/\d+ results/)
  await expectAccessible(caseboard.page, { within: 'dialog' })
  await caseboard.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(caseboard.page, { within: 'dialog' })
  await palette.field.fill('xyzzy')
  await expect(palette.dialog.getByText('Nothing found for “xyzzy”')).toBeVisible()
  await expectAccessible(caseboard.page, { within: 'dialog' })
  await palette.field.fill('')
  await expect(palette.groups.first()).toHaveAccessibleName('Commands')
})

test('what is found is flown to, again from elsewhere too; “over” flies; what is seen on the map is what its lists have', async ({
  caseboard,
}) => {
  const palette = new PaletteDriver(caseboard.page)
  await caseboard.openReady('/?kind=quotation,statement,figure,event&map=5/56/16')
  const filter = new Filter(caseboard)
  await filter.openCard()
  const inBaltic = await filter.countBeside('Part of the map', 'Only what the map shows now')
  await palette.find('Kherson', 'Kherson')
  await palette.press('Enter')
  await caseboard.settled()
  const framed = caseboard.camera()
  expect(framed.lat).toBeLessThan(48)

  await caseboard.dragMap(-120, -100)
  await expect.poll(() => caseboard.camera().lng).toBeGreaterThan(framed.lng + 0.5)
  await palette.find('Kherson', 'Kherson')
  await palette.press('Enter')
  await caseboard.settled()
  expect(caseboard.camera().lng).toBeCloseTo(framed.lng, 0)
  expect(caseboard.camera().zoom).toBeCloseTo(framed.zoom, 1)

  await filter.option('Part of the map', 'Only what the map shows now').check()
  const seen = await filter.countBeside('Part of the map', 'Only what the map shows now')
  expect(seen).toBeGreaterThan(0)
  expect(seen).not.toBe(inBaltic)
  expect(await filter.statements()).toBe(seen)

  await palette.find('over portugal', 'Compare the claimed territory with Portugal')
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('over')).toBe('annexation-2022@-8.1,39.75,0')
  await expect.poll(() => caseboard.camera().lng, { timeout: 15_000 }).toBeLessThan(0)

  // A place of the world, which the case does not have: the map goes there.
  await palette.find('Beyrouth', 'Beirut')
  await palette.press('Enter')
  await expect.poll(() => caseboard.query('map')).toMatch(/\/33\.\d+\/35\.\d+/)
})
