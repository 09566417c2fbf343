import { themes } from '@/lib/map/theme'
import { expectAccessible } from './driver/axe'
import { onFile } from './driver/case-counts'
import {
  downloadPicture,
  offeredSnippet,
  openHost,
  placesByKeyboard,
  pngSize,
  printPage,
  readPicture,
  stillIn,
} from './driver/picture'
import { expect, test } from './driver/test'
import { named } from './driver/words'

const caseId = '2022-10-annexation'
const { ink, quietInk, rule, hues } = themes.light
/** Those that the case's layers name. */
const layers = Object.fromEntries(
  (['vermilion', 'ochre', 'azure', 'plum', 'slate'] as const).map((hue) => [hue, hues[hue].mark]),
)
const colours = { ink, rule, more: [quietInk, ...Object.values(layers)] }

test('the view is taken away as a picture at 1×, 2× and 4×, composed whole and drawn as finely', async ({
  caseboard,
  context,
}) => {
  await caseboard.openReady('/?t=2022-09-21/2022-10-02')
  await caseboard.press(named.shareTool)
  const reader = await context.newPage()
  const edges: number[] = []
  const insets = caseboard.page.waitForRequest(/map\.svg.*insets=only/)
  for (const [density, size] of [
    [1, '1600×1000'],
    [2, '3200×2000'],
  ] as const) {
    const { name, png } = await downloadPicture(caseboard, density)
    expect(name).toMatch(/^2022-10-annexation-\d{4}-\d\d-\d\d(@2x)?\.png$/)
    const picture = await readPicture(reader, png, colours)
    expect(picture.size).toBe(size)
    expect(picture.mapColours).toBeGreaterThan(200)
    expect(picture.title[ink]).toBeGreaterThan(500)
    for (const [layer, colour] of Object.entries(layers)) expect(picture.legend[colour], layer).toBeGreaterThan(20)
    expect(picture.legend[ink]).toBeGreaterThan(200)
    expect(picture.scaleBar).toBeGreaterThan(0.03)
    expect(picture.scale[quietInk]).toBeGreaterThan(5)
    expect(picture.notes[quietInk]).toBeGreaterThan(300)
    edges.push(picture.mapEdges)
  }
  // The case's insets are laid over the map.
  await insets
  // What is drawn twice as finely has edges as sharp, and twice as long; what is stretched has none.
  expect(edges[1]).toBeGreaterThan(edges[0] ?? 0)
  // The finest has sixteen times the pixels of the first: only its head is read, and that the page calls it fine.
  expect(pngSize((await downloadPicture(caseboard, 4)).png)).toBe('6400×4000')
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
  await caseboard.press(named.shareTool)
  const { png } = await downloadPicture(caseboard, 1, 'is ready. Without WebGL, it shows the still map.')
  const { mapColours } = await readPicture(await context.newPage(), png, colours)
  expect(mapColours).toBeGreaterThan(50)
})

