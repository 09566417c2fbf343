import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Caseboard } from './driver/caseboard'
import { Labels, type PlacedLabel, type PlacedLabels } from './driver/labels'
import { expect, test } from './driver/test'

/** Where the case has most to write, and where it has the edges of the map run through names. */
const centres: [number, number][] = [
  [33, 52],
  [35.5, 47.6],
  [50.5, 50.2],
  [24, 58.5],
]
const zooms = [2.6, 4.1, 5.6, 7.3]

/** Sixteen cameras on a desk, eight on each phone way, eight by night: forty. */
const views = [
  {
    size: { width: 1440, height: 900 },
    theme: 'light',
    cameras: centres.flatMap((at) => zooms.map((zoom) => ({ at, zoom }))),
  },
  {
    size: { width: 390, height: 844 },
    theme: 'light',
    cameras: centres.flatMap((at) => [2.6, 5].map((zoom) => ({ at, zoom }))),
  },
  {
    size: { width: 844, height: 390 },
    theme: 'dark',
    cameras: centres.flatMap((at) => [3.2, 5].map((zoom) => ({ at, zoom }))),
  },
  {
    size: { width: 1280, height: 720 },
    theme: 'dark',
    cameras: centres.flatMap((at) => [3.6, 6.4].map((zoom) => ({ at, zoom }))),
  },
] as const

/** Half a px is not seen. */
const SLACK_PX = 0.5

type Box = Omit<PlacedLabel, 'layer'>

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right - SLACK_PX &&
    b.left < a.right - SLACK_PX &&
    a.top < b.bottom - SLACK_PX &&
    b.top < a.bottom - SLACK_PX
  )
}

/** What is wrong with where the labels stand: two on each other, one that an edge cuts, one under a panel. */
function faultsOf({ width, height, labels, covers }: PlacedLabels): string[] {
  const seen = labels.filter(({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < width && top < height)
  const write = ({ layer, ...box }: PlacedLabel) => `${layer} ${Object.values(box).map(Math.round).join(' ')}`
  return seen.flatMap((label, index) => [
    ...seen
      .slice(index + 1)
      // The letters of a name along a line stand beside each other.
      .filter((other) => other.layer !== label.layer || label.right - label.left > 24)
      .filter((other) => overlap(label, other))
      .map((other) => `${write(label)} on ${write(other)}`),
    ...(label.left < 0 || label.top < 0 || label.right > width || label.bottom > height
      ? [`${write(label)} is cut`]
      : []),
    ...(covers.some((cover) => overlap(label, cover)) ? [`${write(label)} is covered`] : []),
  ])
}

async function measureAll(board: Caseboard, labels: Labels): Promise<{ faults: string[]; notes: number; all: number }> {
  const faults: string[] = []
  let [notes, all] = [0, 0]
  for (const { size, theme, cameras } of views) {
    await board.page.setViewportSize(size)
    await board.openReady(`/?theme=${theme}`)
    for (const { at, zoom } of cameras) {
      await labels.look(at, zoom)
      const placed = await labels.placed()
      notes += placed.labels.filter(({ layer }) => layer.startsWith('notes/')).length
      const where = `${size.width}×${size.height} ${zoom}/${at.join('/')}`
      faults.push(...faultsOf(placed).map((fault) => `${where}: ${fault}`))
      all += placed.labels.length
    }
  }
  return { faults, notes, all }
}

// Where labels stand does not depend on how finely they are drawn.
test.use({ deviceScaleFactor: 0.2 })

test('no label lies on another, is cut at an edge or stands under a panel, at forty cameras', async ({ caseboard }) => {
  test.setTimeout(300_000)
  const labels = new Labels(caseboard.page)
  await labels.catchMap()
  await caseboard.page.setViewportSize(views[0].size)
  await caseboard.openReady('/')
  // The middle of the largest country is far out of view.
  await expect.poll(() => labels.names()).toEqual(expect.arrayContaining(['Russia', 'Ukraine']))
  const { faults, notes, all } = await measureAll(caseboard, labels)
  expect(faults).toEqual([])
  expect(notes).toBeGreaterThan(40)
  expect(all).toBeGreaterThan(400)
})

const named = z.looseObject({ features: z.array(z.looseObject({ properties: z.looseObject({ name: z.string() }) })) })
const head = z.looseObject({
  notes: z.array(z.looseObject({ words: z.string().optional(), strong: z.string().optional() })),
})

/** A name as long as it may become in another language. */
const lengthen = (name: string) => `${name} und ${name}er Verwaltungsgebiet`.slice(0, 2 * name.length + 4)

/** Makes the names of a copy of the case twice as long. */
function lengthenNames(data: string): void {
  const folder = join(data, 'cases/2022-10-annexation')
  for (const file of readdirSync(join(folder, 'layers'))) {
    const path = join(folder, 'layers', file)
    const layer = named.parse(JSON.parse(readFileSync(path, 'utf8')))
    for (const { properties } of layer.features) properties.name = lengthen(properties.name)
    writeFileSync(path, JSON.stringify(layer))
  }
  const path = join(folder, 'case.json')
  const story = head.parse(JSON.parse(readFileSync(path, 'utf8')))
  for (const note of story.notes) if (note.strong !== undefined) note.strong = lengthen(note.strong)
  writeFileSync(path, JSON.stringify(story))
}

test('nor where every name is twice as long', async ({ page, ownServer }) => {
  test.setTimeout(300_000)
  lengthenNames(ownServer.data)
  await ownServer.stop()
  await ownServer.start()
  const labels = new Labels(page)
  await labels.catchMap()
  const { faults, notes } = await measureAll(new Caseboard(page, ownServer.origin), labels)
  expect(faults).toEqual([])
  expect(notes).toBeGreaterThan(20)
})
