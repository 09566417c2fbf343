import { expect, it } from 'vitest'
import { beginRecord } from '@/lib/edit/new-record'
import { openWorkspace } from '@/lib/edit/workspace'

it('a scene begins with what the map shows and with all layers; without a map it has no camera', () => {
  const layer = (id: string) => ({ file: 'layers.json', id, version: '1', value: { id } })
  const workspace = openWorkspace([layer('places'), layer('routes')])
  const camera = { center: [34.75, -0.1] as [number, number], zoom: 6 }
  const begun = { words: 'The shore', passage: null }
  expect(beginRecord(workspace, 'scene', { ...begun, camera })).toMatchObject({
    file: 'scenes.json',
    id: 'the-shore',
    value: { layers: ['places', 'routes'], camera },
  })
  expect(Object.keys(beginRecord(workspace, 'scene', begun).value)).not.toContain('camera')
})
