import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './driver/axe'
import { EvidencePages } from './driver/evidence'
import { expect, test } from './driver/test'
import { named } from './driver/words'

test('records that disagree stand side by side, each one action from its passage and back', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?page=differences')
  for (const question of [/^How many people left/, /^How strong was the first/, /^How strong was the second/])
    await expect(evidence.part(question)).toBeVisible()
  const queue = evidence.part(/^How long was the queue/)
  for (const words of [/satellite/i, /not verified/, /measured/])
    await expect(queue.getByText(words).first()).toBeVisible()
  for (const [reporter, length, when] of [
    ['Maxar', 'at least 16 km', '25 September 2022'],
    ['Babel', 'more than 20 km', '26 September 2022'],
    ['BBC News Russian', 'more than 25 km', 'undated'],
    ['CNN', '40 km', 'undated'],
  ] as const) {
    const answer = queue.getByRole('listitem').filter({ has: caseboard.page.getByText(reporter).first() })
    await expect(answer.filter({ hasText: length }), length).toContainText(when)
  }
  const left = evidence.part(/^How many people left/)
  await expect(left.getByText('261,000').first()).toBeVisible()
  // What we worked out ourselves is no record, and answers nothing here.
  await expect(left.getByText(/derived|217,000/)).toHaveCount(0)
  await evidence.pressIn(left, /^Passage.*220,000/)
  expect(caseboard.query('figure')).toBe('left-220000')
  await expect.poll(() => evidence.passageIsReached()).toBe(true)
  await caseboard.press(/^Close$/)
  expect(caseboard.query('figure')).toBeNull()
  await expect.poll(() => caseboard.focused()).toMatch(/^Passage.*220,000/)
  await evidence.pressIn(left, /220,000/)
  await expect(caseboard.marked).toBeVisible()
  await caseboard.page.keyboard.press('Escape')
  await expect(caseboard.page.getByRole('complementary')).toHaveCount(1)
})

test('answers are apart in the scale of what they measure, and one maker’s numbers of several days are a series', async ({
  caseboard,
}) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?page=differences')
  for (const [question, apart] of [
    [/^How strong was the first/, '0.5 magnitudes apart'],
    [/^How strong was the second/, '0.2 magnitudes apart'],
    [/^How long was the queue/, '25 km apart (63%)'],
  ] as const) {
    const heading = evidence.part(question).getByRole('heading')
    await expect(heading).toContainText(apart)
    // A logarithm has no percentages.
    if (apart.includes('magnitudes')) await expect(heading).not.toContainText('%')
  }
  const daily = evidence.part(/^How many entered Georgia each day.*Interior Ministry of Georgia$/)
  await expect(daily.getByRole('heading')).not.toContainText('apart')
  for (const when of ['until 20 September 2022', '25 September 2022', '27 September 2022'])
    await expect(daily.getByText(new RegExp(`· ${when}`)).first()).toBeVisible()
  const series = evidence.openPage.getByText(/a series, not a conflict$/)
  await expect(series).toBeVisible()
  // Those that disagree stand before it, the series after it.
  const at = async (part: { boundingBox(): Promise<{ y: number } | null> }) => (await part.boundingBox())?.y ?? 0
  expect(await at(series)).toBeLessThan(await at(daily))
  expect(await at(series)).toBeGreaterThan(await at(evidence.part(/^How strong was the first/)))
})

test('what differs in two wordings can be heard, and what nobody has compared yet is listed as that', async ({
  caseboard,
}) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?page=differences')
  const heard = await evidence.heard(evidence.part('Wordings that differ'))
  expect(heard).toMatch(/only here: .+ end;/)
  expect(heard).toMatch(/only there: .+ end;/)
  expect(heard).toContain('Vladimir Putin')
  expect(heard).toContain('“This further” where the report has “another”.')
  // Nobody has looked for these: that is not the same as looked for in vain.
  await expect(evidence.part(named.notFound)).toHaveCount(0)
  await evidence.pressIn(evidence.part(named.notCompared), /sense of urgency/)
  expect(caseboard.query('quotation')).toBe('hill-losing-momentum')
})

