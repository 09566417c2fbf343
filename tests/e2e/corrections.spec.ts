import { readFile, writeFile } from 'node:fs/promises'
import { expectAccessible } from './driver/axe'
import { Corrections, corrections, versionBefore } from './driver/corrections'
import { PaletteDriver } from './driver/palette'
import { printPage } from './driver/picture'
import { Share } from './driver/share'
import { expect, test } from './driver/test'
import { Tour } from './driver/tour'
import { Wall } from './driver/wall'

const caseId = '2022-10-annexation'
const present = versionBefore(0)
const last = corrections.at(-1)

test('the page of corrections lists all, newest first, and leads to the records', async ({ caseboard }) => {
  const { list, entries, tab } = new Corrections(caseboard.page)
  await caseboard.openStill(`/cases/${caseId}?page=corrections`)
  await expect(tab).toHaveAttribute('aria-selected', 'true')
  await expect(entries).toHaveCount(corrections.length)
  await expect(entries.first()).toContainText(last?.right ?? '')
  await expect(entries.last()).toContainText(corrections[0]?.wrong ?? '')
  await expect(list).toContainText(`version ${present}`)
  await entries
    .filter({ hasText: 'crossing at Salla' })
    .getByRole('button', { name: /^Salla/ })
    .click()
  await expect(caseboard.panel('Salla (Russia) / Salla (Finland)')).toBeVisible()
  await entries.filter({ hasText: 'given as “unknown”' }).getByRole('button').first().click()
  await expect(caseboard.casePage('Sources')).toBeVisible()
  await expect.poll(() => caseboard.focused()).toContain('Putin has his back against the wall')
})

test('the palette opens it', async ({ caseboard }) => {
  const palette = new PaletteDriver(caseboard.page)
  await caseboard.openStill()
  await palette.find('corrections', 'Open Corrections')
  await palette.press('Enter')
  await expect(new Corrections(caseboard.page).entries).toHaveCount(corrections.length)
  expect(caseboard.query('page')).toBe('corrections')
})

