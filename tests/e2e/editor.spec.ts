import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './driver/axe'
import { Caseboard } from './driver/caseboard'
import { Editor } from './driver/editor'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

const report = [
  'Ferry runs aground off Bergen',
  'The harbour master, Anna Berg, said on Monday: “We have counted 40 passengers, and all of them are safe.”',
  'The ferry left Oslo on 3 March 2030. “It was dark,” said Jonas Vik, who was on board.',
].join('\n\n')

let server: Server

test.beforeAll(async () => {
  server = await Server.launch({ ownData: true, environment: { CASEBOARD_EDITOR: '1' } })
})

test.afterAll(() => server.close())

test('a pasted report: proposals accepted by keys, a crash, saved, on the case’s page', async ({ page }) => {
  const caseboard = new Caseboard(page, server.origin)
  const editor = new Editor(page, server.origin)
  await editor.open()
  await editor.paste('Ferry runs aground', '2030-03-05', report)
  await expect(editor.status('to check')).toBeVisible()
  await editor.choose('Quotations', 'We have counted 40')
  await editor.press('a')
  await editor.choose('Quotations', 'It was dark')
  await editor.press('x', 'Control+z', 'a')
  await expect(editor.status('Not saved yet; kept in this browser')).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await editor.show('Changed, not saved')
  await expect(editor.rows().filter({ hasText: 'It was dark' })).toBeVisible()
  await page.getByLabel('Reason for the change').fill('First reading')
  await editor.press('Control+s')
  await expect(editor.status('Saved as version 1')).toBeVisible()
  const read = (file: string) => readFileSync(join(server.data, 'cases', 'ferry-runs-aground', file), 'utf8')
  expect(JSON.parse(read('quotations.json'))).toHaveLength(2)
  expect(JSON.parse(read('events.json'))).toEqual([])

  await server.seesFiles()
  await page.goto(`${server.origin}/cases/ferry-runs-aground?page=quotations`)
  await expect(page.getByText('We have counted 40 passengers').first()).toBeVisible()
  expect(caseboard.complaints).toEqual([])
  expect(caseboard.foreignRequests).toEqual([])
})

test('two editors of one record: the later one sees both versions as soon as the first has saved, and decides', async ({
  page,
  browser,
}) => {
  const other = await browser.newContext()
  const [one, two] = [new Editor(page, server.origin), new Editor(await other.newPage(), server.origin)]
  const id = '2022-10-annexation'
  const event = JSON.parse(readFileSync(join(server.data, 'cases', id, 'events.json'), 'utf8'))[0]
  for (const editor of [one, two]) {
    await editor.open(id)
    await editor.choose('Events', event.title)
    await expect(editor.form.getByLabel('Title')).toHaveValue(event.title)
  }
  for (const [editor, title] of [
    [one, 'Told by the first'],
    [two, 'Told by the second'],
  ] as const) {
    await editor.form.getByLabel('Title').fill(title)
    await expect(editor.status('Not saved yet')).toBeVisible()
  }
  await one.press('Control+s')
  await expect(one.status('Saved as version')).toBeVisible()
  await expect(two.conflicts).toContainText('Told by the first')
  await expect(two.conflicts).toContainText('Told by the second')
  await two.conflicts.getByRole('button', { name: 'Keep yours' }).click()
  await two.press('Control+s')
  await expect(two.status('Saved as version')).toBeVisible()
  await other.close()
})

test('a scene takes on what the map shows', async ({ page }) => {
  const editor = new Editor(page, server.origin)
  await editor.open('2022-10-annexation')
  await editor.choose('Scenes', '')
  const scenes = () => JSON.parse(readFileSync(join(server.data, 'cases', '2022-10-annexation', 'scenes.json'), 'utf8'))
  const before = scenes()
  await new Caseboard(page, server.origin).mapIs('ready')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await editor.form.getByRole('button', { name: 'Back to what the scene shows' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.waitForTimeout(1500)
  await editor.form.getByRole('button', { name: 'Show what the map shows now' }).click()
  const [layer] = before[0].layers
  const names: { id: string; name: string }[] = JSON.parse(
    readFileSync(join(server.data, 'cases', '2022-10-annexation', 'layers.json'), 'utf8'),
  )
  await editor.form
    .getByRole('checkbox', { name: names.find(({ id }) => id === layer)?.name ?? '', exact: true })
    .uncheck()
  await editor.press('Control+s')
  await expect(editor.status('Saved as version')).toBeVisible()
  expect(scenes()[0].layers).toEqual(before[0].layers.slice(1))
  const [was, is] = [before[0].camera, scenes()[0].camera]
  expect(is.zoom).toBeGreaterThan(was.zoom)
  // The map comes nearer about its own middle, which panels leave a little aside.
  expect(Math.abs(is.center[0] - was.center[0])).toBeLessThan(3)
})

test('a layer is designed by looking: its mark, hue and symbol are chosen as they are drawn, and its colours by what its places say', async ({
  page,
}) => {
  const folder = join(server.data, 'cases', '2022-10-annexation')
  const places = join(folder, 'layers', 'border-crossings.geojson')
  const collection = JSON.parse(readFileSync(places, 'utf8'))
  for (const [index, { properties }] of collection.features.entries())
    properties.fields = { reached_by: index % 3 === 0 ? 'rail' : 'road' }
  writeFileSync(places, JSON.stringify(collection))
  await server.seesFiles()

  const editor = new Editor(page, server.origin)
  await editor.open('2022-10-annexation')
  await editor.choose('Layers', 'Border crossings')
  await expect(editor.look('Drawn as', 'Symbols')).toBeChecked()
  await expect(editor.look('Drawn as', 'Areas')).toHaveCount(0)
  await editor.look('Hue', 'plum').check()
  await editor.form.getByRole('searchbox').fill('harb')
  await editor.look('Symbols to choose from', 'harbor').check()
  await editor.form.getByRole('button', { name: 'Colour by its values' }).click()
  await expect(editor.legend).toHaveText(/Border crossings.*road.*rail/)
  await expectAccessible(page)

  await editor.look('Drawn as', 'Clusters').check()
  await editor.press('Control+s')
  await expect(editor.status('Saved as version')).toBeVisible()
  const read = () => {
    const layers = JSON.parse(readFileSync(join(folder, 'layers.json'), 'utf8'))
    return layers.find(({ id }: { id: string }) => id === 'border-crossings')
  }
  const saved = read()
  expect(saved).toMatchObject({
    mark: 'cluster',
    hue: 'plum',
    symbol: 'harbor',
    categories: { property: 'reached_by' },
  })
  expect(saved.turn).toBeUndefined()

  // A mark that can be without a symbol gives it up again.
  await editor.form.getByRole('button', { name: 'No symbol' }).click()
  await expect(editor.status('Not saved yet')).toBeVisible()
  await editor.press('Control+s')
  await expect(editor.status('Saved as version')).toBeVisible()
  expect(read().symbol).toBeUndefined()
})
