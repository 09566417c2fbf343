import { describe, expect, it } from 'vitest'
import type { LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import { placesBeyond } from '@/lib/map/places-beyond'
import { linkRecords } from '../linked-fixture'

const { linked } = linkRecords()
const [somePlace] = linked.places
const [someQuotation] = linked.quotations

function placeAt(id: string, anchor: [number, number] | null): LinkedPlace {
  if (somePlace === undefined) throw new Error('the fixture has no place')
  return { ...somePlace, id, anchor }
}

function saidAt(...places: string[]): LinkedQuotation[] {
  if (someQuotation === undefined) throw new Error('the fixture has no quotation')
  return places.map((where, index) => ({ ...someQuotation, id: `q${index}`, where }))
}

const places = [
  placeAt('vesby', [0, 55]),
  placeAt('ostby', [40, 56]),
  placeAt('nordby', [12, 75]),
  placeAt('here', [12, 55]),
  placeAt('far-west', [-70, 50]),
  placeAt('nowhere', null),
]
const quotations = saidAt('vesby', 'far-west', 'far-west', 'ostby', 'nordby', 'here', 'nowhere')
const all = new Set(quotations.map(({ id }) => id))

describe('places beyond a view', () => {
  it('are those at which something was said, by direction, the most told of first', () => {
    const beyond = placesBeyond(places, quotations, [5, 50, 20, 60], all)
    expect(beyond.map(({ place, quotations: count, direction }) => [place.id, count, direction])).toEqual([
      ['far-west', 2, 'west'],
      ['vesby', 1, 'west'],
      ['nordby', 1, 'north'],
      ['ostby', 1, 'east'],
    ])
  })

  it('lie in the direction in which they are furthest out', () => {
    const corner = placesBeyond([placeAt('corner', [4, 90])], saidAt('corner'), [5, 50, 20, 60], all)
    expect(corner[0]?.direction).toBe('north')
  })

  it('count only the quotations that are asked for', () => {
    const beyond = placesBeyond(places, quotations, [5, 50, 20, 60], new Set(['q2']))
    expect(beyond.map(({ place, quotations: count }) => [place.id, count])).toEqual([['far-west', 1]])
  })
})