test('a corrected figure says so and leads to the entry; others do not, and cards have a sign', async ({
  caseboard,
}) => {
  const { line, entries, isFocused } = new Corrections(caseboard.page)
  await caseboard.openStill(`/cases/${caseId}?figure=mobilised-300000&page=figures`)
  await expect(line).toHaveText('Corrected on 28 November 2026')
  await line.click()
  await isFocused(entries.filter({ hasText: 'Nobody was named for the number 300,000.' }))
  await caseboard.openTab('Figures')
  const cards = caseboard.casePage('Figures').getByRole('listitem')
  await expect(cards.filter({ hasText: 'to be called up' }).last()).toContainText('corrected')
  await caseboard.open(`/cases/${caseId}?place=UA-09`)
  await expect(caseboard.panel('Luhansk')).toBeVisible()
  await expect(caseboard.panel('Luhansk').getByRole('heading', { level: 2 })).toBeVisible()
  await expect(line).toContainText('Corrected on')
  await caseboard.open(`/cases/${caseId}?speaker=putin`)
  await expect(caseboard.panel('Vladimir Putin')).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('on a phone the entry comes into sight, though a record in focus covers the case', async ({ caseboard }) => {
  await caseboard.page.setViewportSize({ width: 390, height: 844 })
  const { line, entries, isFocused } = new Corrections(caseboard.page)
  await caseboard.openStill(`/cases/${caseId}?event=fourth-leak-reported`)
  await line.click()
  await isFocused(entries.filter({ hasText: 'fourth leak' }))
})

test('a copied link carries the version, the address while browsing does not', async ({ caseboard, context }) => {
  const share = new Share(caseboard.page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await caseboard.openStill(`/?figure=mobilised-300000&v=${versionBefore(4)}`)
  await caseboard.openTab('Figures')
  await expect.poll(() => caseboard.query('page')).toBe('figures')
  expect(caseboard.query('v')).toBeNull()
  await caseboard.press('Share & export')
  await caseboard.press('Copy link')
  await expect(caseboard.page.getByText('Copied.')).toBeVisible()
  const link = new URL(await share.onClipboard())
  expect(link.pathname).toBe(`/cases/${caseId}`)
  expect(link.searchParams.get('v')).toBe(present)
  await expect(caseboard.page.getByRole('textbox', { name: 'Citation' }).first()).toHaveValue(
    new RegExp(`version ${present}.*figure=mobilised-300000&v=${present}$`, 's'),
  )
  await expect(caseboard.page.getByRole('textbox', { name: 'HTML of the embedded map' })).toHaveValue(
    new RegExp(`&amp;v=${present}"`),
  )
})

test('the link of a scene carries the version, and an older one says what was corrected, of the scene too', async ({
  caseboard,
  context,
  server,
}) => {
  const tour = new Tour(caseboard.page)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await caseboard.openStill(`/cases/${caseId}?page=tour`)
  await tour.openScene('A call-up of 300,000')
  await caseboard.press('Copy its link')
  const link = await new Share(caseboard.page).onClipboard()
  expect(link).toContain(`/wall/${caseId}?scene=mobilisation&v=${present}`)
  const wall = new Wall(await context.newPage(), server.origin)
  await wall.open(`/wall/${caseId}?scene=mobilisation&v=${versionBefore(20)}`)
  await expect(wall.main).toContainText('20 corrections since this link was made. One concerns what is shown.')
  await wall.open(`/wall/${caseId}?scene=mobilisation&v=${present}`)
  await expect(wall.main).toContainText('A call-up of 300,000')
  await expect(wall.main).not.toContainText('since this link was made')
})

test('an older link says what was corrected since, first of the record in focus, until it is dismissed', async ({
  caseboard,
}) => {
  const { notice, marked, line } = new Corrections(caseboard.page)
  await caseboard.openStill(`/cases/${caseId}?place=salla&v=${versionBefore(10)}`)
  await expect(notice).toHaveCount(1)
  await expect(notice).toContainText('10 corrections since this link was made. One concerns this record.')
  await expect(notice.getByRole('listitem')).toHaveText([/66\.94° N/])
  await expect(line).toHaveCount(0)
  await notice.getByRole('button', { name: 'Show all 10' }).click()
  await expect(marked).toHaveCount(10)
  await expectAccessible(caseboard.page)
  await caseboard.openTab('Places')
  await caseboard.press(/^Kherson/)
  await expect(notice).toContainText('None concerns this record.')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await caseboard.openTab('Corrections')
  await expect(marked).toHaveCount(0)
})

for (const [what, version] of [
  ['the present version', present],
  ['a version still to come', '2999-01-01.1'],
  ['more corrections than there are', `${present}9`],
  ['no version', 'latest'],
] as const)
  test(`a link of ${what} says nothing`, async ({ caseboard }) => {
    const { notice, line } = new Corrections(caseboard.page)
    await caseboard.openStill(`/cases/${caseId}?place=salla&v=${version}`)
    await expect(line).toBeVisible()
    await expect(notice).toHaveCount(0)
  })

test('a link of today says tomorrow what has been corrected; a record that is gone is named; a case without corrections has no page', async ({
  ownCaseboard,
  ownServer,
}) => {
  const file = `${ownServer.data}/cases/${caseId}/corrections.json`
  const { notice, entries, tab } = new Corrections(ownCaseboard.page)
  const added = {
    id: 'left-out',
    date: '2026-11-30',
    records: [
      { kind: 'figure', id: 'no-longer-there' },
      { kind: 'place', id: 'salla' },
    ],
    wrong: 'A number stood there.',
    right: 'No record has that number.',
    why: 'It was looked for again.',
  }
  await writeFile(file, JSON.stringify([...JSON.parse(await readFile(file, 'utf8')), added]))
  await ownServer.seesFiles()
  await ownCaseboard.openStill(`/cases/${caseId}?place=salla&page=corrections&v=${present}`)
  await expect(notice).toContainText('1 correction since this link was made. One concerns this record.')
  await expect(notice.getByRole('listitem')).toHaveText('30 November 2026: No record has that number.')
  await expect(entries).toHaveCount(corrections.length + 1)
  await expect(entries.first()).toContainText('no-longer-there (no longer in the case)')
  await expect(entries.first().getByRole('button')).toHaveText(/^Salla/)

  await writeFile(file, '[]')
  // The open page is told.
  await expect(notice).toHaveCount(0)
  await ownCaseboard.open(`/cases/${caseId}?place=salla&page=corrections&v=${present}`)
  expect(await ownCaseboard.openPart()).toBe('Story')
  await expect(tab).toHaveCount(0)
  await expect(notice).toHaveCount(0)
})

test('an embedded map of an older link says so under the map, and leads to the corrections with these marked', async ({
  caseboard,
  context,
}) => {
  const { page } = caseboard
  await caseboard.open(`/embed/${caseId}?place=salla&v=${versionBefore(10)}`)
  await expect(page.getByText('10 corrections since this link was made. One concerns this record.')).toBeVisible()
  const opening = context.waitForEvent('page')
  await page.getByRole('link', { name: /^Read them in the full case/ }).click()
  const { marked, notice } = new Corrections(await opening)
  await expect(marked).toHaveCount(10)
  await expect(notice).toContainText('One concerns this record.')
  await caseboard.open(`/embed/${caseId}?place=salla&v=${present}`)
  await expect(page.getByRole('link', { name: /^Open the full case/ })).toHaveAttribute(
    'href',
    new RegExp(`v=${present}`),
  )
  await expect(page.getByText('since this link was made')).toHaveCount(0)
})

test('a printed page has the version, and of an older link what was corrected since', async ({ caseboard }) => {
  await caseboard.open(`/print/${caseId}?figure=mobilised-300000&v=${versionBefore(20)}&paper=a4`)
  const older = (await printPage(caseboard)).pages.join(' ').replace(/\s+/g, ' ')
  expect(older).toContain(`version ${present}`)
  expect(older).toContain('20 corrections since this link was made. One concerns this record.')
  const since = older.slice(older.indexOf('Corrected since this link was made'))
  expect(since.indexOf('Defence Minister Sergei Shoigu')).toBeGreaterThan(0)
  expect(since.indexOf('Defence Minister Sergei Shoigu')).toBeLessThan(since.indexOf(last?.right ?? ''))
  await caseboard.open(`/print/${caseId}?figure=mobilised-300000&v=${present}&paper=a4`)
  const now = (await printPage(caseboard)).pages.join(' ').replace(/\s+/g, ' ')
  expect(now).toContain('Corrected on 28 November 2026')
  expect(now.replaceAll(' ', '')).toContain(`figure=mobilised-300000&v=${present}`)
  expect(now).not.toContain('since this link was made')
})
