import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { xlsx } from '../unit/import/import-kit'
import { Caseboard } from './driver/caseboard'
import { Corrections } from './driver/corrections'
import { Editor } from './driver/editor'
import { Journey } from './driver/journey'
import { Server } from './driver/server'
import { expect, test } from './driver/test'
import { Wall } from './driver/wall'

const report = readFileSync('tests/fixtures/journeys/floods-kisumu.txt', 'utf8')
const floods = 'floods-along-lake-victoria'
const table = xlsx([
  {
    name: 'Incidents',
    rows: [
      ['Day', 'Town', 'Latitude', 'Longitude', 'Kind', 'Injured'],
      ['04/05/2031', 'Pokhara', 28.2096, 83.9856, 'landslide', 4],
      ['05/05/2031', 'Butwal', 27.7006, 83.4484, 'flood', 0],
      ['06/05/2031', 'Dhangadhi', 28.6833, 80.6, 'flood', 2],
      ['07/05/2031', 'Jumla', 29.2747, 82.1838, 'landslide', 1],
      ['07/05/2031', 'Nowhere', 'north', 82.1838, 'landslide', 1],
    ],
  },
])
const file = { name: 'monsoon_incidents.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(table) }

let server: Server

test.beforeAll(async () => {
  server = await Server.launch({ ownData: true, environment: { CASEBOARD_EDITOR: '1' } })
})
test.afterAll(() => server.close())
test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 1440, height: 900 } })

/** The page of a case and its wall, as the editor leads to them. */
async function readersSee(journey: Journey, editor: Editor, title: string, words: string): Promise<void> {
  const board = await journey.follow(editor.page.getByRole('link', { name: 'The case’s page' }))
  await expect(board.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(board.getByText(words).first()).toBeVisible()
  await new Caseboard(board, server.origin).mapIs('ready')
  const wall = await journey.follow(editor.page.getByRole('link', { name: 'On the wall' }))
  await new Wall(wall, server.origin).sceneIs(title)
  for (const page of [board, wall]) await page.close()
}

test('report → proposals → accepted → map → wall: a key for each proposal, and seven steps beside', async ({
  page,
}) => {
  const journey = new Journey('report')
  const editor = new Editor(page, server.origin)
  await editor.open()
  await journey.fill(page.getByLabel('Title of the report'), 'Floods along Lake Victoria')
  await journey.fill(page.getByLabel('Day of the report'), '2031-05-06')
  await journey.fill(page.getByLabel('Text of the report'), report)
  await journey.click(page.getByRole('button', { name: 'Read the report' }))
  await expect(editor.status('to check')).toBeVisible({ timeout: 60_000 })
  const proposals = await editor.rows().count()
  expect(proposals).toBeGreaterThan(20)
  // The map shows what is proposed before anything is accepted.
  await new Caseboard(page, server.origin).mapIs('ready')
  for (let left = proposals; left > 0 && !(await editor.status('nothing to check').isVisible()); left--)
    await journey.press(page, 'a')
  await expect(editor.status('nothing to check')).toBeVisible()
  await journey.press(page, 'Control+s')
  await expect(editor.status('Saved as version 1')).toBeVisible()
  await server.seesFiles()
  await readersSee(journey, editor, 'Floods along Lake Victoria', 'From a report of 2031-05-06')
  journey.tell()
  expect(journey).toMatchObject({ fields: 3, clicks: 3 })
  // With what names them come people and places.
  expect(journey.keys).toBeLessThan(proposals * 0.7)
})

test('spreadsheet → mapping → map → wall: one question, six steps', async ({ page }) => {
  const journey = new Journey('spreadsheet')
  const editor = new Editor(page, server.origin)
  await editor.open()
  await journey.choose(page.getByLabel('Choose a file', { exact: true }), file)
  await journey.click(page.getByLabel('the day', { exact: true }))
  await expect(page.getByText('4 of 5 rows read, 1 faulty')).toBeVisible()
  await journey.click(page.getByRole('button', { name: 'Open as a case' }))
  await expect(editor.rows().filter({ hasText: 'Pokhara' })).toBeVisible()
  await new Caseboard(page, server.origin).mapIs('ready')
  await journey.press(page, 'Control+s')
  await expect(editor.status('Saved as version 1')).toBeVisible()
  await server.seesFiles()
  await readersSee(journey, editor, 'Monsoon incidents', '4 rows of monsoon_incidents.xlsx')
  journey.tell()
  expect(journey).toMatchObject({ fields: 1, clicks: 4, keys: 1 })
})

test('a spreadsheet → a layer of a case that is there: five steps', async ({ page }) => {
  const journey = new Journey('layer')
  const editor = new Editor(page, server.origin)
  await editor.open(floods)
  await journey.click(page.getByText('A table', { exact: true }))
  await journey.choose(page.getByLabel('Choose a file', { exact: true }), file)
  await journey.click(page.getByLabel('the day', { exact: true }))
  await journey.click(page.getByRole('button', { name: 'Add as a layer' }))
  await expect(editor.legend).toContainText('Monsoon incidents')
  await journey.press(page, 'Control+s')
  await expect(editor.status('Saved as version 2')).toBeVisible()
  await editor.show('Places')
  await expect(editor.rows().filter({ hasText: 'Pokhara' })).toBeVisible()
  journey.tell()
  expect(journey.steps).toBe(5)
})

/** Another person's screen. */
async function open(browser: Browser, address: string, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage()
  await page.goto(server.origin + address)
  return page
}

test('a scene, and a correction of it that is seen on three screens: a page, a phone and the wall', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const journey = new Journey('correction')
  const editor = new Editor(page, server.origin)
  await editor.open(floods)
  await new Caseboard(page, server.origin).mapIs('ready')
  await editor.show('Scenes')
  // The scene has what the map shows, and all layers.
  await editor.list.getByRole('button', { name: 'Add: scene' }).click()
  await editor.form.getByLabel('Title').fill('Two children are missing')
  await editor.form.getByLabel('Words', { exact: false }).first().fill('A footbridge collapsed near Ahero.')
  const layer = editor.form.getByRole('checkbox', { name: 'Places named in the report' })
  await expect(layer).toBeChecked()
  await editor.press('Control+s')
  await expect(editor.status('Saved as version 3')).toBeVisible()
  await server.seesFiles()
  const scene = (await editor.form.locator('header code').innerText()).trim()

  const board = await open(browser, `/cases/${floods}?scene=${scene}`)
  const phone = await open(browser, `/cases/${floods}?page=corrections`, { width: 390, height: 844 })
  const wall = new Wall(await open(browser, `/wall/${floods}?scene=${scene}`), server.origin)
  await expect(board.getByText('Two children are missing').first()).toBeVisible()
  await wall.sceneIs('Two children are missing')

  await journey.fill(editor.form.getByLabel('Title'), 'Three children are missing')
  await journey.click(editor.form.getByRole('button', { name: 'Write the correction' }))
  await expect(editor.form.getByLabel('Wrong')).toHaveValue('Two children are missing')
  await expect(editor.form.getByLabel('Right')).toHaveValue('Three children are missing')
  await journey.fill(editor.form.getByLabel('Why'), 'A third child was named on the next day.')
  await journey.press(page, 'Control+s')
  await expect(editor.status('Saved as version 4')).toBeVisible()

  await expect(board.getByText('Three children are missing').first()).toBeVisible({ timeout: 30_000 })
  await wall.hearsOfTheCase(() => wall.sceneIs('Three children are missing'))
  await expect(new Corrections(phone).entries.first()).toContainText('Three children are missing', { timeout: 30_000 })
  journey.tell()
  expect(journey.steps).toBe(4)
  for (const each of [board, phone, wall.page]) await each.context().close()
})

