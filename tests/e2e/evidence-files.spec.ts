import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import words from '@/lib/words/en.json' with { type: 'json' }
import { document, evidenceRecord, film, photograph, sha256, withEvidence } from '../evidence-files'
import { expectAccessible } from './driver/axe'
import { Caseboard } from './driver/caseboard'
import { Editor } from './driver/editor'
import { PaletteDriver } from './driver/palette'
import { Server } from './driver/server'
import { expect, test } from './driver/test'

let data = ''
let server: Server
let photo: Buffer
let covered: Buffer

test.beforeAll(async () => {
  photo = await photograph('jpeg')
  covered = await photograph('png')
  const records = [
    evidenceRecord(photo, 'image/jpeg'),
    evidenceRecord(covered, 'image/png', { id: 'deck', title: 'On deck', sensitive: 'Shows injured people' }),
    evidenceRecord(film, 'video/mp4', { id: 'crossing', title: 'The crossing', statement: 'ferry-sails' }),
    evidenceRecord(document, 'application/pdf', {
      id: 'log',
      title: 'The log',
      figure: 'crossed-office',
      place: 'harbour',
    }),
  ]
  data = withEvidence(
    records,
    [
      [photo, 'image/jpeg'],
      [covered, 'image/png'],
      [film, 'video/mp4'],
      [document, 'application/pdf'],
    ],
    'data/basemap',
  )
  server = await Server.launch({ data, environment: { CASEBOARD_EDITOR: '1' } })
})
test.afterAll(async () => {
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

test('Search finds a record by what shows it, and paper lists it without showing it', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  await board.openStill('/cases/valid')
  const palette = new PaletteDriver(page)
  await palette.open()
  await palette.field.fill('quay in the morning')
  await expect(palette.options.filter({ hasText: 'The governor speaks' })).toBeVisible()
  await page.goto(`${server.origin}/print/valid`)
  const listed = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'On deck' }) })
  for (const said of ['Shows injured people', '5 March 2030', 'Anna Berg', 'CC BY 4.0', 'Harbour office'])
    await expect(listed).toContainText(said)
  await expect(page.locator('[src*="/evidence/"]')).toHaveCount(0)
})

test('a picture stands in the panel of what it belongs to, without its metadata; what is covered is fetched when it is asked for', async ({
  page,
}) => {
  const board = new Caseboard(page, server.origin)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await board.openReady('/cases/valid?event=sailing')
  const quay = page.locator('[data-evidence="quay"]')
  const picture = quay.getByRole('img', { name: 'A ferry lies at a quay; the water is still.' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
  for (const said of ['The quay in the morning', '5 March 2030', 'Anna Berg', 'CC BY 4.0', 'Bulletin'])
    await expect(quay).toContainText(said)
  const served = await (await page.request.get(server.origin + (await picture.getAttribute('src')))).body()
  expect((await sharp(served).metadata()).exif?.includes('Leica')).toBe(false)

  const deck = page.locator('[data-evidence="deck"]')
  await expect(deck).toContainText('Shows injured people')
  await expect(deck.getByRole('img')).toHaveCount(0)
  expect(asked.filter((address) => address.includes(sha256(covered)))).toEqual([])
  await expectAccessible(page)
  const button = deck.getByRole('button', { name: words.evidence.show.picture })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => deck.getByRole('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
  await deck.getByRole('button', { name: words.evidence.cover }).click()
  await expect(deck.getByRole('img')).toHaveCount(0)
  expect(board.foreignRequests).toEqual([])
  expect(board.complaints).toEqual([])

  const opening = page.waitForEvent('popup')
  await quay.getByRole('link', { name: words.evidence.enlarge }).click()
  const alone = await opening
  await expect.poll(() => alone.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
})

test('a film waits until it is told to start; a document is downloaded, and may run nothing', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await board.openReady('/cases/valid?statement=ferry-sails')
  const video = page.locator('[data-evidence="crossing"] video')
  await expect(video).toHaveAttribute('preload', 'none')
  await expect(video).not.toHaveAttribute('autoplay')
  await expect(page.locator('[data-evidence="crossing"]')).toContainText('A ferry lies at a quay')
  expect(asked.filter((address) => address.includes(sha256(film)))).toEqual([])
  const part = await page.request.get(`${server.origin}/evidence/valid/${sha256(film)}`, {
    headers: { range: 'bytes=4-7' },
  })
  expect([part.status(), await part.text()]).toEqual([206, 'ftyp'])

  for (const focus of ['figure=crossed-office', 'place=harbour']) {
    await board.openReady(`/cases/valid?${focus}`)
    const link = page.locator('[data-evidence="log"]').getByRole('link', { name: /PDF/ })
    const downloading = page.waitForEvent('download')
    await link.click()
    expect((await downloading).suggestedFilename()).toBe('log.pdf')
  }
  const { headers } = await fetch(`${server.origin}/evidence/valid/${sha256(document)}`)
  expect(headers.get('content-security-policy')).toContain('sandbox')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-disposition')).toMatch(/^attachment/)
  expect(board.complaints).toEqual([])
})

test('an editor adds a picture, is told what it tells, and readers see it', async ({ page }) => {
  const board = new Caseboard(page, server.origin)
  const editor = new Editor(page, server.origin)
  const folder = mkdtempSync(path.join(tmpdir(), 'caseboard-photograph-'))
  const bytes = await photograph('webp')
  writeFileSync(path.join(folder, 'Morning light.webp'), bytes)
  writeFileSync(path.join(folder, 'page.html'), '<script>alert(1)</script>')
  await editor.open('valid')
  await editor.choose('Events', 'Winter begins')
  await editor.show(words.editor.views.evidence)
  const chooser = page.getByLabel(words.editor.evidence.add)
  await chooser.setInputFiles(path.join(folder, 'page.html'))
  await expect(editor.list.getByRole('alert')).toContainText('no JPEG, PNG, WebP')

  await chooser.setInputFiles(path.join(folder, 'Morning light.webp'))
  await expect(editor.form.getByLabel('Title')).toHaveValue('Morning light')
  await expect(editor.form).toContainText('Leica M6')
  await expect(editor.form).toContainText('Latitude 56.51, longitude -11.25')
  await expect(editor.form).toContainText(words.editor.evidence.published.takenOut)
  await expect(editor.form.getByLabel('Event')).toHaveValue('winter-begins')
  await editor.form.getByLabel('Shows').fill('Light on snow.')
  await editor.form.getByLabel('Credit').fill('Anna Berg')
  await editor.form.getByLabel('Licence').fill('CC BY 4.0')
  await expect(editor.status('Not saved yet')).toBeVisible()
  await expectAccessible(page)
  await editor.press('Control+s')
  await expect(editor.status('Saved as version')).toBeVisible()
  expect(readdirSync(path.join(data, 'cases/valid/evidence'))).toContain(`${sha256(bytes)}.webp`)

  await server.seesFiles()
  await board.openReady('/cases/valid?event=winter-begins')
  const picture = page.getByRole('img', { name: 'Light on snow.' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(16)
  expect(board.complaints).toEqual([])
  rmSync(folder, { recursive: true, force: true })
})
