import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { expectAccessible } from './driver/axe'
import { onFile } from './driver/case-counts'
import { Share } from './driver/share'
import { expect, test } from './driver/test'

const rowsSchema = z.array(z.record(z.string(), z.string()))
const featuresSchema = z.object({
  features: z.array(z.object({ properties: z.object({ id: z.string(), words: z.string() }) })),
})

test('what passes the filter is saved as a table and as shapes, and the whole case passes the check', async ({
  caseboard,
}) => {
  const share = new Share(caseboard.page)
  await caseboard.openStill('/?side=russia&kind=quotation')
  await share.open()
  const csv = await share.save('button', 'Table, CSV')
  expect(csv.name).toBe('2022-10-annexation.csv')
  const rows = rowsSchema.parse(parse(csv.bytes, { bom: true, columns: true }))
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.every(({ kind, side }) => kind === 'quotation' && side === 'Russia')).toBe(true)
  await expect(share.card).toContainText(`${rows.length} records match the filter`)
  await expect(share.card).toContainText(`${rows.length} rows`)
  await expect(caseboard.page.getByText(new RegExp(`^${rows.length} of \\d+ records shown`))).toBeVisible()

  const geojson = await share.save('button', 'Shapes, GeoJSON')
  const { features } = featuresSchema.parse(JSON.parse(geojson.text))
  expect(features.map(({ properties }) => properties.id)).toEqual(rows.map(({ id }) => id))

  await share.asPaperSeesIt(async () => {
    await expect(
      caseboard.page.getByText(/There is a separate page for paper.*\/print\/2022-10-annexation/),
    ).toBeVisible()
    await expect(caseboard.map).toBeHidden()
    await expect(caseboard.page.getByRole('complementary').first()).toBeVisible()
  })

  const zip = await share.save('link', 'Whole case, zip')
  expect(zip.name).toBe('2022-10-annexation.zip')
  const data = await mkdtemp(path.join(tmpdir(), 'caseboard-'))
  for (const [name, bytes] of Object.entries(unzipSync(zip.bytes))) {
    await mkdir(path.dirname(path.join(data, 'cases', name)), { recursive: true })
    await writeFile(path.join(data, 'cases', name), bytes)
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/command/case.ts', 'check'], {
    env: { ...process.env, CASEBOARD_DATA: data },
  })
  await rm(data, { recursive: true })
  expect(stdout).toMatch(
    new RegExp(
      `2022-10-annexation: ${onFile.quotations} quotations, ${onFile.figures} figures, ${onFile.events} events, ${onFile.statements} statements,.* 0 set aside`,
    ),
  )
})

test('a copied link opens the same view; without a clipboard the link is there to be copied', async ({
  caseboard,
  context,
}) => {
  const share = new Share(caseboard.page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await caseboard.openStill('/?figure=left-261000&t=2022-09-20/2022-10-02&side=russia&theme=dark')
  await share.open()
  await share.copyLink()
  await expect(share.card).toContainText('Copied.')
  const link = await share.onClipboard()
  const { origin, search } = new URL(caseboard.page.url())
  expect(link).toMatch(/&v=\d{4}-\d{2}-\d{2}\.\d+$/)
  expect(link.replace(/&v=.*/, '')).toBe(`${origin}/cases/2022-10-annexation${search}`)
  await caseboard.page.goto(link)
  await expect(share.panel.getByText('261,000').first()).toBeVisible()
  expect(await caseboard.colourScheme()).toBe('dark')

  await caseboard.page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  await caseboard.page.goto(link)
  await caseboard.mapIs('unsupported')
  await share.open()
  await share.copyLink()
  await expect(share.card).toContainText('cannot use the clipboard')
  await expect(share.linkField).toBeFocused()
  expect(await share.selected()).toBe(link)
})

test('a quotation is cited in four forms, a figure in three', async ({ caseboard, context }) => {
  const share = new Share(caseboard.page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await caseboard.openStill('/?quotation=putin-not-negotiate')
  await share.cite()
  await share.panel.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(share.panel).toContainText('Copied.')
  const plain = await share.onClipboard()
  expect(plain).toMatch(/^“.*Russia will not.*” Vladimir Putin, President of Russia, Moscow, 30 September 2022\./)
  expect(plain).toContain('Garbled in the copy this case is made from.')
  expect(plain).toContain('In: “Putin has his back against the wall')
  expect(plain).toMatch(/updated 30 November 2026: http:\S+\?quotation=putin-not-negotiate&v=[\d.-]+$/)

  await share.chooseFormat('BibTeX')
  const bibtex = await share.save('button', 'Download', share.panel)
  expect(bibtex.name).toBe('2022-10-annexation-quotation-putin-not-negotiate.bib')
  expect(bibtex.text).toMatch(/^@misc\{2022-10-annexation-quotation-putin-not-negotiate,/)
  await share.chooseFormat('CSL-JSON')
  const csl = await share.save('button', 'Download', share.panel)
  expect(JSON.parse(csl.text)).toMatchObject([
    {
      type: 'webpage',
      URL: expect.stringContaining('spamchronicles.com'),
      note: expect.stringContaining('Vladimir Putin'),
    },
  ])
  await share.chooseFormat('Web Annotation')
  const annotation = await share.save('button', 'Download', share.panel)
  expect(JSON.parse(annotation.text)).toMatchObject({
    type: 'Annotation',
    created: '2026-11-30T00:00:00Z',
    target: { selector: [{ type: 'TextQuoteSelector' }, { type: 'TextPositionSelector', start: 645, end: 730 }] },
  })

  // Opened before there is anybody to be told, it has its content once there is.
  const comeAlive = await caseboard.openWithoutCode('/?figure=georgia-kazakhstan-154000')
  await share.cite()
  await comeAlive()
  await expect(share.panel.getByRole('radio')).toHaveCount(3)
  await expect(share.panel.getByRole('textbox', { name: 'Citation' })).toHaveValue(/derived: .*Caseboard, “Annexation/)
})

test('the card and the citation have no faults of access, light and dark', async ({ caseboard }) => {
  const share = new Share(caseboard.page)
  for (const theme of ['light', 'dark']) {
    await caseboard.openStill(`/?quotation=putin-forever&theme=${theme}`)
    await share.cite()
    await share.open()
    await expectAccessible(caseboard.page)
  }
})
