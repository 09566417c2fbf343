import { expect, it } from 'vitest'
import { readSceneLayers, toggleSceneLayer } from '@/lib/edit/scene-layers'

const layers = [{ id: 'roads' }, { id: 'harm', formerIds: ['damage'] }]

it('a layer that the map does not have can be taken out of a scene', () => {
  expect(readSceneLayers(['gone', 'roads'], layers)).toEqual({ shown: new Set(['gone', 'roads']), missing: ['gone'] })
  expect(toggleSceneLayer(['gone', 'roads'], layers, 'gone')).toEqual(['roads'])
})

it('a former id counts as its layer', () => {
  expect(readSceneLayers(['damage'], layers)).toEqual({ shown: new Set(['harm']), missing: [] })
  expect(toggleSceneLayer(['damage'], layers, 'harm')).toEqual([])
})

it('what is switched on stands in the order of the map, and what that does not have after it', () => {
  expect(toggleSceneLayer(['gone', 'harm'], layers, 'roads')).toEqual(['roads', 'harm', 'gone'])
  expect(toggleSceneLayer(undefined, layers, 'roads')).toEqual(['roads'])
})
