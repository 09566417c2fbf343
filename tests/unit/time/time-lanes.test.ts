import { describe, expect, it } from 'vitest'
import { planLanes } from '@/lib/derive/time-lanes'

const threads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `t${index}`, title: `Thread ${index}`, hue: 'pine' as const }))
const layers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `l${index}`, name: `Layer ${index}`, hue: 'rose' as const }))
const kinds = ({ lanes }: ReturnType<typeof planLanes>) => lanes.map(({ kind, id }) => `${kind} ${id}`)

describe('the lanes', () => {
  it('are the threads in their order, with or without records', () => {
    const planned = planLanes(threads(3), layers(2), [{ thread: 't2', layer: 'l0' }])
    expect(kinds(planned)).toEqual(['thread t0', 'thread t1', 'thread t2'])
    expect(planned.laneOf({ thread: 't2', layer: 'l0' })).toBe(2)
  })

  it('have one more for the sixth thread and later ones, and for what belongs to none', () => {
    const planned = planLanes(threads(7), [], [{ thread: 't6' }, { thread: undefined }])
    expect(kinds(planned)).toEqual(['thread t0', 'thread t1', 'thread t2', 'thread t3', 'thread t4', 'other '])
    expect(planned.laneOf({ thread: 't6' })).toBe(5)
    expect(planned.laneOf({})).toBe(5)
  })

  it('of a single thread are that one and, beside it, what belongs to no thread', () => {
    const planned = planLanes(threads(1), layers(2), [{ thread: 't0', layer: 'l0' }, { layer: 'l1' }])
    expect(kinds(planned)).toEqual(['thread t0', 'other '])
    expect([planned.laneOf({ thread: 't0' }), planned.laneOf({ layer: 'l1' })]).toEqual([0, 1])
  })

  it('have the name and the colour of their thread or layer', () => {
    expect(planLanes(threads(2), [], []).lanes[1]).toEqual({ kind: 'thread', id: 't1', title: 'Thread 1', hue: 'pine' })
    const inLayers = planLanes([], layers(2), [{ layer: 'l0' }, { layer: 'l1' }])
    expect(inLayers.lanes[1]).toEqual({ kind: 'layer', id: 'l1', title: 'Layer 1', hue: 'rose' })
  })

  it('are one for everything where that is in one layer, whichever record is asked for', () => {
    const planned = planLanes([], layers(2), [{ layer: 'l1' }, {}])
    expect([{ layer: 'l1' }, {}, { thread: 't0' }].map(planned.laneOf)).toEqual([0, 0, 0])
  })

  it('are the layers that have records where there are no threads, or one alone', () => {
    const planned = planLanes([], layers(4), [{ layer: 'l3' }, { layer: 'l1' }, {}])
    expect(kinds(planned)).toEqual(['layer l1', 'layer l3', 'other '])
    expect(planned.laneOf({ layer: 'l3' })).toBe(1)
    expect(kinds(planLanes([], layers(4), [{}]))).toEqual(['all '])
    expect(kinds(planLanes([], layers(4), [{ layer: 'l3' }, {}]))).toEqual(['layer l3'])
  })
})
