import { expect, test } from './driver/test'

test('a place’s panel has status, figures, quotations and events, each with who says so', async ({ caseboard }) => {
  await caseboard.openReady('/?place=UA-65')
  const panel = caseboard.panel('Kherson')
  await expect(panel.getByText('Херсонська область')).toBeVisible()
  await expect(panel.getByText('Claimed by Russia on 30 September 2022; not recognised', { exact: true })).toBeVisible()
  await expect(panel.getByText(/28,461/).first()).toBeVisible()
  await expect(panel.getByText(/says State Statistics Service of Ukraine/)).toBeVisible()
  await expect(panel.getByRole('blockquote').first()).toBeVisible()
  await expect(panel.getByText('Vladimir Putin').first()).toBeVisible()
  await expect(panel.getByText(/Russia declares four oblasts/).first()).toBeVisible()
})

test('from a quotation to its passage, other wordings and places, and back', async ({ caseboard }) => {
  await caseboard.openReady('/?place=UA-65')
  await caseboard
    .panel('Kherson')
    .getByRole('button', { name: /^Passage.*not negotiate/ })
    .click()
  expect(caseboard.query('quotation')).toBe('putin-not-negotiate')
  await expect(caseboard.marked).toContainText('Russia will not tell')
  await expect(caseboard.page.getByText('Characters 645 to 730 of the text')).toBeVisible()
  await expect(caseboard.page.getByText('betray', { exact: false }).first()).toBeVisible()
  await caseboard.page.goBack()
  await expect(caseboard.panel('Kherson')).toBeVisible()
})

test('a quotation from the list moves the map to what it is about', async ({ caseboard }) => {
  await caseboard.openReady('/?map=4/65/80')
  await caseboard.openTab('Quotations')
  await caseboard.press(/^Passage.*sabotage/)
  await expect.poll(() => caseboard.camera().lng, { timeout: 10_000 }).toBeLessThan(30)
})

test('a figure shows how sure it is and what others counted', async ({ caseboard }) => {
  await caseboard.openReady('/?figure=left-261000')
  const panel = caseboard.page.getByRole('complementary').last()
  await expect(panel.getByText('261,000').first()).toBeVisible()
  await expect(panel.getByText(/not verified/i).first()).toBeVisible()
  await expect(panel.getByText('220,000').first()).toBeVisible()
})

test('a derived figure names its formula and inputs', async ({ caseboard }) => {
  await caseboard.openReady('/?figure=georgia-kazakhstan-154000')
  const panel = caseboard.page.getByRole('complementary').last()
  await expect(panel.getByText(/220,000\s*−\s*66,000/).first()).toBeVisible()
  await panel
    .getByRole('button', { name: /220,000/ })
    .first()
    .click()
  expect(caseboard.query('figure')).toBe('left-220000')
})

test('a speaker shows what they said and about where', async ({ caseboard }) => {
  await caseboard.openReady()
  await caseboard.openTab('Voices')
  await caseboard.press(/Fiona Hill/)
  const panel = caseboard.panel('Fiona Hill')
  await expect(panel.getByRole('blockquote').first()).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Ukraine', exact: true }).first()).toBeVisible()
})

test('all 25 quotations are listed, and the term is marked as one', async ({ caseboard }) => {
  await caseboard.openReady()
  await caseboard.openTab('Quotations')
  await expect(caseboard.page.getByRole('blockquote').filter({ visible: true })).toHaveCount(25)
  await expect(caseboard.page.getByText('A term, not speech').first()).toBeVisible()
})

test('charts are labelled, with a table behind each, and a bar leads to its figure', async ({ caseboard }) => {
  await caseboard.openReady()
  const panel = caseboard.page.getByRole('complementary').first()
  await expect(panel.getByText('261,000').first()).toBeVisible()
  await panel.getByText('Table').first().click()
  await expect(panel.getByRole('table').first()).toBeVisible()
  await panel
    .getByRole('button', { name: /all men of military/ })
    .first()
    .click()
  expect(caseboard.query('figure')).toBe('left-261000')
})

test('lists and map are in step: a row’s focus is announced by the map', async ({ caseboard }) => {
  await caseboard.openReady()
  await caseboard.openTab('Places')
  await caseboard.page
    .getByRole('button', { name: /^Donetsk/ })
    .first()
    .focus()
  await expect(caseboard.page.getByText(/Donetsk\. Enter opens it/)).toBeAttached()
})

test('the journey by keyboard: tab to a place, open it, read its passage, close it', async ({ caseboard }) => {
  await caseboard.openReady()
  const { keyboard } = caseboard.page
  await caseboard.page.getByRole('tab', { name: 'Overview' }).focus()
  await keyboard.press('ArrowRight')
  await keyboard.press('Tab')
  for (let tries = 0; tries < 5 && !(await caseboard.focused()).startsWith('Luhansk'); tries++)
    await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(caseboard.panel('Luhansk')).toBeVisible()
  await keyboard.press('Escape')
  await expect(caseboard.panel('Luhansk')).toHaveCount(0)
})
