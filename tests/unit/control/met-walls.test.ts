import { expect, it } from 'vitest'
import { createWall, keepWall } from '@/lib/server/control/wall-document'
import { addRemote, addScreen, recordPresence } from '@/lib/server/control/wall-members'

it('a wall is kept as paired only once two of its members were connected at the same time', () => {
  const display = addScreen(createWall('wall', 'valid'), { id: 'a', role: 'mirror', name: 'A', tokenHash: '' })
  const paired = addRemote(display, { id: 'b', name: 'B', tokenHash: '' })
  expect(keepWall({ ...paired, revision: 5 })).toMatchObject({ expendable: true })
  const alone = recordPresence(paired, 'one', ['a'], 0)
  expect(keepWall(alone)).toMatchObject({ expendable: true })
  const together = recordPresence(alone, 'two', ['b'], 1)
  expect(keepWall(together)).not.toHaveProperty('expendable')
  expect(recordPresence(together, 'two', [], 2).met).toBe(true)
})
