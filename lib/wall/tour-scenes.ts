import type { LinkedCase, LinkedScene } from '@/lib/derive/linked-case'
import { visibleLayers } from '@/lib/derive/visible-layers'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { toSceneCamera } from './scene-view'

/** What a stop of a tour is: one of the case's scenes, or one of the two that every tour has around them. */
export type TourPart = 'title' | 'scene' | 'closing'

/** A scene as a tour has it. */
export interface TourScene extends LinkedScene {
  part: TourPart
}

/** What of a case its title and its closing scene are made of. */
export type TourHead = Pick<LinkedCase, 'scenes' | 'title' | 'summary' | 'period' | 'bounds' | 'layers' | 'notes'>

/** Ids of the scenes that no case has on file. */
const ownIds = { title: 'tour-title', closing: 'tour-closing' } as const

/** How long they ask to stay at least, s. */
const dwellSeconds = { title: 12, closing: 20 } as const

const SENTENCES = 2

/**
 * The first sentences of a text. By hand and not by `Intl.Segmenter`, which differs from one ICU to the next: the server
 * and all displays must come to the same reading time.
 */
export function firstSentences(text: string, count = SENTENCES): string {
  return text
    .split(/(?<=[.!?][”’")]{0,3})\s+(?=[\p{Lu}“‘"(])/u)
    .slice(0, count)
    .join(' ')
}

/** Of the width of a wall's map, what a number takes beside its mark. */
const NUMBER_SHARE = 0.45

/** Bounds that hold all of `bounds` and, beside the marks at their sides, the numbers that are written there. */
export function roomForNumbers(bounds: Bounds, notes: TourHead['notes']): Bounds {
  const numbers = notes.filter(({ number }) => number !== '')
  const reach = NUMBER_SHARE / (1 - NUMBER_SHARE)
  return numbers.reduce<Bounds>(([west, south, east, north], { at: [lng], side }) => {
    if (side === 'right') return [west, south, Math.max(east, lng + reach * (lng - west)), north]
    return side === 'left'
      ? [Math.min(west, lng - reach * (east - lng)), south, east, north]
      : [west, south, east, north]
  }, bounds)
}

/** An id that no scene of the case has: a case may call a scene of its own the same. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? freeId(`${id}-x`, taken) : id
}

/** The whole case, as the two scenes around a tour have it. */
function wholeCase(linked: TourHead) {
  const camera = toSceneCamera(roomForNumbers(linked.bounds, linked.notes))
  return { camera, layers: [...visibleLayers(linked, null)] }
}

/** What every tour begins with, and all that a wall says of a case without scenes. */
export function titleScene(linked: TourHead): TourScene {
  const { scenes, title, summary, period } = linked
  return {
    ...wholeCase(linked),
    part: 'title',
    id: freeId(ownIds.title, new Set(scenes.map(({ id }) => id))),
    title,
    words: firstSentences(summary),
    when: period,
    dwellSeconds: dwellSeconds.title,
  }
}

/**
 * The scenes of a case's tour: its title, what it has on file, and what all of it rests on. `closingTitle` is in the
 * reader's language, and nothing but words on a screen depends on it. A case without scenes has no tour.
 */
export function tourScenes(linked: TourHead, closingTitle = ''): TourScene[] {
  const { scenes } = linked
  if (scenes.length === 0) return []
  const closing: TourScene = {
    ...wholeCase(linked),
    part: 'closing',
    id: freeId(ownIds.closing, new Set(scenes.map(({ id }) => id))),
    title: closingTitle,
    words: '',
    dwellSeconds: dwellSeconds.closing,
  }
  return [titleScene(linked), ...scenes.map((scene): TourScene => ({ ...scene, part: 'scene' })), closing]
}

/** The scene of a tour with that id, else the first; null for a tour without scenes. */
export function findScene(scenes: readonly TourScene[], id: string): TourScene | null {
  return scenes.find((scene) => scene.id === id) ?? scenes[0] ?? null
}

/** The number of a scene among the case's own, from 1, and how many those are; null for one that no case has on file. */
export function sceneNumber(scenes: readonly TourScene[], id: string): { number: number; count: number } | null {
  const own = scenes.filter(({ part }) => part === 'scene')
  const at = own.findIndex((scene) => scene.id === id)
  return at === -1 ? null : { number: at + 1, count: own.length }
}
