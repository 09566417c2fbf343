import { distance } from '@turf/turf'
import { z } from 'zod'
import { Labels } from './driver/labels'
import { expect, test } from './driver/test'

const drawnSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.array(z.unknown()) }),
      properties: z.looseObject({ place: z.string(), part: z.string() }),
    }),
  ),
})

type Drawn = z.infer<typeof drawnSchema>['features'][number]

/** Where a drawn line begins and ends, `[lng, lat]`. */
function ends(line: Drawn | undefined): { start: number[]; end: number[] } {
  const position = z.array(z.number())
  const { coordinates = [] } = line?.geometry ?? {}
  return { start: position.parse(coordinates[0]), end: position.parse(coordinates.at(-1)) }
}

/** Every kind of feature, in as few views as show them all apart: a view drawn in software takes seconds to open. */
const views = [
  {
    map: '7/49.05/31.3',
    features: [{ what: 'a named country', at: { lng: 31.3, lat: 49.05 }, name: 'Ukraine', address: 'ukraine' }],
  },
  {
    map: '5/51.2/10.2',
    features: [{ what: 'Germany, by its name', at: { lng: 10.2, lat: 51.1 }, name: 'Germany', address: 'germany' }],
  },
  {
    map: '5/56/9.1',
    features: [{ what: 'Denmark, by its name', at: { lng: 9.2, lat: 56 }, name: 'Denmark', address: 'denmark' }],
  },
  {
    map: '5/61.6/9.6',
    features: [{ what: 'Norway, by its name', at: { lng: 9, lat: 61.5 }, name: 'Norway', address: 'norway' }],
  },
  {
    map: '5.4/57.2/17',
    features: [{ what: 'a reaction', at: { lng: 17.6389, lat: 59.8586 }, name: 'Uppsala', address: 'uppsala' }],
  },
  {
    map: '7/54.9/15.4',
    features: [{ what: 'a shock', at: { lng: 15.41, lat: 54.87667 }, name: 'First shock', address: 'shock-first' }],
  },
  {
    map: '7/46.9/33.5',
    features: [{ what: 'an annexed oblast', at: { lng: 33.5, lat: 46.9 }, name: 'Kherson', address: 'UA-65' }],
  },
  {
    map: '9.5/57.9/19.8',
    features: [{ what: 'a pipeline', at: { lng: 19.746, lat: 57.9 }, name: 'Nord Stream 1', address: 'nord-stream-1' }],
  },
  {
    map: '9/59.3747/28.2031',
    features: [{ what: 'a crossing', at: { lng: 28.2031, lat: 59.3747 }, name: 'Ivangorod / Narva', address: 'narva' }],
  },
  {
    map: '10/43.012/44.675',
    features: [
      {
        what: 'the longest queue, where no other reaches',
        at: { lng: 44.675, lat: 43.012 },
        name: 'Queue to Georgia, 40 km, undated',
        address: 'lars-queue-road',
      },
    ],
  },
]

test('a click on any kind of feature opens its panel', async ({ caseboard }) => {
  test.setTimeout(150_000)
  for (const { map, features } of views) {
    await caseboard.openReady(`/?map=${map}`)
    for (const { what, at, name, address } of features)
      await test.step(what, async () => {
        // What was chosen before may have moved the map.
        await caseboard.restingPicture()
        await caseboard.clickOnEarth(at)
        await expect(caseboard.panel(name)).toBeVisible()
        expect(caseboard.query('place')).toBe(address)
      })
  }
})

/** The features of a layer as the map gets them. */
async function drawnLayer(origin: string, layer: string): Promise<Drawn[]> {
  const answer = await fetch(`${origin}/api/cases/2022-10-annexation/layers/${layer}`)
  return drawnSchema.parse(await answer.json()).features
}

test('a click on an arc of arrivals opens its panel', async ({ caseboard, server }) => {
  const pieces = (await drawnLayer(server.origin, 'arrivals')).filter(
    ({ properties: { place, part } }) => place === 'arrivals-georgia' && part === 'arc',
  )
  const [lng = 0, lat = 0] = ends(pieces[Math.floor(pieces.length * 0.7)]).start
  await caseboard.openReady(`/?map=6/${lat.toFixed(4)}/${lng.toFixed(4)}`)
  await caseboard.clickOnEarth({ lng, lat })
  await expect(caseboard.panel('Into Georgia')).toBeVisible()
})

