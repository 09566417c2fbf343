import { expect, it } from 'vitest'
import { layerAddress } from '@/lib/url/layer-address'

const layer = { id: 'harbours', version: '0123456789ab' }

it('a layer is asked for of its case, or in the editor of the preview that is looked at', () => {
  expect(layerAddress({ id: 'ferry' }, layer)).toBe('/api/cases/ferry/layers/harbours?v=0123456789ab')
  expect(layerAddress({ id: 'ferry', preview: 'p1' }, layer)).toBe(
    '/editing/previews/p1/layers/harbours?v=0123456789ab',
  )
})

it('a layer that is drawn differently has another address: no browser shows the old one', () => {
  const changed = { ...layer, version: 'ba9876543210' }
  for (const of of [{ id: 'ferry' }, { id: 'ferry', preview: 'p1' }])
    expect(layerAddress(of, changed)).not.toBe(layerAddress(of, layer))
})