test('words that differ in their marks alone say so, and words that were looked for in vain say where', async ({
  ownCaseboard,
  ownServer,
}) => {
  const file = join(ownServer.data, 'cases', '2022-10-annexation', 'quotations.json')
  const source = 'cnn-report-2022-10-02'
  const quotations: { id: string; passage: { exact: string } }[] = JSON.parse(readFileSync(file, 'utf8'))
  const changed = quotations.map((quotation) => {
    const records = [
      { source, status: 'differs', words: quotation.passage.exact, note: 'Only part of it is marked there.' },
    ]
    if (quotation.id === 'hill-losing-momentum') return { ...quotation, records }
    return quotation.id === 'hill-gas-issue' ? { ...quotation, notFoundIn: [{ source }] } : quotation
  })
  writeFileSync(file, JSON.stringify(changed))
  await ownServer.seesFiles()
  const evidence = new EvidencePages(ownCaseboard)
  await ownCaseboard.openStill('/?page=differences')
  const differing = evidence.part(named.differingWordings)
  await expect(differing).toContainText('The words are the same; only the quotation marks or the punctuation differ')
  await expect(differing).toContainText('Only part of it is marked there.')
  await evidence.pressIn(evidence.part(named.notFound), /no turning back/)
  expect(ownCaseboard.query('quotation')).toBe('hill-gas-issue')
  const records = ownCaseboard.page.getByRole('region', { name: named.otherRecords })
  await expect(records).toContainText('that does not mean they were not said')
  await expect(records).toContainText('CNN')
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
  // The sentence that the copy garbles says so here too, before the wordings that other records have.
  await expect(claim.getByText(/garbled in the copy/).first()).toBeVisible()
  await expect(claim.getByText(/Kherson and Zaporizhzhia (are )?still to be settled/)).toBeVisible()
  await expect(evidence.part(/claimed by Russia since 2014/)).toBeVisible()
  await evidence.pressIn(claim, /^Passage.*143 states/)
  expect(caseboard.query('figure')).toBe('un-vote-for')
  await caseboard.page.goBack()
  await evidence.pressIn(claim, 'Kherson')
  await expect(caseboard.panel('Kherson').getByRole('region', { name: named.saidOfIt, exact: true })).toContainText(
    'Putin',
  )
})

test('from a speaker to places and back, and from an event’s row to its sentence', async ({ caseboard }) => {
  const evidence = new EvidencePages(caseboard)
  await caseboard.openStill('/?speaker=putin&page=events')
  await evidence.pressIn(caseboard.panel('Vladimir Putin').getByRole('region', { name: 'From where' }), 'Ukraine')
  await evidence.pressIn(
    caseboard.panel('Ukraine').getByRole('region', { name: named.saidOfIt, exact: true }),
    'Vladimir Putin',
  )
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
  await caseboard.openReady('/?map=3.4/52/-20&page=quotations')
  await caseboard.mouseAway()
  const quiet = await caseboard.restingPicture()
  await evidence.linesSwitch.click()
  expect(caseboard.query('lines')).toBe('voices')
  await expect(evidence.linesSwitch).toHaveAttribute('aria-pressed', 'true')
  // One speaker's at a time: who said most first, whose lines are not in this view, another by choice.
  await evidence.linesOf.selectOption({ label: 'Joe Biden (2 quotations)' })
  expect(caseboard.query('lines')).toBe('voices.biden')
  await caseboard.mouseAway()
  expect(Buffer.compare(await caseboard.restingPicture(), quiet)).not.toBe(0)
  // Halfway from Washington to Ukraine, on the great circle: open sea, no place is there.
  await caseboard.clickOnEarth({ lng: -22.027, lat: 59.3208 })
  await expect.poll(() => caseboard.page.url()).toMatch(/(place=washington|speaker=|quotation=)/)
})
