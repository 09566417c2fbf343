import { EvidencePages } from './driver/evidence'
import { expect, test } from './driver/test'
import { named } from './driver/words'

/** How words are set: one wording in the same type as another. */
function looks(element: HTMLElement): string {
  const { fontSize, fontFamily, fontWeight, color } = getComputedStyle(element)
  return [fontSize, fontFamily, fontWeight, color].join(' ')
}

function fontSizePx(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).fontSize)
}

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
  const why = panel.getByRole('region', { name: named.whyOnMap })
  await expect(why.getByRole('button', { name: /^Russia declares four oblasts/ })).toBeVisible()
  await expect(why.locator('mark')).toHaveText('on Friday')
})

test('each length of the queue is a place of its own: its figure, dated or undated, leads to its sentence', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?place=lars-queue-road&t=2022-09-21/2022-09-23')
  const queue = caseboard.panel('Queue to Georgia, 40 km, undated')
  const why = queue.getByRole('region', { name: named.whyOnMap })
  await expect(why).toContainText('undated; reported by 2 October 2022, later than the time shown')
  await expect(why.locator('mark')).toHaveText('40-kilometer')
  await why.getByRole('button', { name: /^Passage/ }).click()
  await expect.poll(() => new EvidencePages(caseboard).passageIsReached()).toBe(true)
  for (const [place, name, when] of [
    ['lars-queue-25', 'Queue to Verkhny Lars, more than 25 km, undated', 'undated; reported by 2 October 2022'],
    ['lars-queue-20', 'Queue to Verkhny Lars, 26 September', '26 September 2022'],
    ['lars-queue-16', 'Queue to Verkhny Lars, 25 September', '25 September 2022'],
  ] as const) {
    await caseboard.openStill(`/?place=${place}`)
    await expect(caseboard.panel(name).getByRole('region', { name: named.whyOnMap })).toContainText(when)
  }
})

test('a shock shows the readings of both networks, each with its maker', async ({ caseboard }) => {
  for (const [place, name, danish, swedish] of [
    ['shock-first', 'First shock', '2.3', '1.8'],
    ['shock-second', 'Second shock', '2.1', '2.3'],
  ] as const) {
    await caseboard.openStill(`/?place=${place}`)
    const counted = caseboard.panel(name).getByRole('region', { name: named.counted }).getByRole('listitem')
    await expect(counted).toHaveCount(2)
    await expect(counted.filter({ hasText: `magnitude ${danish}` })).toContainText(/says .*\(GEUS\)/)
    await expect(counted.filter({ hasText: `magnitude ${swedish}` })).toContainText(/says .*\(SNSN\)/)
  }
})

test('the wording nearest to the speaker is the words; the others stand under it as equals, the garbled one marked', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?place=UA-65')
  const evidence = new EvidencePages(caseboard)
  const card = caseboard
    .panel('Kherson')
    .getByRole('figure')
    .filter({ hasText: /Russia will not/ })
  await expect(card.getByRole('blockquote')).toHaveText(/^But we will not discuss .* Russia will not betray them\.$/)
  await expect(card.getByRole('link', { name: /^Reuters/ })).toBeVisible()
  await expect(card).toContainText(
    /Vladimir Putin, President of Russia · Moscow · 30 September 2022 · Reuters.*, translation/,
  )
  const others = evidence.otherWordings(card)
  await expect(others).toHaveCount(2)
  await expect(others.first()).toContainText(/^CNN\W*We will not negotiate .* betray/)
  await expect(others.last()).toContainText(/^The report\W*garbled\W*We will not negotiate .* tell/)
  const words = others.locator('q')
  expect(await words.first().evaluate(looks)).toBe(await words.last().evaluate(looks))
  expect(await words.first().evaluate(fontSizePx)).toBeLessThan(await card.getByRole('blockquote').evaluate(fontSizePx))
})

test('passages of one sentence are read once, each with the way to its own', async ({ caseboard }) => {
  await caseboard.openStill('/?place=UA-65')
  const card = caseboard
    .panel('Kherson')
    .getByRole('figure')
    .filter({ hasText: /We will never recognise this illegal annexation/ })
  await expect(card).toHaveCount(1)
  await card.getByRole('button', { name: /^Passage.*“illegal annexation”/ }).click()
  expect(caseboard.query('quotation')).toBe('eu-illegal-annexation')
})

test('a place tells its status, then what is known of it alone with its share, then what was said; votes are words', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?place=UA-65')
  const panel = caseboard.panel('Kherson')
  await expect(
    panel.getByText(/United Nations General Assembly, 12 October 2022: 143 voted for the resolution/),
  ).toBeVisible()
  const known = panel.getByRole('region', { name: named.counted })
  await expect(known.getByRole('listitem')).toHaveCount(1)
  await expect(known).toContainText('26% of 108,845 km²')
  await expect(known).toContainText('Not in the records held: how many people lived here')
  const headings = await panel.getByRole('heading', { level: 3 }).allTextContents()
  expect(headings.map((heading) => heading.replace(/\d+$/, ''))).toEqual([
    'What is known here',
    'Said of it',
    'Said of it in other words',
    'What happened',
    'Counted together with other places',
    'Named together with it',
    'How sure the map is',
    'Sources of the position',
  ])
  await panel.getByRole('button', { name: '143' }).click()
  expect(caseboard.query('figure')).toBe('un-vote-for')
})

