import { expectAccessible } from './driver/axe'
import { EvidencePages } from './driver/evidence'
import { expect, test } from './driver/test'

test('records that disagree stand side by side, each one action from its passage and back', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?page=differences')
  for (const question of [/^How many people left/, /^How strong was the first/, /^How strong was the second/])
    await expect(evidence.part(question)).toBeVisible()
  const queue = evidence.part(/^How long was the queue/)
  for (const words of [/satellite/i, /not verified/, /measured/])
    await expect(queue.getByText(words).first()).toBeVisible()
  for (const [length, count] of [
    ['about 16 km', 1],
    ['more than 20 km', 1],
    ['40 km', 2],
  ] as const)
    await expect(queue.getByText(length, { exact: true })).toHaveCount(count)
  const left = evidence.part(/^How many people left/)
  await expect(left.getByText('261,000').first()).toBeVisible()
  await expect(left.getByText(/derived/).first()).toBeVisible()
  await evidence.pressIn(left, /^Passage.*220,000/)
  expect(caseboard.query('figure')).toBe('left-220000')
  await expect.poll(() => evidence.passageIsReached()).toBe(true)
  await caseboard.press('Close')
  expect(caseboard.query('figure')).toBeNull()
  expect(await caseboard.focused()).toMatch(/^Passage.*220,000/)
  await evidence.pressIn(left, /220,000/)
  await expect(caseboard.marked).toBeVisible()
  await caseboard.page.keyboard.press('Escape')
  await expect(caseboard.page.getByRole('complementary')).toHaveCount(1)
})

test('what differs in two wordings can be heard, and what no record has is listed', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?page=differences')
  const heard = await evidence.heard(evidence.part('Wordings that differ'))
  expect(heard).toMatch(/only here: .+ end;/)
  expect(heard).toMatch(/only there: .+ end;/)
  expect(heard).toContain('Vladimir Putin')
  expect(heard).toContain('The words are the same; only the quotation marks or the punctuation differ')
  expect(heard).toContain('Only “cease fire” stands between quotation marks there.')
  await evidence.pressIn(evidence.part('Not yet compared'), /catastrophic/)
  expect(caseboard.query('quotation')).toBe('sullivan-consequences')
})

test('the status of borders: who declared, who rejected, when, and the votes', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?page=borders&t=2022-09-30/2022-09-30')
  const claim = evidence.part('claimed by Russia on 30 September 2022; not recognised')
  for (const words of [
    /Declared by/,
    '30 September 2022',
    '12 October 2022 · later than the time shown',
    /becoming our citizens/,
    /European Union/,
    /143 states/,
    /no legitimacy/,
  ])
    await expect(claim.getByText(words).first()).toBeVisible()
  await expect(claim.getByText(/had not defined the borders/)).toBeVisible()
  await expect(evidence.part(/claimed by Russia since 2014/)).toBeVisible()
  await evidence.pressIn(claim, /^Passage.*143 states/)
  expect(caseboard.query('figure')).toBe('un-vote-for')
  await caseboard.page.goBack()
  await evidence.pressIn(claim, 'Kherson')
  await expect(caseboard.panel('Kherson').getByRole('region', { name: 'Who speaks about it' })).toContainText('Putin')
})

test('from a speaker to places and back, and from an event’s row to its sentence', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?speaker=putin&page=events')
  await evidence.pressIn(caseboard.panel('Vladimir Putin').getByRole('region', { name: 'From where' }), 'Ukraine')
  await evidence.pressIn(caseboard.panel('Ukraine').getByRole('region', { name: 'Who speaks' }), 'Vladimir Putin')
  expect(caseboard.query('speaker')).toBe('putin')
  await expect(evidence.openPage).toContainText('02:03:24 in Copenhagen (UTC+2) · 00:03:24 UTC')
  await evidence.pressIn(evidence.openPage, /^Passage.*declares four oblasts/)
  expect(caseboard.query('event')).toBe('annexation-declared')
  await expect.poll(() => evidence.passageIsReached()).toBe(true)
})

test('axe finds nothing in either page, in both themes', async ({ caseboard }) => {
  for (const page of ['differences', 'borders'])
    for (const theme of ['light', 'dark']) {
      await caseboard.openStill(`/?page=${page}&theme=${theme}`)
      await expectAccessible(caseboard.page, { within: 'aside', contrastOnly: theme === 'dark' })
    }
})

test('lines appear with the switch, stand in the address, and lead to who spoke', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openReady('/?map=3.4/52/-20')
  await caseboard.mouseAway()
  const quiet = await caseboard.restingPicture()
  await evidence.linesSwitch.click()
  expect(caseboard.query('lines')).toBe('voices')
  await expect(evidence.linesSwitch).toHaveAttribute('aria-pressed', 'true')
  await caseboard.mouseAway()
  expect(Buffer.compare(await caseboard.restingPicture(), quiet)).not.toBe(0)
  // Halfway from Washington to Ukraine, on the great circle: open sea, no place is there.
  await caseboard.clickOnEarth({ lng: -22.027, lat: 59.3208 })
  await expect.poll(() => caseboard.page.url()).toMatch(/(place=washington|speaker=|quotation=)/)
})
