import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import { cameraToBounds, sceneFrame } from '@/lib/geo/camera-to-bounds'
import { edtfSchema } from '@/lib/schema/edtf-date'
import { type Scene, sceneSchema } from '@/lib/schema/scene'
import { readDraft, settleDraft } from '@/lib/wall/read-draft'
import { toSceneCamera } from '@/lib/wall/scene-view'
import {
  addScene,
  changeScene,
  isPlainDate,
  moveScene,
  newSceneId,
  removeScene,
  sceneFaults,
  writeScenes,
} from '@/lib/wall/tour-draft'
import { part, validFiles, validRecords } from './read-fixture'

const { scenes: tour } = validRecords()
const seen = { title: 'The harbour', camera: { center: [11, 56] as [number, number], zoom: 6 }, layers: ['arrivals'] }
const ids = (scenes: readonly Scene[]) => scenes.map(({ id }) => id)

describe('changing a tour', () => {
  it('adds what is seen as the last scene, with an id of its own', () => {
    const twice = addScene(addScene(tour, seen), seen)
    expect(ids(twice)).toEqual(['start', 'shock', 'the-harbour', 'the-harbour-2'])
    expect(twice.at(-1)).toMatchObject({ camera: seen.camera, layers: seen.layers, words: '' })
  })

  it('gives any title an id that the schema takes', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 3 }), (title, taken) => {
        let scenes: Scene[] = []
        for (let index = 0; index <= taken; index++) scenes = addScene(scenes, { ...seen, title })
        for (const { id } of scenes) expect(sceneSchema.shape.id.safeParse(id).success).toBe(true)
        expect(new Set(ids(scenes)).size).toBe(taken + 1)
      }),
    )
    expect(newSceneId('Кордон', [])).toBe('scene')
  })

  it.each([
    ['Two  words — and marks!', 'two-words-and-marks'],
    ['“Quoted”', 'quoted'],
    ['Café', 'cafe'],
    ['x'.repeat(80), 'x'.repeat(56)],
    [`${'x'.repeat(55)} cut at a space`, 'x'.repeat(55)],
  ])('calls “%s” %s', (title, id) => {
    expect(newSceneId(title, [])).toBe(id)
  })

  it('moves a scene up and down, and not past the ends', () => {
    expect(ids(moveScene(tour, 'start', 1))).toEqual(['shock', 'start'])
    expect(ids(moveScene(tour, 'start', -1))).toEqual(['start', 'shock'])
    expect(ids(moveScene(tour, 'shock', 1))).toEqual(['start', 'shock'])
    const three = addScene(tour, seen)
    expect(ids(moveScene(three, 'the-harbour', -1))).toEqual(['start', 'the-harbour', 'shock'])
    expect(ids(moveScene(three, 'shock', -1))).toEqual(['shock', 'start', 'the-harbour'])
    expect(ids(moveScene(three, 'start', -1))).toEqual(ids(three))
    expect(ids(moveScene(three, 'gone', 1))).toEqual(ids(three))
  })

  it('removes the one that is meant', () => {
    expect(ids(removeScene(tour, 'start'))).toEqual(['shock'])
    expect(ids(removeScene(tour, 'gone'))).toEqual(['start', 'shock'])
  })

  it('changes only the scene that is meant', () => {
    const [first, second] = changeScene(tour, 'shock', { title: 'Shaken' })
    expect([first?.title, second?.title]).toEqual(['The ferry', 'Shaken'])
  })
})

describe('what keeps a scene out', () => {
  const words = { title: 'T', words: 'W', dwellSeconds: 15 }
  it.each<[string, Partial<Scene>, string[]]>([
    ['nothing', {}, []],
    ['no title', { title: '  ' }, ['title']],
    ['no words', { words: '' }, ['words']],
    ['no date at all is none', { when: '' }, []],
    ['a date that is none', { when: 'Monday' }, ['when']],
    ['a date of the case, however written', { when: '2022-09-26T02:03:24+02:00' }, []],
    ['a stay too short', { dwellSeconds: 2 }, ['dwellSeconds']],
    ['a stay that is no number', { dwellSeconds: Number.NaN }, ['dwellSeconds']],
    ['spaces around a date', { when: ' 2030-03 ' }, []],
    ['spaces around a date of the case', { when: ' 2022-09-26T02:03:24+02:00 ' }, []],
    ['spaces for a date', { when: '  ' }, []],
    ['the shortest stay', { dwellSeconds: 3 }, []],
    ['the longest stay', { dwellSeconds: 600 }, []],
    ['a stay too long', { dwellSeconds: 601 }, ['dwellSeconds']],
    ['words as long as may be, and spaces', { words: ` ${'a'.repeat(4000)} ` }, []],
    ['notes beyond a page', { notes: 'a'.repeat(4001) }, ['notes']],
  ])('%s', (_, change, faults) => {
    expect(sceneFaults({ ...words, ...change }, new Set(['2022-09-26T02:03:24+02:00']))).toEqual(faults)
  })
})

