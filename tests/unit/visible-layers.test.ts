import { describe, expect, it } from 'vitest'
import { hiddenLayers, switchedLayers, visibleLayers } from '@/lib/derive/visible-layers'
import { validLayer } from './read-fixture'

const layers = ['border-crossings', 'arrivals', 'reactions'].map((id) => ({
  ...validLayer(id),
  count: 1,
  version: 'v',
}))

describe('the layers of a view', () => {
  it('are all where it asks for none in particular', () => {
    expect(visibleLayers({ layers }, null)).toEqual(['border-crossings', 'arrivals', 'reactions'])
  })

  it('are those that it asks for, in the order of the case', () => {
    expect(visibleLayers({ layers }, ['reactions', 'border-crossings'])).toEqual(['border-crossings', 'reactions'])
    expect(visibleLayers({ layers }, [])).toEqual([])
  })

  it('are found by an id that a layer had before, as in an older link', () => {
    expect(visibleLayers({ layers }, ['departures'])).toEqual(['arrivals'])
  })

  it('are all where it asks for none that the case has', () => {
    expect(visibleLayers({ layers }, ['volcanoes'])).toEqual(['border-crossings', 'arrivals', 'reactions'])
  })

  it('are asked for together as a thread has them, and not at all where they are what the case opens with', () => {
    const thread = ['border-crossings', 'arrivals']
    expect(switchedLayers({ layers }, ['arrivals', 'reactions'], thread, false)).toEqual(['reactions'])
    expect(switchedLayers({ layers }, ['arrivals'], thread, true)).toEqual(['border-crossings', 'arrivals'])
    expect(switchedLayers({ layers }, ['reactions'], thread, true)).toBeNull()
  })

  it('leave out those that are switched off', () => {
    expect(hiddenLayers({ layers }, ['arrivals'])).toEqual(['border-crossings', 'reactions'])
  })
})