test('two editors at once: different records both live, without a question', async ({ page, browser }) => {
  const journey = new Journey('two editors')
  const [one, two] = [page, await open(browser, '/editor')].map((each) => new Editor(each, server.origin))
  if (one === undefined || two === undefined) throw new Error('two pages')
  for (const [editor, name, title] of [
    [one, 'footbridge collapsed', 'A footbridge fell near Ahero'],
    [two, 'In Entebbe', 'The lake stood high at Entebbe'],
  ] as const) {
    await editor.open(floods)
    await editor.show('Events')
    await journey.click(editor.rows().filter({ hasText: name }).first())
    await journey.fill(editor.form.getByLabel('Title'), title)
    await expect(editor.status('Not saved yet')).toBeVisible()
  }
  for (const editor of [one, two]) {
    await journey.press(editor.page, 'Control+s')
    await expect(editor.status('Saved as version')).toBeVisible()
    await expect(editor.conflicts).toHaveCount(0)
  }
  // Each has what the other has saved.
  await expect(one.rows().filter({ hasText: 'The lake stood high at Entebbe' })).toBeVisible({ timeout: 30_000 })
  await expect(two.rows().filter({ hasText: 'A footbridge fell near Ahero' })).toBeVisible({ timeout: 30_000 })
  journey.tell()
  expect(journey.steps).toBe(6)
  await two.page.context().close()
})

test('a crash in the middle, of the server and of the browser: nothing is typed again', async ({ page, context }) => {
  const journey = new Journey('crash')
  const before = new Editor(page, server.origin)
  await before.open(floods)
  await before.show('Figures')
  await journey.click(before.rows().filter({ hasText: '7 people' }).first())
  await journey.fill(before.form.getByLabel('Value'), '8')
  await expect(before.status('Not saved yet; kept in this browser')).toBeVisible()
  await server.stop()
  await journey.press(page, 'Control+s')
  await expect(before.status('Your work is kept in this browser')).toBeVisible()
  await page.close({ runBeforeUnload: false })

  await server.start()
  const after = new Editor(await context.newPage(), server.origin)
  await after.open(floods)
  await after.show('Changed, not saved')
  await expect(after.rows().filter({ hasText: '8 people' })).toBeVisible()
  await journey.press(after.page, 'Control+s')
  await expect(after.status('Saved as version')).toBeVisible()
  journey.tell()
  expect(journey.steps).toBe(4)
})
