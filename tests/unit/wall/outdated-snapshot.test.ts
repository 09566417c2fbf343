import { expect, it } from 'vitest'
import { isOutdated } from '@/lib/wall/wall-snapshot'
import { snapshotOf } from './wire-fixture'

const heard = snapshotOf({ wall: 'foyer', epoch: 'a', revision: 5 })

it.each([
  ['is outdated below the revision that was heard', { revision: 4 }, true],
  ['stands at the same revision', { revision: 5 }, false],
  ['stands above it', { revision: 6 }, false],
  ['stands from another epoch, which counts anew', { revision: 4, epoch: 'b' }, false],
  ['stands of another wall', { revision: 4, wall: 'hall' }, false],
])('what is said of a wall %s', (_, said, outdated) => {
  expect(isOutdated({ ...heard, ...said }, heard)).toBe(outdated)
})
