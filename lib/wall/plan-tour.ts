import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Scene } from '@/lib/schema/scene'
import { readingMs } from './reading-time'
import { type SceneRecords, sceneTexts } from './scene-texts'
import type { TourStop } from './wall-state'

/** What of a case is needed to plan its tour: everywhere the same, or displays and server would not be in step. */
type TourCase = Pick<LinkedCase, 'scenes'> & SceneRecords

/** The picture moves for a second, and a reader has to find the way into it before reading. */
const SETTLING_MS = 4000
/** A wall that stands still for longer looks broken, however much stands on it. */
const LONGEST_READING_MS = 120_000

/** How long all that a scene shows takes to read, with the time to settle; at most two minutes. Ms. */
export function sceneReadingMs(scene: Scene, records: SceneRecords): number {
  return Math.min(LONGEST_READING_MS, SETTLING_MS + readingMs(sceneTexts(scene, records)))
}

/**
 * The case's scenes as stops of a tour, each for as long as it takes to read, at most two minutes, and never shorter than
 * it asks.
 */
export function planTour(linked: TourCase): TourStop[] {
  return linked.scenes.map((scene) => ({
    id: scene.id,
    durationMs: Math.max(scene.dwellSeconds * 1000, sceneReadingMs(scene, linked)),
  }))
}
