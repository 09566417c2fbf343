import { describe, expect, it } from 'vitest'
import {
  chooseLayers,
  everyLayer,
  hiddenLayers,
  switchedLayers,
  toggledLayers,
  visibleLayers,
} from '@/lib/derive/visible-layers'
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

describe('a case that opens without one of its layers', () => {
  const opened = layers.map((layer) => (layer.id === 'arrivals' ? { ...layer, shown: false as const } : layer))

  it('has it off until it is asked for', () => {
    expect(visibleLayers({ layers: opened }, null)).toEqual(['border-crossings', 'reactions'])
    expect(visibleLayers({ layers: opened }, ['volcanoes'])).toEqual(['border-crossings', 'reactions'])
    expect(visibleLayers({ layers: opened }, ['departures'])).toEqual(['arrivals'])
    expect(visibleLayers({ layers: opened }, [])).toEqual([])
  })

  it('is asked for all of them by name; another opens with all anyway', () => {
    expect(everyLayer({ layers: opened })).toEqual(['border-crossings', 'arrivals', 'reactions'])
    expect(everyLayer({ layers })).toBeNull()
  })

  it('is asked for a layer that is switched on, and for nothing once it is as it opens', () => {
    const asOpened = ['border-crossings', 'reactions']
    expect(toggledLayers({ layers: opened }, asOpened, 'arrivals')).toEqual([
      'border-crossings',
      'arrivals',
      'reactions',
    ])
    expect(toggledLayers({ layers: opened }, ['border-crossings', 'arrivals', 'reactions'], 'arrivals')).toBeNull()
    // As many as it opens with, but others.
    expect(switchedLayers({ layers: opened }, ['border-crossings'], ['arrivals'], true)).toEqual([
      'border-crossings',
      'arrivals',
    ])
    expect(toggledLayers({ layers: opened }, ['reactions'], 'reactions')).toEqual([])
  })

  it('has each of its layers either on or off in a view', () => {
    expect(chooseLayers({ layers: opened }, null)).toEqual({
      visibleLayers: ['border-crossings', 'reactions'],
      hiddenLayers: ['arrivals'],
    })
    expect(chooseLayers({ layers: opened }, ['reactions'])).toEqual({
      visibleLayers: ['reactions'],
      hiddenLayers: ['border-crossings', 'arrivals'],
    })
  })
})