test('what is opened is left in one step: back to where it was come by, or, where it was not, to the story', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?place=UA-65')
  await caseboard.panel('Kherson').getByRole('button', { name: 'Zaporizhzhia' }).click()
  await caseboard.press('Back to Kherson')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await caseboard.press('Back to Annexation')
  await expect(caseboard.panel('Kherson')).toHaveCount(0)
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
  await expect.poll(() => caseboard.focused()).toMatch(/^Passage.*not negotiate/)
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

test('the date of an event and the number of a figure come before what was corrected of them', async ({
  caseboard,
}) => {
  for (const [address, first] of [
    ['/?event=explosion-first', /02:03:24 in Copenhagen/],
    ['/?figure=left-220000', /220,000/],
  ] as const) {
    await caseboard.openStill(address)
    const text = await caseboard.page.getByRole('complementary').last().innerText()
    expect(text.search(first)).toBeGreaterThan(-1)
    expect(text.indexOf('Corrected on')).toBeGreaterThan(text.search(first))
  }
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
  // Her name is a button on the page before as well.
  await caseboard
    .casePage('Voices')
    .getByRole('button', { name: /Fiona Hill/ })
    .click()
  const panel = caseboard.panel('Fiona Hill')
  await expect(panel.getByRole('blockquote').first()).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Ukraine', exact: true }).first()).toBeVisible()
})

test('all 25 quotations are listed, and the term is marked as one', async ({ caseboard }) => {
  await caseboard.openStill()
  await caseboard.openTab('Quotations')
  // One card each; where records have other words the card has both wordings.
  await expect(
    caseboard.page.getByRole('figure').filter({ has: caseboard.page.locator('blockquote'), visible: true }),
  ).toHaveCount(25)
  await expect(caseboard.page.getByText('A term, not speech').first()).toBeVisible()
})

test('charts are labelled, with a table behind each, and a bar leads to its sentence', async ({ caseboard }) => {
  await caseboard.openStill('/?page=figures')
  const queue = caseboard.page.getByRole('figure', { name: 'The queue to Georgia' })
  await expect(queue.getByText('40').first()).toBeVisible()
  await queue.getByText('Table').click()
  await expect(queue.getByRole('table')).toBeVisible()
  await queue.getByRole('button', { name: /^CNN\b.* 40 km/ }).click()
  expect(caseboard.query('figure')).toBe('queue-40')
  await expect.poll(() => new EvidencePages(caseboard).passageIsReached()).toBe(true)
})

test('numbers that cannot be compared stand without a scale, each with maker, days and how sure', async ({
  caseboard,
}) => {
  await caseboard.openStill('/?page=figures')
  const chart = caseboard.page.getByRole('figure', { name: 'Who left, and who counted' })
  await expect(chart).toContainText(named.noScale)
  const numbers = chart.getByRole('list', { name: 'Figures of the chart' })
  await expect(numbers.getByRole('listitem')).toHaveCount(5)
  // Neither a bar nor an axis: nothing is drawn longer for a larger number. The sign of one origin is no wider than a letter.
  await expect(chart.locator('[style*=width], [style*=inline-size]')).toHaveCount(0)
  const drawn = await chart
    .locator('svg')
    .evaluateAll((signs) => signs.map((sign) => sign.getBoundingClientRect().width))
  expect(Math.max(0, ...drawn)).toBeLessThan(20)
  const men = numbers.getByRole('button', { name: /^men of military age/ })
  await expect(men).toContainText('21–24 September 2022 · not verified')
  await expect(numbers.getByRole('button', { name: /220,000/ })).toContainText('undated; reported by 2 October 2022')
  await men.click()
  expect(caseboard.query('figure')).toBe('left-261000')
  await expect.poll(() => new EvidencePages(caseboard).passageIsReached()).toBe(true)
})

test('indirect speech and judgements are listed with hedge and condition, and lead to their passage', async ({
  caseboard,
}) => {
  await caseboard.openStill()
  await caseboard.openTab('Statements')
  const page = caseboard.casePage('Statements')
  await expect(page.getByText(/^41 statements/)).toBeVisible()
  await expect(page.getByText(/the author’s judgement/).first()).toBeVisible()
  const threat = page.getByRole('listitem').filter({ hasText: /Condition: “if Ukraine, backed by/ })
  await expect(threat).toContainText('indirect speech')
  await expect(threat).toContainText('Vladimir Putin')
  await expect(threat).toContainText('Hedged: “possible”.')
  const peace = page.getByRole('listitem').filter({ hasText: /may be getting ready to make peace/ })
  await expect(peace).toContainText(/Hedged: “may be/)
  await expect(peace).toContainText('undated')
  await peace.getByRole('button', { name: /^Passage/ }).click()
  expect(caseboard.query('statement')).toBe('volker-preparing')
  await expect.poll(() => new EvidencePages(caseboard).passageIsReached()).toBe(true)
  await expect(caseboard.marked).toContainText('may be')
})

test('the legend tells how doubt is drawn', async ({ caseboard }) => {
  await caseboard.openStill()
  const layers = caseboard.page.getByRole('region', { name: 'Legend', exact: true })
  await layers.getByText(named.markKey).click()
  await expect(layers.getByRole('heading', { name: named.doubtKey })).toBeVisible()
  for (const [doubt, told] of [
    ['Position not exact', /dashed circle/],
    ['Schematic', /dashed line/i],
    ['Not verified', /dashed in charts/i],
    ['Date not exact', /fading end/],
  ] as const) {
    const key = layers.locator('dl > div').filter({ has: caseboard.page.locator('dt', { hasText: doubt }) })
    await expect(key.locator('svg')).toBeVisible()
    await expect(key.locator('dd')).toHaveText(told)
  }
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
  await caseboard.page.getByRole('link', { name: 'Places', exact: true }).focus()
  await keyboard.press('Enter')
  await expect(caseboard.casePage('Places')).toBeVisible()
  for (let tries = 0; tries < 9 && !(await caseboard.focused()).startsWith('Luhansk'); tries++)
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
