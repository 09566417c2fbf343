import { describe, expect, it } from 'vitest'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { findScene, firstSentences, roomForNumbers, sceneNumber, titleScene, tourScenes } from '@/lib/wall/tour-scenes'
import { linkRecords } from '../linked-fixture'

const { linked } = linkRecords()
const scenes = tourScenes(linked, 'What it rests on')

describe('the scenes of a tour', () => {
  it('begin with the case’s title, in two sentences and all of its map', () => {
    const summary = 'One thing happened. Another did. A third is told elsewhere.'
    const [first] = tourScenes({ ...linked, summary })
    expect(first).toMatchObject({ part: 'title', title: linked.title, words: 'One thing happened. Another did.' })
    expect(first?.layers.length).toBeGreaterThan(0)
    expect(first?.layers).toEqual(linked.layers.filter(({ shown }) => shown !== false).map(({ id }) => id))
  })

  it('end with what it rests on, in the words that it is given', () => {
    const all = tourScenes(linked, 'What it rests on')
    expect(all.at(-1)).toMatchObject({ part: 'closing', title: 'What it rests on', words: '' })
    // On the map that it began with.
    expect(all.at(-1)).toMatchObject({ camera: all[0]?.camera, layers: all[0]?.layers })
    expect(all.at(-1)?.dwellSeconds).toBeGreaterThan(all[0]?.dwellSeconds ?? 0)
    expect(tourScenes(linked).at(-1)?.title).toBe('')
  })

  it('have the case’s own between them, as they are', () => {
    const own = tourScenes(linked).slice(1, -1)
    expect(own).toEqual(linked.scenes.map((scene) => ({ ...scene, part: 'scene' })))
  })

  it('are none where the case has none', () => {
    expect(tourScenes({ ...linked, scenes: [] })).toEqual([])
    expect(findScene([], 'start')).toBeNull()
    // A wall says all the same what the case is about.
    expect(titleScene({ ...linked, scenes: [] })).toMatchObject({ part: 'title', title: linked.title })
  })

  it('never share an id, whatever the case calls its own', () => {
    const [scene] = linked.scenes
    if (scene === undefined) throw new Error('the fixture has no scene')
    const named = ['tour-title', 'tour-title-x', 'tour-closing'].map((id) => ({ ...scene, id }))
    const ids = tourScenes({ ...linked, scenes: named }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.slice(1, -1)).toEqual(named.map(({ id }) => id))
  })

  it('are found by their id, and else the first is', () => {
    expect(findScene(scenes, 'tour-closing')?.part).toBe('closing')
    expect(findScene(scenes, 'gone')?.part).toBe('title')
  })

  it('are numbered as the case has them: the two around them have no number', () => {
    const count = linked.scenes.length
    expect(sceneNumber(scenes, linked.scenes[1]?.id ?? '')).toEqual({ number: 2, count })
    expect(sceneNumber(scenes, 'tour-title')).toBeNull()
    expect(sceneNumber(scenes, 'tour-closing')).toBeNull()
  })
})

describe('the first sentences', () => {
  it.each([
    ['One. Two. Three.', 'One. Two.'],
    ['It is 2.5 km long. “Is it?” Yes.', 'It is 2.5 km long. “Is it?”'],
    [
      'He left on 2 October; nobody saw him. (Or so they say.) More.',
      'He left on 2 October; nobody saw him. (Or so they say.)',
    ],
    ['One.\n\nTwo.  Three.', 'One. Two.'],
    ['No end', 'No end'],
  ])('of “%s” are “%s”', (text, sentences) => {
    expect(firstSentences(text)).toBe(sentences)
  })
})

describe('the room around the whole of a case', () => {
  const written = { id: 'n', place: 'p', mark: 'p', layer: 'l', hue: 'azure', rank: 1 } as const
  const words = { hedge: '', words: '', strong: '', lines: [] }
  const note = (lng: number, side: 'left' | 'right' | 'top', number = '9'): LinkedCase['notes'][number] => {
    return { ...written, ...words, number, side, at: [lng, 50] }
  }
  const room = (...notes: LinkedCase['notes']) => roomForNumbers([10, 40, 40, 60], notes)

  it('is that of its bounds where no number stands beside a mark near its edge', () => {
    expect(room()).toEqual([10, 40, 40, 60])
    expect(room(note(20, 'right'), note(39, 'top'), note(11, 'top'), note(30, 'left'))).toEqual([10, 40, 40, 60])
    expect(room(note(39, 'right', ''))).toEqual([10, 40, 40, 60])
  })

  it('is wider on the side on which a number stands', () => {
    const [west, , east] = room(note(38, 'right'))
    expect(west).toBe(10)
    // What is beyond the mark is less than half of the whole.
    expect((east - 38) / (east - west)).toBeCloseTo(0.45)
    const [left, south, right, north] = room(note(12, 'left'))
    expect([south, right, north]).toEqual([40, 40, 60])
    expect((12 - left) / (right - left)).toBeCloseTo(0.45)
  })

  it('is that of the number that needs the most of it', () => {
    expect(room(note(39, 'right'), note(30, 'right'))).toEqual(room(note(39, 'right')))
    expect(room(note(30, 'right'), note(39, 'right'))).toEqual(room(note(39, 'right')))
  })
})