test('arrivals stand at the border where they were counted, with number, days and maker', async ({ server }) => {
  const drawn = await drawnLayer(server.origin, 'arrivals')
  const moscow = [37.6156, 55.7522]
  for (const [id, caption, detail] of [
    ['arrivals-eu', 'nearly 66,000 people', '19–25 Sept 2022 · Frontex'],
    ['arrivals-georgia', 'more than 53,000 people', '21–27 Sept 2022 · Interior Ministry of Georgia'],
    ['arrivals-kazakhstan', 'about 98,000 people', '21–27 Sept 2022 · Interior Ministry of Kazakhstan'],
  ] as const) {
    const own = drawn.filter(({ properties }) => properties.place === id)
    const label = own.find(({ properties }) => properties.part === 'label')?.properties
    expect(label).toMatchObject({ caption })
    // A range of days has thin spaces around its dash.
    expect(String(label?.detail).replaceAll('\u2009', '')).toBe(detail)
    const arcs = own.filter(({ properties }) => properties.part === 'arc')
    // Nobody knows where they set out: no arc begins in Moscow, nor is any longer than the step over a border.
    for (const { start, end } of arcs.map(ends)) {
      expect(distance(start, moscow)).toBeGreaterThan(400)
      expect(distance(start, end)).toBeLessThan(500)
    }
    const [first, last] = [ends(arcs[0]).start, ends(arcs.at(-1)).end]
    expect(distance(first, last)).toBeLessThan(500)
  }
})

test('the queue is drawn at each of its lengths, and each ends where its report says', async ({ caseboard }) => {
  const lengths = [
    'Queue to Verkhny Lars, 25 September',
    'Queue to Verkhny Lars, 26 September',
    'Queue to Verkhny Lars, more than 25 km, undated',
    'Queue to Georgia, 40 km, undated',
  ]
  await caseboard.openReady('/?map=10.3/42.89/44.645')
  const chooser = caseboard.page.getByRole('region', { name: 'Also here' })
  for (const [km, at, there] of [
    [9, { lng: 44.637, lat: 42.829 }, lengths],
    [18, { lng: 44.644, lat: 42.908 }, lengths.slice(1)],
    [24, { lng: 44.657, lat: 42.96 }, lengths.slice(2)],
  ] as const)
    await test.step(`${km} km before the border`, async () => {
      await caseboard.clickOnEarth(at)
      for (const name of lengths)
        await expect(chooser.getByRole('button', { name: new RegExp(`^${name}`) })).toHaveCount(
          there.includes(name) ? 1 : 0,
        )
      await caseboard.page.keyboard.press('Escape')
      await caseboard.page.keyboard.press('Escape')
    })
})

