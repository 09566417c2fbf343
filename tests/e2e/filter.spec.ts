import { expectAccessible } from './driver/axe'
import { onFile, recordsOnFile } from './driver/case-counts'
import { Filter } from './driver/filter'
import { expect, test } from './driver/test'
import { named, removeFilter } from './driver/words'

const speakers = 'Who speaks, counts or takes part'
const wordings = 'Wording in other records'

test('the count beside an option is what the lists have once it is chosen, and options combine', async ({
  caseboard,
}) => {
  await caseboard.openStill()
  const filter = new Filter(caseboard)
  await filter.openCard()
  for (const [group, name] of [
    [speakers, 'Vladimir Putin'],
    [wordings, 'Not yet compared'],
    ['Status of figures', 'Claimed'],
  ] as const) {
    const promised = await filter.countBeside(group, name)
    expect(promised).toBeGreaterThan(0)
    await filter.option(group, name).check()
    await expect(filter.card.getByText(`${promised} of ${recordsOnFile} records shown`)).toBeVisible()
    expect(await filter.statements(), name).toBe(promised)
    await filter.option(group, name).uncheck()
  }
  await filter.option(speakers, 'Vladimir Putin').check()
  const both = await filter.countBeside(wordings, 'Wording differs')
  await filter.option(wordings, 'Wording differs').check()
  expect(await filter.statements()).toBe(both)
  await expect(caseboard.page.getByText('No figure is shown.')).toBeHidden()
  await caseboard.openTab('Voices')
  await expect(caseboard.page.getByRole('button', { name: /^Vladimir Putin/ })).toBeVisible()
  await expect(caseboard.page.getByRole('button', { name: /^Fiona Hill/ })).toBeHidden()
})

test('an empty list names what empties it and lifts just that; a link restores it; one control clears all', async ({
  caseboard,
}) => {
  const link = '/?page=figures&by=putin&wording=differs&t=2022-09-20/2022-10-02&layers=annexed-oblasts,named-places'
  await caseboard.openStill(link)
  const filter = new Filter(caseboard)
  const { page } = caseboard
  await expect(filter.chip('Who: Vladimir Putin')).toBeVisible()
  await expect(filter.chip('Wording differs')).toBeVisible()
  await expect(filter.chip('20 September – 2 October 2022')).toBeVisible()
  await expect(filter.chip(`2 of ${onFile.layers} layers`)).toBeVisible()
  await expect(page.getByText('No figure is shown.')).toBeVisible()
  await caseboard.openStill('/?page=figures&wording=differs')
  await expect(page.getByText('This filter leaves nothing: Wording differs.').filter({ visible: true })).toHaveCount(1)
  await caseboard.press(`Remove it (${onFile.figures} results)`)
  await expect.poll(() => filter.rows()).toBe(onFile.figures)
  expect(caseboard.query('wording')).toBeNull()
  await page.goBack()
  await expect(page.getByText('No figure is shown.')).toBeVisible()
  await caseboard.openStill(link)
  await filter.chip('Wording differs').click()
  await expect(filter.chip('Wording differs')).toHaveCount(0)
  await expect(filter.chip('Who: Vladimir Putin')).toBeVisible()
  await filter.asked.getByRole('button', { name: named.clearFilters }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?page=figures')
  await expect(filter.asked.getByRole('status')).toHaveText(`${recordsOnFile} of ${recordsOnFile} records shown`)
  await expect.poll(() => filter.rows()).toBe(onFile.figures)
})

test('a chart keeps its figures and its scale, and says which the filter hides', async ({ caseboard }) => {
  await caseboard.openStill('/?status=claimed&page=figures')
  const panel = caseboard.page.getByRole('complementary').first()
  await expect(panel.getByText(/figures are excluded by the filter and drawn faintly/).first()).toBeVisible()
  await expect(panel.getByRole('button', { name: /men of military age.*hidden by the filter/ }).first()).toBeVisible()
})

test('filtering by keyboard alone', async ({ caseboard }) => {
  await caseboard.openStill('/?page=quotations')
  const filter = new Filter(caseboard)
  const { keyboard } = caseboard.page
  await caseboard.page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await keyboard.press('Enter')
  await filter.field(speakers).focus()
  await keyboard.type('Hill')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect.poll(() => caseboard.query('by')).toBe('hill')
  const promised = await filter.rows()
  expect(promised).toBeGreaterThan(0)
  await filter.asked.getByRole('button', { name: removeFilter('Who: Fiona Hill') }).focus()
  await keyboard.press('Enter')
  await expect.poll(() => caseboard.query('by')).toBeNull()
  await expect(filter.asked).toBeFocused()
  await expect.poll(() => filter.rows()).toBe(onFile.quotations)
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the card and beside it, ${theme}`, async ({ caseboard }) => {
    await caseboard.openStill(`/?by=putin&wording=differs&in=view&page=figures&theme=${theme}`)
    await expect(new Filter(caseboard).chip('Only what the map shows (everything, until there is a map)')).toBeVisible()
    await new Filter(caseboard).openCard()
    await expectAccessible(caseboard.page)
  })
}