describe('the file of a tour', () => {
  it('is what the case had, where nothing was changed', () => {
    expect(JSON.parse(writeScenes(tour))).toEqual(JSON.parse(String(validFiles().get('scenes.json'))))
  })

  it('has no spaces around what was typed, and nothing where nothing was', () => {
    const typed = { title: ' Shaken ', words: ' Twice. ', when: ' 2030-03 ', where: '  ', notes: '' }
    const [scene] = JSON.parse(writeScenes(changeScene(tour, 'start', typed)))
    expect(scene).toMatchObject({ title: 'Shaken', words: 'Twice.', when: '2030-03' })
    expect(scene).not.toHaveProperty('where')
    expect(scene).not.toHaveProperty('notes')
  })

  it('is a valid file of the case, with nothing set aside, whatever was typed without fault', () => {
    const typed = fc.record({
      title: fc.string({ maxLength: 80 }),
      words: fc.string({ maxLength: 200 }),
      when: fc.constantFrom('', '2030-03', '2030-03-01/2030-03-04', 'soon'),
      where: fc.string({ maxLength: 40 }),
      notes: fc.string({ maxLength: 40 }),
      dwellSeconds: fc.integer({ min: 0, max: 700 }),
    })
    fc.assert(
      fc.property(typed, (change) => {
        const added = addScene(tour, { ...seen, title: change.title })
        const scene = added.at(-1)
        fc.pre(scene !== undefined && sceneFaults(change, new Set()).length === 0)
        const text = writeScenes(changeScene(added, scene?.id ?? '', change))
        expect(part(new Map([...validFiles(), ['scenes.json', text]])).setAside).toEqual([])
      }),
    )
  })
})

