import { type FollowedStream, followStream, type StreamFollower } from '@/lib/client/follow-stream'
import { readJson } from '@/lib/schema/plain-values'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { isWallSnapshot } from './wire'

interface WallFollower extends Omit<StreamFollower, 'onEvent'> {
  onSnapshot(snapshot: WallSnapshot): void
}

/** Follows a wall over its event stream, as `followStream`; refused where the wall knows this device not, or no longer. */
export function followWall(address: `/${string}`, { onSnapshot, ...follower }: WallFollower): FollowedStream {
  return followStream(address, {
    ...follower,
    onEvent(event, data) {
      const said = event === 'wall' ? readJson(data) : undefined
      if (isWallSnapshot(said)) onSnapshot(said)
      return event !== 'gone'
    },
  })
}
