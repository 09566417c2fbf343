import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import words from '@/lib/words/en.json' with { type: 'json' }
import { withEvidence } from '../evidence-files'
import { expectAccessible } from './driver/axe'
import { Caseboard } from './driver/caseboard'
import { Editor } from './driver/editor'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

const { waiting } = words.editor
let data = ''
let server: Server

test.beforeAll(async () => {
  data = withEvidence([], [], 'data/basemap')
  const head = path.join(data, 'cases/valid/case.json')
  writeFileSync(head, JSON.stringify({ ...JSON.parse(readFileSync(head, 'utf8')), secondSignature: true }))
  server = await Server.launch({ data, environment: { CASEBOARD_EDITOR: '1' } })
})
test.afterAll(async () => {
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

test('what one editor has saved is public when another has signed it, and not before', async ({ page, browser }) => {
  const board = new Caseboard(page, server.origin)
  const other = await browser.newContext()
  const [author, second] = [new Editor(page, server.origin), new Editor(await other.newPage(), server.origin)]
  const published = () => readFileSync(path.join(data, 'cases/valid/events.json'), 'utf8')
  await author.open('valid')
  await author.choose('Events', 'Winter begins')
  await author.form.getByLabel('Title').fill('Winter has begun')
  await expect(author.status('Not saved yet')).toBeVisible()
  await page.getByLabel(words.editor.author).fill('Anna Berg')
  await author.press('Control+s')
  await expect(author.status(waiting.kept)).toBeVisible()
  expect(published()).toContain('Winter begins')

  // Whoever has saved it cannot sign it.
  await page.getByText('1 save to sign').click()
  await expect(page.getByRole('region', { name: 'Saved by Anna Berg' })).toContainText('Winter has begun')
  await expectAccessible(page)
  await page.getByLabel(waiting.signer).fill('anna berg')
  await page.getByRole('button', { name: waiting.sign }).click()
  await expect(page.getByText('is for somebody else to sign')).toBeVisible()

  await second.open('valid')
  await second.page.getByText('1 save to sign').click()
  await second.page.getByLabel(waiting.signer).fill('Jonas Vik')
  await second.page.getByRole('button', { name: waiting.sign }).click()
  await expect(second.page.getByRole('button', { name: waiting.sign })).toHaveCount(0)
  expect(published()).toContain('Winter has begun')
  await second.page.getByText(words.editor.versions, { exact: true }).click()
  await expect(second.page.getByText('signed by Jonas Vik')).toBeVisible()

  await server.seesFiles()
  await board.open('/cases/valid?event=winter-begins')
  await expect(page.getByText('Winter has begun').first()).toBeVisible()
  expect(board.complaints).toEqual([])
  await other.close()
})

test('a second person who takes a save back has its report, too', async ({ page, browser }) => {
  const editor = new Editor(page, server.origin)
  await editor.open('valid')
  await page.getByText(words.editor.addReport, { exact: true }).click()
  await editor.paste('A second report', '2030-03-06', 'The ferry came back on 6 March 2030, said Anna Berg.')
  await expect(editor.status('to check')).not.toContainText('nothing')
  await page.getByLabel(words.editor.author).fill('Anna Berg')
  await editor.press('Control+s')
  await expect(editor.status(waiting.kept)).toBeVisible()

  const other = await browser.newContext()
  const second = new Editor(await other.newPage(), server.origin)
  await second.open('valid')
  await second.page.getByText('1 save to sign').click()
  await second.page.getByRole('button', { name: waiting.takeBack }).click()
  await expect(second.page.getByText('The ferry came back on 6 March 2030')).toBeVisible()
  await second.page.reload()
  await expect(second.page.getByText('The ferry came back on 6 March 2030')).toBeVisible()
  await other.close()
})

test('an author takes back what nobody has signed, and goes on with it', async ({ page }) => {
  const editor = new Editor(page, server.origin)
  await editor.open('valid')
  await editor.choose('Events', 'The governor speaks')
  await editor.form.getByLabel('Title').fill('The governor spoke')
  await expect(editor.status('Not saved yet')).toBeVisible()
  await page.getByLabel(words.editor.author).fill('Anna Berg')
  await editor.press('Control+s')
  await expect(editor.form.getByLabel('Title')).toHaveValue('The governor speaks')
  await page.getByText('1 save to sign').click()
  await page.getByRole('button', { name: waiting.takeBack }).click()
  await expect(editor.form.getByLabel('Title')).toHaveValue('The governor spoke')
  await expect(editor.status('Not saved yet')).toBeVisible()
  await expect(page.getByText('1 save to sign')).toHaveCount(0)
})
