import type { WallState } from '@/lib/wall/wall-state'

type Turn = Pick<WallState, 'scene' | 'since' | 'heldUntil'>

/**
 * Whether one scene has given way to the next between two looks at a wall, or to itself where a case has only one. Not
 * where the same one is taken up again by someone who had held it.
 */
export function hasChangedScene(before: Turn, now: Turn): boolean {
  if (before.scene !== now.scene) return true
  return before.since !== now.since && before.heldUntil === null
}
