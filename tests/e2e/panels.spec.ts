import { EvidencePages } from './driver/evidence'
import { expect, test } from './driver/test'

test('a place’s panel has status, figures, quotations and events, each with who says so', async ({ caseboard }) => {
  await caseboard.openStill('/?place=UA-65')
  const panel = caseboard.panel('Kherson')
  await expect(panel.getByText('Херсонська область')).toBeVisible()
  await expect(panel.getByText(/^claimed by Russia on 30 September 2022; not recognised$/i)).toBeVisible()
  await expect(panel.getByText(/28,461/).first()).toBeVisible()
  await expect(panel.getByText(/says State Statistics Service of Ukraine/)).toBeVisible()
  await expect(panel.getByRole('blockquote').first()).toBeVisible()
  await expect(panel.getByText('Vladimir Putin').first()).toBeVisible()
  await expect(panel.getByText(/Russia declares four oblasts/).first()).toBeVisible()
  await expect(panel.getByRole('region', { name: 'Why it is on the map' })).toContainText(
    'Luhansk, Donetsk, Zaporizhia and Kherson',
  )
})

test('a mark that is sized by a later number says so, and leads to its sentence', async ({ caseboard }) => {
  await caseboard.openStill('/?place=lars-queue-road&t=2022-09-21/2022-09-23')
  const mark = caseboard.panel('Road to Verkhny Lars').getByRole('region', { name: 'Why it is on the map' })
  await expect(mark).toContainText('undated; reported by 2 October 2022, later than the time shown')
  await expect(mark.getByText('40-kilometer')).toBeVisible()
  await mark.getByRole('button', { name: /^Passage/ }).click()
  await expect.poll(() => new EvidencePages(caseboard).passageIsReached()).toBe(true)
})

test('from a quotation to its passage, other wordings and places, and back', async ({ caseboard }) => {
  await caseboard.openStill('/?place=UA-65')
  await caseboard
    .panel('Kherson')
    .getByRole('button', { name: /^Passage.*not negotiate/ })
    .click()
  expect(caseboard.query('quotation')).toBe('putin-not-negotiate')
  await expect(caseboard.marked).toContainText('Russia will not tell')
  await expect(caseboard.page.getByText('Characters 645 to 730 of the text')).toBeVisible()
  await expect(
    caseboard.page
      .getByText(/betray/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await caseboard.press('Back to Kherson')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  expect(await caseboard.focused()).toMatch(/^Passage.*not negotiate/)
})

test('a quotation from the list moves the map to what it is about', async ({ caseboard }) => {
  await caseboard.openReady('/?map=4/65/80')
  await caseboard.openTab('Quotations')
  await caseboard.press(/^Passage.*sabotage/)
  await caseboard.settled()
  expect(caseboard.camera().lng).toBeLessThan(30)
})

test('a figure shows how sure it is and what others counted', async ({ caseboard }) => {
  await caseboard.openStill('/?figure=left-261000')
  const panel = caseboard.page.getByRole('complementary').last()
  await expect(panel.getByText('261,000').first()).toBeVisible()
  await expect(panel.getByText(/not verified/i).first()).toBeVisible()
  await expect(panel.getByText('220,000').first()).toBeVisible()
})

test('a derived figure names its formula and inputs', async ({ caseboard }) => {
  await caseboard.openStill('/?figure=georgia-kazakhstan-154000')
  const panel = caseboard.page.getByRole('complementary').last()
  await expect(panel.getByText(/220,000\s*−\s*66,000/).first()).toBeVisible()
  await panel
    .getByRole('button', { name: /220,000/ })
    .first()
    .click()
  expect(caseboard.query('figure')).toBe('left-220000')
})

test('a speaker shows what they said and about where', async ({ caseboard }) => {
  await caseboard.openStill()
  await caseboard.openTab('Voices')
  await caseboard.press(/Fiona Hill/)
  const panel = caseboard.panel('Fiona Hill')
  await expect(panel.getByRole('blockquote').first()).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Ukraine', exact: true }).first()).toBeVisible()
})

test('all 25 quotations are listed, and the term is marked as one', async ({ caseboard }) => {
  await caseboard.openStill()
  await caseboard.openTab('Quotations')
  await expect(caseboard.page.getByRole('blockquote').filter({ visible: true })).toHaveCount(25)
  await expect(caseboard.page.getByText('A term, not speech').first()).toBeVisible()
})

test('charts are labelled, with a table behind each, and a bar leads to its sentence', async ({ caseboard }) => {
  await caseboard.openStill()
  const panel = caseboard.page.getByRole('complementary').first()
  await expect(panel.getByText('261,000').first()).toBeVisible()
  await panel.getByText('Table').first().click()
  await expect(panel.getByRole('table').first()).toBeVisible()
  await panel
    .getByRole('button', { name: /all men of military/ })
    .first()
    .click()
  expect(caseboard.query('figure')).toBe('left-261000')
  await expect.poll(() => new EvidencePages(caseboard).passageIsReached()).toBe(true)
})

test('lists and map are in step both ways', async ({ caseboard }) => {
  await caseboard.openReady('/?map=6/47/35')
  await caseboard.openTab('Places')
  const row = caseboard.page.getByRole('button', { name: /^Kherson/ }).first()
  await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
  await expect(row).toHaveAttribute('aria-current', 'true')
  await caseboard.page.keyboard.press('Escape')
  await caseboard.mouseAway()
  const before = await caseboard.map.screenshot()
  await row.hover()
  await expect.poll(async () => Buffer.compare(await caseboard.map.screenshot(), before)).not.toBe(0)
})

test('the journey by keyboard: tab to a place, open it, read its passage, close it', async ({ caseboard }) => {
  await caseboard.openReady()
  const { keyboard } = caseboard.page
  await caseboard.page.getByRole('tab', { name: 'Overview' }).focus()
  await keyboard.press('ArrowRight')
  await expect(caseboard.page.getByRole('tab', { name: 'Places' })).toBeFocused()
  await expect(caseboard.page.getByRole('tabpanel', { name: 'Places' })).toBeVisible()
  await keyboard.press('Tab')
  for (let tries = 0; tries < 5 && !(await caseboard.focused()).startsWith('Luhansk'); tries++)
    await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(caseboard.panel('Luhansk')).toBeVisible()
  const passage = caseboard
    .panel('Luhansk')
    .getByRole('button', { name: /^Passage.*not negotiate/ })
    .first()
  await passage.focus()
  await keyboard.press('Enter')
  await expect(caseboard.marked).toBeVisible()
  await keyboard.press('Escape')
  await expect(caseboard.page.getByRole('complementary')).toHaveCount(1)
  await expect.poll(() => caseboard.focused()).not.toBe('')
})