describe('a kept tour', () => {
  it('comes back as it was', () => {
    expect(readDraft(JSON.stringify(tour))).toEqual(tour)
  })

  it('comes back with words missing, as it was left', () => {
    const draft = addScene(tour, seen)
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  it.each([
    ['nothing', null],
    ['half a text', '[{"id":"st'],
    ['an object', '{}'],
    ['a scene without a camera', JSON.stringify(tour.map(({ camera: _, ...rest }) => rest))],
    ['a camera off the earth', JSON.stringify(changeScene(tour, 'start', { camera: { center: [999, 0], zoom: 3 } }))],
    ['an id that is none', JSON.stringify(tour.map((scene) => ({ ...scene, id: '../x' })))],
    ['two scenes of one id', JSON.stringify([...tour, ...tour])],
  ])('is not taken from %s', (_, text) => {
    expect(readDraft(text)).toBeNull()
  })

  const [first] = tour
  const camera = (lng: unknown, lat: unknown, zoom: unknown) => ({ camera: { center: [lng, lat], zoom } })
  const read = (change: object) => readDraft(JSON.stringify([{ ...first, ...change }]))

  it.each<[string, object]>([
    ['an id that is a number', { id: 5 }],
    ['an id with a capital', { id: 'Start' }],
    ['an id that begins with a hyphen', { id: '-start' }],
    ['an id that is too long', { id: 'a'.repeat(65) }],
    ['a title that is no text', { title: 5 }],
    ['words that are no text', { words: null }],
    ['words beyond any page', { words: 'a'.repeat(10_001) }],
    ['no camera', { camera: null }],
    ['a camera without a centre', { camera: { center: null, zoom: 6 } }],
    ['a camera at a place in words', camera('11', '56', 6)],
    ['a camera east of the earth', camera(180.1, 56, 6)],
    ['a camera west of the earth', camera(-180.1, 56, 6)],
    ['a camera north of the map', camera(11, 85.1, 6)],
    ['a camera south of the map', camera(11, -85.1, 6)],
    ['a camera too near', camera(11, 56, 12.1)],
    ['a camera too far', camera(11, 56, -0.1)],
    ['a camera without zoom', camera(11, 56, null)],
    ['a layer alone', { layers: 'arrivals' }],
    ['layers of which one is no id', { layers: ['arrivals', 5] }],
    ['a stay of less than nothing', { dwellSeconds: -1 }],
    ['a stay in words', { dwellSeconds: '15' }],
  ])('is not taken with %s', (_, change) => {
    expect(read(change)).toBeNull()
  })

  it.each<[string, object]>([
    ['the longest id', { id: 'a'.repeat(64) }],
    ['an id of one letter', { id: 'a' }],
    ['the longest words', { words: 'a'.repeat(10_000) }],
    ['a camera in the last corner of the map', camera(180, 85, 12)],
    ['a camera in the first', camera(-180, -85, 0)],
    ['no stay at all', { dwellSeconds: 0 }],
    ['a place named by capitals', { focus: 'UA-65' }],
    ['a place of the longest id', { focus: 'A'.repeat(64) }],
    ['a time that plays', { time: { window: '2030', play: true } }],
    ['sources and notes', { sources: ['report'], notes: 'Slowly.' }],
  ])('comes back with %s', (_, change) => {
    expect(read(change)).toEqual([{ ...first, ...change }])
  })

  it.each<[keyof Scene, unknown]>([
    ['focus', 'a place'],
    ['focus', '-65'],
    ['focus', 'A'.repeat(65)],
    ['focus', 65],
    ['quotation', 'UA-65'],
    ['figure', 5],
    ['chart', '../x'],
    ['sources', ['report', 5]],
    ['sources', 'report'],
    ['when', 2030],
    ['time', '2030'],
    ['time', { window: 2030 }],
  ])('comes back without a %s that is %j', (key, value) => {
    const [scene] = read({ [key]: value }) ?? []
    expect(scene?.title).toBe('The ferry')
    expect(scene).not.toHaveProperty(key)
  })

  it('stands still where it says anything but that its time plays', () => {
    expect(read({ time: { window: '2030', play: 'no' } })?.[0]?.time).toEqual({ window: '2030' })
  })

  it.each<[string, string | null]>([
    ['is not taken where a scene is none', JSON.stringify([first, null])],
    ['is not taken where a scene is a text', JSON.stringify([first, 'start'])],
    [
      'is not taken of 201 scenes',
      JSON.stringify(Array.from({ length: 201 }, (_, at) => ({ ...first, id: `s${at}` }))),
    ],
    ['is not taken of more than a million characters', JSON.stringify(tour).padEnd(1_000_001)],
  ])('%s', (_, text) => {
    expect(readDraft(text)).toBeNull()
  })

  it('is taken of two hundred scenes, and of a million characters', () => {
    expect(
      readDraft(JSON.stringify(Array.from({ length: 200 }, (_, at) => ({ ...first, id: `s${at}` })))),
    ).toHaveLength(200)
    expect(readDraft(JSON.stringify(tour).padEnd(1_000_000))).toEqual(tour)
  })

  it('leaves out what is no part of a scene', () => {
    const [scene] =
      readDraft(JSON.stringify(tour.map((each) => ({ ...each, colour: 'red', notes: 5, time: { play: true } })))) ?? []
    expect(scene).not.toHaveProperty('colour')
    expect(scene).not.toHaveProperty('notes')
    expect(scene).not.toHaveProperty('time')
  })

  it('never throws, and what it takes is written as scenes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const draft = readDraft(text)
        if (draft !== null) expect(JSON.parse(writeScenes(draft))).toHaveLength(draft.length)
      }),
    )
  })

  it('leaves out what the case no longer has', () => {
    const { charts, sources, figures } = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
    const none = { charts: [], figures, layers: [], places: [], quotations: [], sources }
    const [first, second] = settleDraft(tour, none)
    expect(first).toMatchObject({ layers: [], focus: undefined, quotation: undefined, figure: 'crossed-office' })
    expect(second).toMatchObject({ chart: undefined, sources: ['bulletin'] })
    expect(charts).not.toEqual([])
  })

  it('keeps all that the case still has', () => {
    const linked = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
    const layers = validRecords().layers.map((layer) => ({ ...layer, version: 'v', count: 1 }))
    const places = [{ id: 'harbour' }] as typeof linked.places
    expect(settleDraft(tour, { ...linked, layers, places })).toEqual(tour)
    const [scene] = settleDraft(
      changeScene(tour, 'start', { layers: ['arrivals', 'gone'], sources: ['report', 'gone'] }),
      { ...linked, layers, places },
    )
    expect(scene).toMatchObject({ layers: ['arrivals'], sources: ['report'] })
  })

  it('shows a chart where the figure that would stand before it is gone, and never both', () => {
    const { charts, figures } = linkCase(validRecords(), [], [], { case: 'v', layers: new Map() })
    const none = { layers: [], places: [], quotations: [], sources: [] }
    const both = changeScene(tour, 'start', { chart: 'shock-chart' })
    expect(settleDraft(both, { ...none, charts, figures })[0]).toMatchObject({
      figure: 'crossed-office',
      chart: undefined,
    })
    expect(settleDraft(both, { ...none, charts, figures: [] })[0]).toMatchObject({
      figure: undefined,
      chart: 'shock-chart',
    })
  })
})