test('on paper: both sizes, map and evidence, and less of it where the view filters', async ({ caseboard, page }) => {
  await caseboard.open(`/print/${caseId}?paper=letter`)
  const letter = await printPage(caseboard)
  expect(letter.size).toEqual([612, 792])
  await caseboard.open(`/print/${caseId}?paper=a4`)
  const a4 = await printPage(caseboard)
  expect(a4.size).toEqual([595, 842])
  expect(a4.pages.length).toBeGreaterThan(2)
  // The map's page is one page: what it says of itself ends on it.
  for (const { pages } of [letter, a4]) expect(pages[0]).toContain('Printed from')
  const text = a4.pages.join(' ')
  expect(a4.pages[0]).toContain('Annexation, exodus, sabotage')
  expect(a4.pages[0]).toContain('no endorsement implied')
  for (const words of ['catastrophic consequences', 'Fiona Hill', '220,000', 'Reuters, translation', 'https://'])
    expect(text).toContain(words)
  expect(text).not.toContain('save as PDF')
  await expectAccessible(page)

  expect(a4.pages[0]).toContain(
    `${onFile.quotations} quotations, ${onFile.statements} other statements, ${onFile.figures} figures`,
  )
  expect(a4.pages[0]).toMatch(/\d km at \d+°/)
  expect(a4.pages[0]).not.toContain('Not a claim about borders')

  const drawn = 'lines=voices&measure=0,45;10,45&over=UA-65@-8,39.5,20&map=3.5/48/15'
  await caseboard.open(`/print/${caseId}?paper=a4&wording=differs,not-corroborated&${drawn}`)
  const filtered = await printPage(caseboard)
  expect(filtered.pages.length).toBeLessThan(a4.pages.length)
  for (const words of [
    'wording differs',
    'looked for, not found',
    'not yet compared',
    'Kherson, moved, at true size',
    'Measured line',
    'From where words were said',
  ])
    expect(filtered.pages[0]).toContain(words)
  expect(filtered.pages[0]).toContain('The shape of Kherson at true size, moved. Not a claim about borders here.')
  await expect(page.getByRole('link', { name: 'Back to the map' })).toHaveAttribute(
    'href',
    // What the link says in older words is written in today’s.
    `/cases/${caseId}?wording=differs,not-found,not-compared&${drawn}`,
  )
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

test('the offered snippet shows the same view in another page, by pointer and keyboard, and lets the keyboard out', async ({
  caseboard,
  context,
  server,
}) => {
  const view = 't=2022-09-30/2022-10-02&side=russia&layers=annexed-oblasts,reactions&over=UA-65@-8,39.5,20'
  await caseboard.openStill(`/?place=UA-65&${view}&map=4/48/20&theme=dark`)
  await caseboard.press(named.shareTool)
  const snippet = await offeredSnippet(caseboard)
  expect(snippet).toContain(`src="${server.origin}/embed/${caseId}?place=UA-65&amp;${view.replaceAll('&', '&amp;')}`)
  expect(snippet).toMatch(/&amp;map=[\d./-]+&amp;theme=dark&amp;v=[\d.-]+"/)

  const page = await context.newPage()
  const { frame, close } = await openHost(page, snippet)
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Annexation, exodus, sabotage')
  await expect(frame.getByText('no endorsement implied')).toBeVisible()
  await expect(frame.getByText('Not a claim about borders here')).toBeVisible()
  await expect(frame.getByRole('main')).toHaveCSS('background-color', 'rgb(23, 27, 31)')
  await expect(frame.getByRole('region', { name: 'Map', exact: true })).toHaveAttribute('data-state', 'ready', {
    timeout: 45_000,
  })
  const card = frame.getByRole('region', { name: 'In focus' })
  await expect(card).toContainText('Kherson')
  const link = card.getByRole('link', { name: /full case/ })
  await link.focus()
  await expect(link).toHaveAttribute(
    'href',
    new RegExp(`^/cases/${caseId}\\?place=UA-65&.*over=.*&map=[^&]+&theme=dark&v=[\\d.-]+$`),
  )
  await expect(link).toHaveAttribute('rel', 'noopener')
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toHaveCount(0)
  expect(await placesByKeyboard(frame)).toEqual(['Luhansk', 'Donetsk', 'Zaporizhzhia', 'Kherson', 'Moscow'])

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

for (const [sandbox, words] of [
  ['allow-scripts', /This browser cannot draw the live map here/],
  ['', /Scripts are off here/],
] as const) {
  test(`in another page’s frame with sandbox="${sandbox}" there is the still map, and a sentence`, async ({
    page,
    server,
  }) => {
    const address = `${server.origin}/embed/${caseId}`
    const drawn = page.waitForResponse((response) => /map\.(svg|webp)/.test(response.url()) && response.ok())
    const host = await openHost(
      page,
      `<iframe sandbox="${sandbox}" src="${address}" width="900" height="600"></iframe>`,
    )
    await drawn
    await expect(host.frame.getByText(words)).toBeVisible()
    await expect(stillIn(host.frame)).toBeVisible()
    host.close()
  })
}
