import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseCase } from '@/lib/schema/parse-case'
import { sceneSchema } from '@/lib/schema/scene'
import { expectAccessible } from './driver/axe'
import { expect, test } from './driver/test'
import { Tour } from './driver/tour'

const own = z.array(sceneSchema).parse(JSON.parse(readFileSync('data/cases/2022-10-annexation/scenes.json', 'utf8')))
const ownTitles = own.map(({ title }) => title)
const [first = '', second = '', third = ''] = ownTitles

/** The scenes of a file; throws where the schema does not take one. */
const readScenes = (text: string) => z.array(sceneSchema).parse(JSON.parse(text))

test('a view is added, worded and timed, and the file has it', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openReady('/?layers=annexed-oblasts,named-places&map=6/47/34')
  await tour.open()
  await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await caseboard.settled()
  await tour.addThisView()
  await expect(tour.said).toHaveText(`This view is now scene ${own.length + 1}. It needs words.`)
  await tour.write('Title', 'Kherson itself')
  await tour.write('Words', 'The city and its oblast, as the report names them.')
  await tour.write('When', '2022-09-30')
  await tour.write('Shown for at least, in seconds', '42')
  const { name, text } = await tour.download()
  expect(name).toBe('scenes.json')
  const scene = readScenes(text).at(-1)
  expect(scene).toMatchObject({
    title: 'Kherson itself',
    when: '2022-09-30',
    focus: 'UA-65',
    layers: ['annexed-oblasts', 'named-places'],
    dwellSeconds: 42,
  })
  expect(scene?.camera.center[0]).toBeGreaterThan(30)
  expect(scene?.camera.center[0]).toBeLessThan(37)
})

test('the file of a changed tour is one that the case takes whole', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openReady('/?event=nato-statement')
  await tour.open()
  await tour.addThisView()
  await tour.write('Words', 'What the council said, and when.')
  const { text } = await tour.download()
  const folder = 'data/cases/2022-10-annexation'
  const files = ['case', 'sources', 'actors', 'quotations', 'statements', 'figures', 'events', 'layers'].map(
    (name): [string, string] => [`${name}.json`, readFileSync(`${folder}/${name}.json`, 'utf8')],
  )
  const layers = readdirSync(`${folder}/layers`).map((file): [string, string] => [
    `layers/${file}`,
    readFileSync(`${folder}/layers/${file}`, 'utf8'),
  ])
  const { records, setAside } = parseCase(new Map([...files, ...layers, ['scenes.json', text]]))
  expect(setAside).toEqual([])
  expect(records?.scenes).toHaveLength(own.length + 1)
})

test('an incomplete scene is refused, with the reason', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openReady()
  await tour.open()
  await tour.addThisView()
  await tour.press('Download scenes.json')
  await expect(tour.refusal).toContainText('One scene is incomplete')
})

test('scenes change places by keyboard, which keeps its focus, and by button', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openStill()
  await tour.open()
  expect(await tour.titles()).toEqual(ownTitles)
  await tour.moveByKeyboard(first, 'ArrowDown', 2)
  expect((await tour.titles()).slice(0, 3)).toEqual([second, third, first])
  await expect(tour.said).toHaveText(`“${first}” is now 3 of ${own.length}.`)
  expect(await caseboard.focused()).toContain(first)
  await tour.press(`Move “${first}” up`)
  expect((await tour.titles()).slice(0, 3)).toEqual([second, first, third])
  expect(await caseboard.focused()).toBe(`Move “${first}” up`)
})

test('a reload keeps the tour, and another tab follows it', async ({ caseboard, page, context, server }) => {
  const tour = new Tour(page)
  await caseboard.openReady()
  await tour.open()
  const other = await context.newPage()
  await other.goto(server.origin)
  const otherTour = new Tour(other)
  await otherTour.open()
  await tour.openScene(second)
  await tour.write('Title', 'Said for ever')
  await expect.poll(() => otherTour.titles()).toContain('Said for ever')
  await page.reload()
  await tour.open()
  expect(await tour.titles()).toContain('Said for ever')
  await other.close()
})

test('a scene is taken out, brought back, and the case’s own tour restored', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openStill()
  await tour.open()
  await tour.openScene(second)
  await tour.press('Remove from the tour')
  expect(await tour.titles()).not.toContain(second)
  expect(await caseboard.focused()).toBe('Undo')
  await tour.press('Undo')
  expect(await tour.titles()).toEqual(ownTitles)
  await tour.moveByKeyboard(first, 'ArrowDown')
  await tour.press('Go back to the case’s own tour')
  expect(await tour.titles()).toEqual(ownTitles)
})

test('the list and an open scene pass axe', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openReady()
  await tour.open()
  await tour.openScene(first)
  await tour.write('Title', '')
  await expectAccessible(page)
})

test('a scene’s link opens it on the wall', async ({ caseboard, page }) => {
  const tour = new Tour(page)
  await caseboard.openStill()
  await tour.open()
  await tour.openScene(third)
  const wall = await tour.onTheWall()
  await expect(wall.getByRole('main')).toHaveAttribute('data-scene', own[2]?.id ?? '')
  await expect(wall.getByRole('heading', { name: third })).toBeVisible()
})