describe('a date as it is typed', () => {
  it.each(['2014', '2022-09', '2022-09-26', '2024-02-29', '2022-09~', '2022-09-21/2022-10-02', '2022/2022-03-01'])(
    '%s is one',
    (text) => expect(isPlainDate(text)).toBe(true),
  )

  it.each([
    '',
    'Monday',
    '2022-13',
    '2022-09-31',
    '2023-02-29',
    '2022-10-02/2022-09-21',
    '2022-09/2022-09',
    '2022/2023/2024',
    '22-09-01',
  ])('%s is none', (text) => expect(isPlainDate(text)).toBe(false))

  it('is one for the schema too', () => {
    const point = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
      .chain(([year, month, day]) => {
        const two = (part: number) => String(part).padStart(2, '0')
        const full = [String(year).padStart(4, '0'), two(month), two(day)]
        return fc
          .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', '?', '~', '%'))
          .map(([parts, hedge]) => full.slice(0, parts).join('-') + hedge)
      })
    const text = fc.oneof(
      point,
      fc.tuple(point, point).map(([start, end]) => `${start}/${end}`),
    )
    fc.assert(
      fc.property(text, (date) => {
        if (isPlainDate(date)) expect(edtfSchema.safeParse(date).success, date).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the camera of a scene from what a map shows', () => {
  it('shows all of it in the scenes’ own frame', () => {
    const [west, south, east, north] = cameraToBounds(toSceneCamera([22, 44, 40, 52]), sceneFrame)
    expect(west).toBeLessThan(22.01)
    expect(south).toBeLessThan(44.01)
    expect(east).toBeGreaterThan(39.99)
    expect(north).toBeGreaterThan(51.99)
  })

  it('comes no nearer than that around the prime meridian', () => {
    const [west, , east] = cameraToBounds(toSceneCamera([-10, 40, 10, 50]), sceneFrame)
    expect(west).toBeLessThan(-9.9)
    expect(east).toBeGreaterThan(9.9)
  })

  it('comes as near to a single place as the map does', () => {
    expect(toSceneCamera([15, 55, 15, 55])).toEqual({ center: [15, 55], zoom: 8.5 })
  })

  it('is one that the schema takes, whatever is shown', () => {
    const lng = fc.double({ min: -540, max: 540, noNaN: true })
    const lat = fc.double({ min: -90, max: 90, noNaN: true })
    fc.assert(
      fc.property(lng, lat, lng, lat, (west, south, east, north) => {
        expect(sceneSchema.shape.camera.safeParse(toSceneCamera([west, south, east, north])).success).toBe(true)
      }),
    )
  })

  it('leaves out what panels cover', () => {
    const camera = { center: [30, 50] as const, zoom: 5 }
    const size = { width: 1440, height: 900 }
    const whole = cameraToBounds(camera, size)
    expect(cameraToBounds(camera, size, { top: 0, right: 0, bottom: 0, left: 0 })).toEqual(whole)
    const [west, , east] = cameraToBounds(camera, size, { top: 0, right: 0, bottom: 0, left: 720 })
    expect(west).toBeCloseTo(30, 6)
    expect(east).toBeCloseTo(whole[2], 6)
  })
})
