import { expectAccessible } from './driver/axe'
import { downloadPicture, offeredSnippet, openHost, printPage, readPicture } from './driver/picture'
import { expect, test } from './driver/test'

const caseId = '2022-10-annexation'
const whole = [0.03, 0.25, 0.97, 0.75] as const
const notes = [0.02, 0.9, 0.98, 1] as const
const title = [0.02, 0.02, 0.5, 0.1] as const

test('the view is taken away as a picture, at 1× and 4×, and as a snippet', async ({ caseboard, context, server }) => {
  await caseboard.openReady('/?t=2022-09-21/2022-10-02')
  await caseboard.press('Take away')
  const reader = await context.newPage()
  for (const [density, size] of [
    [1, '1600×1000'],
    [4, '6400×4000'],
  ] as const) {
    const { name, png } = await downloadPicture(caseboard, density)
    expect(name).toMatch(/^2022-10-annexation-\d{4}-\d\d-\d\d(@4x)?\.png$/)
    const picture = await readPicture(reader, png, [whole, notes, title])
    expect(picture.size).toBe(size)
    // A blank map has one colour, an empty foot or head the paper's and perhaps the rule's.
    const [map = 0, foot = 0, head = 0] = picture.colours
    expect(map).toBeGreaterThan(200)
    expect(foot).toBeGreaterThan(10)
    expect(head).toBeGreaterThan(10)
  }
  const snippet = await offeredSnippet(caseboard)
  expect(snippet).toContain(`src="${server.origin}/embed/${caseId}?t=2022-09-21/2022-10-02`)
  expect(snippet).toContain('map=')
})

test('without WebGL the picture has the still map', async ({ caseboard, context }) => {
  await caseboard.page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      return given[0] === '2d' ? Reflect.apply(original, this, given) : null
    } as typeof original
  })
  await caseboard.open()
  await caseboard.mapIs('unsupported')
  await caseboard.press('Take away')
  const { png } = await downloadPicture(caseboard, 1)
  const { colours } = await readPicture(await context.newPage(), png, [whole])
  expect(colours[0]).toBeGreaterThan(50)
  await expect(caseboard.page.getByText('its map is the still one')).toBeVisible()
})

test('on paper: both sizes, map and evidence, and less of it where the view filters', async ({ caseboard, page }) => {
  await caseboard.open(`/print/${caseId}?paper=letter`)
  const letter = await printPage(caseboard)
  expect(letter.size).toEqual([612, 792])
  await caseboard.open(`/print/${caseId}?paper=a4`)
  const a4 = await printPage(caseboard)
  expect(a4.size).toEqual([595, 842])
  expect(a4.pages.length).toBeGreaterThan(2)
  const text = a4.pages.join(' ')
  expect(a4.pages[0]).toContain('Annexation, exodus, sabotage')
  expect(a4.pages[0]).toContain('no endorsement implied')
  for (const words of ['catastrophic consequences', 'Fiona Hill', '220,000', 'In Reuters', 'https://'])
    expect(text).toContain(words)
  expect(text).not.toContain('save as PDF')
  await expectAccessible(page)

  await caseboard.open(`/print/${caseId}?paper=a4&wording=not-corroborated`)
  const filtered = await printPage(caseboard)
  expect(filtered.pages.length).toBeLessThan(a4.pages.length)
  expect(filtered.pages[0]).toContain('not corroborated')
})

test('the still map leaves out what the window of time and the filter hide', async ({ server }) => {
  const still = (query: string) =>
    fetch(`${server.origin}/api/cases/${caseId}/map.svg?${query}`).then((answer) => answer.text())
  const [all, early, small] = await Promise.all([still(''), still('t=2014-01-01/2014-12-31'), still('size=300x300')])
  expect(early.length).toBeLessThan(all.length)
  expect(small).toContain('viewBox="0 0 300 300"')
})

test('only the embedded map may be framed', async ({ server, page }) => {
  for (const [address, framable] of [
    [`/embed/${caseId}`, true],
    [`/cases/${caseId}`, false],
    [`/embed/${caseId}/more`, false],
    [`/print/${caseId}`, false],
    ['/embed', false],
  ] as const) {
    const { headers } = await fetch(server.origin + address)
    expect(headers.get('content-security-policy'), address).toContain(`frame-ancestors ${framable ? '*' : "'none'"}`)
    expect(headers.get('x-frame-options'), address).toBe(framable ? null : 'DENY')
  }
  const host = await openHost(page, `<iframe src="${server.origin}/cases/${caseId}"></iframe>`)
  await expect(host.frame.getByRole('heading', { level: 1 })).toHaveCount(0)
  host.close()
})

test('embedded in another page it works by pointer and keyboard, and lets the keyboard out', async ({
  server,
  page,
}) => {
  const address = `${server.origin}/embed/${caseId}?place=UA-65`
  const { frame, close } = await openHost(
    page,
    `<iframe src="${address}" title="Map" width="800" height="560"></iframe>`,
  )
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Annexation, exodus, sabotage')
  await expect(frame.getByText('no endorsement implied')).toBeVisible()
  await expect(frame.getByRole('region', { name: 'Map', exact: true })).toHaveAttribute('data-state', 'ready', {
    timeout: 45_000,
  })
  const card = frame.getByRole('region', { name: 'In focus' })
  await expect(card).toContainText('Kherson')
  const link = card.getByRole('link', { name: /full case/ })
  await expect(link).toHaveAttribute('href', `/cases/${caseId}?place=UA-65`)
  await expect(link).toHaveAttribute('rel', 'noopener')
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toHaveCount(0)

  await page.getByRole('button', { name: 'Before' }).focus()
  const after = page.getByRole('button', { name: 'After' })
  let steps = 0
  while (steps < 30 && !(await after.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press('Tab')
    steps += 1
  }
  expect(steps).toBeGreaterThan(2)
  expect(steps).toBeLessThan(30)
  await expectAccessible(page, { within: 'iframe' })
  close()
})
