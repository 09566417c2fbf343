import { expectAccessible } from './driver/axe'
import { Origins } from './driver/origins'
import { expect, test } from './driver/test'

test('a figure says how many reports and origins it has, and who has it from whom', async ({ caseboard, page }) => {
  const origins = new Origins(page)
  await caseboard.openStill('/?figure=left-261000')
  const panel = caseboard.panel('261,000 people')
  const line = origins.line(panel)
  await expect(line).toHaveText('5 reports, 2 origins')
  await expect(origins.outline(panel)).toHaveCount(0)
  await origins.pressSpace(line)
  const outline = origins.outline(panel)
  await expect(outline).toContainText('Novaya Gazeta Europe')
  await expect(outline).toContainText('Meduza')
  await expect(panel.getByText(/only because no tie between them is recorded/)).toBeVisible()
  await outline.getByRole('button', { name: 'Independent Russian media' }).focus()
  await page.keyboard.press('Enter')
  expect(caseboard.query('speaker')).toBe('independent-russian-media')
})

test('what rests on a source is told by the keyboard alone, and each of it opens', async ({ caseboard, page }) => {
  const origins = new Origins(page)
  await caseboard.openStill('/?page=sources')
  const row = origins.source(/^Statement by Frontex/)
  await origins.pressSpace(origins.summary(row, 'What rests on it'))
  const falling = origins.falling(row, 'Figures')
  await expect(row.getByText(/would fall/).first()).toBeVisible()
  const figure = falling.getByRole('button', { name: /30,000.*Finland/ })
  await figure.focus()
  await page.keyboard.press('Enter')
  expect(caseboard.query('figure')).toBe('frontex-finland-30000')
  await expect(caseboard.panel('30,000 people')).toBeVisible()
})

test('every record says what rests on it, or that nothing does', async ({ caseboard, page }) => {
  const origins = new Origins(page)
  for (const [address, words] of [
    ['speaker=fsb', /would fall/],
    ['figure=left-220000', /would fall/],
    ['quotation=putin-forever', /1 item of the case would fall/],
    ['statement=kremlin-backed', /Nothing else in the case rests on it/],
    ['event=peskov-extent', /Nothing else in the case rests on it/],
  ] as const) {
    await caseboard.openStill(`/?${address}`)
    const section = page.getByRole('region', { name: 'What rests on it' })
    await origins.pressSpace(origins.summary(section, 'If this were withdrawn'))
    await expect(section.getByText(words).first()).toBeVisible()
  }
})

test('what stands on one origin is marked, and its sign is read as words', async ({ caseboard, page }) => {
  const origins = new Origins(page)
  await caseboard.openStill('/?page=events')
  await expect.poll(() => origins.signs(page.getByRole('tabpanel'))).toBeGreaterThan(3)
  await expect(page.getByTitle('one origin').first()).toHaveText(', one origin')
  await caseboard.openTab('Figures')
  await expect(page.getByRole('tabpanel').getByText('1 report, one origin').first()).toBeVisible()
})

test('a source says what it takes its words from and what is missing', async ({ caseboard, page }) => {
  const origins = new Origins(page)
  await caseboard.openStill('/?page=sources')
  const row = origins.source(/^Putin has his back against the wall/)
  await expect(row.getByText(/^spamchronicles\.com · Copy/)).toBeVisible()
  await origins.pressSpace(origins.summary(row, 'What is missing'))
  await expect(row.getByText(/^Archived copy: No archived copy was found/)).toBeVisible()
  await row.getByRole('button', { name: /^CNN: Putin has his back/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => caseboard.focused()).toMatch(/^Putin has his back to the wall/)
})

test('axe finds nothing in them, in both themes', async ({ caseboard, page }) => {
  const origins = new Origins(page)
  for (const theme of ['light', 'dark']) {
    await caseboard.openStill(`/?figure=left-261000&page=sources&theme=${theme}`)
    const panel = caseboard.panel('261,000 people')
    await origins.pressSpace(origins.line(panel))
    await origins.pressSpace(origins.summary(panel, 'If this were withdrawn'))
    await origins.pressSpace(
      origins.summary(origins.source(/^Putin has his back against the wall/), 'What rests on it'),
    )
    await expectAccessible(page, { within: 'aside', contrastOnly: theme === 'dark' })
  }
})
