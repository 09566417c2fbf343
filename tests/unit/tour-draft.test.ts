import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkCase } from '@/lib/derive/link-case'
import { partBounds } from '@/lib/geo/bounds'
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

  it('moves a scene up and down, and not past the ends', () => {
    expect(ids(moveScene(tour, 'start', 1))).toEqual(['shock', 'start'])
    expect(ids(moveScene(tour, 'start', -1))).toEqual(['start', 'shock'])
    expect(ids(moveScene(tour, 'shock', 1))).toEqual(['start', 'shock'])
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
    ['notes beyond a page', { notes: 'a'.repeat(4001) }, ['notes']],
  ])('%s', (_, change, faults) => {
    expect(sceneFaults({ ...words, ...change }, new Set(['2022-09-26T02:03:24+02:00']))).toEqual(faults)
  })
})

describe('the file of a tour', () => {
  it('is what the case had, where nothing was changed', () => {
    expect(JSON.parse(writeScenes(tour))).toEqual(JSON.parse(String(validFiles().get('scenes.json'))))
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
    expect(partBounds(camera, size, { top: 0, right: 0, bottom: 0, left: 0 })).toEqual(whole)
    const [west, , east] = partBounds(camera, size, { top: 0, right: 0, bottom: 0, left: 720 })
    expect(west).toBeCloseTo(30, 6)
    expect(east).toBeCloseTo(whole[2], 6)
  })
})