/** [west, south, east, north] of what a layer draws of a place. */
async function boundsOf(origin: string, layer: string, place: string): Promise<[number, number, number, number]> {
  const own = (await drawnLayer(origin, layer)).filter(
    ({ properties }) => properties.place === place && properties.part !== 'label',
  )
  const flat = own.flatMap(({ geometry }) => geometry.coordinates.flat(3)).map(Number)
  const [lngs, lats] = [flat.filter((_, index) => index % 2 === 0), flat.filter((_, index) => index % 2 === 1)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

test('what is hovered and selected is outlined where it lies, and the map itself is not drawn anew', async ({
  caseboard,
  server,
}) => {
  const [west, south, east, north] = await boundsOf(server.origin, 'annexed-oblasts', 'UA-65')
  const expectOutline = async () => {
    const { left, top, right, bottom } = await caseboard.frameOf(caseboard.highlight('path').last())
    const upperLeft = await caseboard.pixelOf({ lng: west, lat: north })
    const lowerRight = await caseboard.pixelOf({ lng: east, lat: south })
    for (const [drawn, expected] of [
      [left, upperLeft.x],
      [top, upperLeft.y],
      [right, lowerRight.x],
      [bottom, lowerRight.y],
    ] as const)
      expect(Math.abs(drawn - expected)).toBeLessThan(1.5)
  }
  await caseboard.countDraws()
  await caseboard.openReady('/?map=6/47/34')
  await caseboard.mouseAway()
  await caseboard.restingPicture()
  await expect(caseboard.highlight('path')).toHaveCount(0)
  const before = await caseboard.draws()
  expect(before).toBeGreaterThan(0)

  const { x, y } = await caseboard.pixelOf({ lng: 33.5, lat: 46.9 })
  await caseboard.page.mouse.move(x, y)
  await expect(caseboard.highlight('path')).not.toHaveCount(0)
  const hovered = await caseboard.highlight('path').last().getAttribute('stroke-width')
  await expectOutline()
  // By its key: with every release of the mouse the map draws itself once of its own accord, whatever was clicked.
  await caseboard.page.getByRole('application').focus()
  await caseboard.page.keyboard.press('Enter')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await expect(caseboard.highlight('path').last()).not.toHaveAttribute('stroke-width', hovered ?? '')
  await expectOutline()
  await caseboard.mouseAway()
  await caseboard.page.keyboard.press('Escape')
  await expect(caseboard.highlight('path')).toHaveCount(0)
  await caseboard.drawn()
  expect(await caseboard.draws()).toBe(before)
})

test('an outline and its filling leave out the names that they would strike through', async ({ caseboard, server }) => {
  const drawn = await drawnLayer(server.origin, 'annexed-oblasts')
  const label = drawn.find(({ properties }) => properties.place === 'UA-65' && properties.part === 'label')
  const [lng = 0, lat = 0] = (label?.geometry.coordinates ?? []).map(Number)
  const isLeftOut = async () => {
    const { x, y } = await caseboard.pixelOf({ lng, lat })
    return (await caseboard.namesLeftOut()).some(
      (box) => x > box.left && x < box.right && y > box.top && y < box.bottom,
    )
  }
  await caseboard.openReady('/?place=UA-65&map=6.6/46.6/33.4')
  await caseboard.restingPicture()
  await expect.poll(isLeftOut).toBe(true)
  await caseboard.dragMap(-40, -30)
  await caseboard.restingPicture()
  await expect.poll(isLeftOut).toBe(true)
})

test('a highlight follows the map, and goes with its layer', async ({ caseboard }) => {
  const narva = { lng: 28.2031, lat: 59.3747 }
  const expectRing = async () => {
    const { left, right, top, bottom } = await caseboard.frameOf(caseboard.highlight('circle').last())
    const { x, y } = await caseboard.pixelOf(narva)
    expect(Math.abs((left + right) / 2 - x)).toBeLessThan(1.5)
    expect(Math.abs((top + bottom) / 2 - y)).toBeLessThan(1.5)
  }
  await caseboard.openReady('/?place=narva&map=8/59.3/28')
  await expect(caseboard.highlight('circle')).not.toHaveCount(0)
  await expectRing()
  await caseboard.dragMap(-60, 40)
  await caseboard.restingPicture()
  await expectRing()
  await caseboard.press('Zoom in')
  await expect.poll(() => caseboard.camera().zoom).toBeCloseTo(9, 1)
  await caseboard.restingPicture()
  await expectRing()
  await caseboard.layerSwitch('Border crossings').click()
  await expect(caseboard.highlight('circle')).toHaveCount(0)
})

test('what lies under the topmost mark is one click away', async ({ caseboard }) => {
  const leak = { lng: 15.41, lat: 54.87667 }
  await caseboard.openReady(`/?map=8/${leak.lat}/${leak.lng}`)
  await caseboard.clickOnEarth(leak)
  const chooser = caseboard.page.getByRole('region', { name: 'Also here' })
  await chooser.getByRole('button', { name: /Nord Stream 2, string A, south/ }).click()
  await expect(caseboard.panel('Nord Stream 2, string A, south')).toBeVisible()
})

test('Escape and a click on nothing clear', async ({ caseboard }) => {
  await caseboard.openReady('/?place=UA-65&map=6/47/34')
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await caseboard.page.keyboard.press('Escape')
  await expect(caseboard.panel('Kherson')).toHaveCount(0)
  await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
  await expect(caseboard.panel('Kherson')).toBeVisible()
  await caseboard.clickOnEarth({ lng: 32.6, lat: 48.4 })
  await expect(caseboard.panel('Kherson')).toHaveCount(0)
  // Closed before the map has moved to it: the address must say where the map is all the same.
  await caseboard.page.keyboard.press('n')
  await caseboard.page.keyboard.press('Enter')
  await caseboard.page.keyboard.press('Escape')
  await caseboard.settled()
})

test('a layer’s switch takes it off the map and into the address', async ({ caseboard }) => {
  await caseboard.openReady('/?map=7/46.9/33.5')
  await caseboard.layerSwitch('Claimed territory').click()
  await expect(caseboard.layerSwitch('Claimed territory')).not.toBeChecked()
  expect(caseboard.query('layers')).not.toContain('annexed-oblasts')
  await caseboard.drawn()
  await caseboard.clickOnEarth({ lng: 33.5, lat: 46.9 })
  await expect(caseboard.panel('Kherson')).toHaveCount(0)
  await caseboard.layerSwitch('Claimed territory').click()
  expect(caseboard.query('layers')).toBeNull()
})

test('the system’s choice of theme is followed until the reader makes one', async ({ caseboard }) => {
  await caseboard.page.emulateMedia({ colorScheme: 'dark' })
  await caseboard.openReady()
  expect(await caseboard.colourScheme()).toBe('dark')
  await caseboard.press('Paper')
  expect(await caseboard.colourScheme()).toBe('light')
  expect(caseboard.query('theme')).toBe('light')
})

test('the map is gone through by keyboard alone', async ({ caseboard }) => {
  await caseboard.openReady('/?map=5/48/34')
  await caseboard.page.getByRole('application').focus()
  await caseboard.page.keyboard.press('n')
  await expect(caseboard.page.getByText(/Luhansk\. Enter opens it/)).toBeAttached()
  await caseboard.page.keyboard.press('n')
  await caseboard.page.keyboard.press('Enter')
  await expect(caseboard.panel('Donetsk')).toBeVisible()
})

test('the scale is in kilometres and the boundary note stands on the map', async ({ caseboard }) => {
  await caseboard.openReady()
  await expect(caseboard.map.getByText(/^\d+\skm$/).first()).toBeVisible()
  await expect(caseboard.page.getByText(/do not imply endorsement/)).toBeVisible()
  await expect(
    caseboard.page
      .getByText(/OpenStreetMap contributors/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
})

test('reduced motion is honoured: the map is there at once', async ({ caseboard }) => {
  await caseboard.openReady('/?map=5/50/30')
  await caseboard.press('Zoom in')
  await expect.poll(() => caseboard.query('map'), { intervals: [50], timeout: 1500 }).toMatch(/^6\//)
})

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('what is chosen is framed between the column and what lies on the map', async ({ caseboard }) => {
    await caseboard.openReady()
    await caseboard.openTab('Places')
    await caseboard.press(/^Zaporizhzhia/)
    await expect(caseboard.panel('Zaporizhzhia')).toBeVisible()
    await expect.poll(() => caseboard.query('map'), { timeout: 10_000 }).not.toBeNull()
    const map = await caseboard.map.boundingBox()
    const controls = await caseboard.page.getByRole('region', { name: 'Map controls' }).boundingBox()
    for (const corner of [
      { lng: 34.2, lat: 47.4 },
      { lng: 37.2, lat: 47.4 },
    ]) {
      const { x } = await caseboard.pixelOf(corner)
      expect(x).toBeGreaterThan(map?.x ?? 0)
      expect(x).toBeLessThan(controls?.x ?? 0)
    }
  })

  test('every movement has a button, and so has north', async ({ caseboard }) => {
    await caseboard.openReady('/?map=5/50/30')
    await caseboard.press('Zoom in')
    await expect.poll(() => caseboard.camera().zoom).toBeCloseTo(6, 1)
    await caseboard.press('Move the map')
    await caseboard.press('Pan east')
    await expect.poll(() => caseboard.camera().lng).toBeGreaterThan(30.5)
    await caseboard.press('Pan north')
    await expect.poll(() => caseboard.camera().lat).toBeGreaterThan(50.5)
    await caseboard.press('Zoom out')
    await expect.poll(() => caseboard.camera().zoom).toBeCloseTo(5, 1)
    await caseboard.mouseAway()
    await caseboard.drawn()
    const before = await caseboard.map.screenshot()
    await caseboard.page.getByRole('application').focus()
    await caseboard.page.keyboard.press('Shift+ArrowRight')
    await expect.poll(async () => Buffer.compare(await caseboard.map.screenshot(), before)).not.toBe(0)
    await caseboard.press('North up')
    await caseboard.page.getByRole('application').focus()
    await expect.poll(() => caseboard.bearing(), { timeout: 10_000 }).toBe(0)
  })

  test('a moved map is where its link says, after a choice and Back too', async ({ caseboard }) => {
    await caseboard.openReady('/?map=6/47/35')
    await caseboard.press('Move the map')
    await caseboard.press('Pan east')
    await expect.poll(() => caseboard.camera().lng).toBeGreaterThan(35.5)
    const { lng } = caseboard.camera()
    await caseboard.openTab('Places')
    await caseboard.press(/^Ivangorod/)
    await expect.poll(() => caseboard.query('map'), { timeout: 10_000 }).not.toBeNull()
    expect(caseboard.camera().lat).toBeGreaterThan(55)
    await caseboard.page.goBack()
    await expect.poll(() => caseboard.camera().lng).toBeCloseTo(lng, 2)
    await caseboard.press(/^Ivangorod/)
    await expect
      .poll(() => caseboard.query('map') !== null && caseboard.camera().lat, { timeout: 10_000 })
      .toBeGreaterThan(55)
  })
})

test('the map has land, borders and names on another continent, and across the antimeridian', async ({
  page,
  caseboard,
}) => {
  const labels = new Labels(page)
  await labels.catchMap()
  await caseboard.openReady('/?map=4.6/31/-99')
  await labels.look([-99, 31], 4.6)
  const texas = await labels.drawn()
  expect(texas['basemap-sea']).toBeGreaterThan(0)
  expect(texas['basemap-borders-recognised']).toBeGreaterThan(0)
  expect(texas['basemap-admin1-lines-others']).toBeGreaterThan(0)
  expect(await labels.names()).toEqual(expect.arrayContaining(['Houston', 'Mexico', 'Gulf of Mexico']))
  await labels.look([179.9, -17.5], 6)
  expect(await labels.names()).toEqual(expect.arrayContaining(['Suva']))
})
