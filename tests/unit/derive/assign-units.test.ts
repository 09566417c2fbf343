import { describe, expect, it } from 'vitest'
import { assignUnits, placesInUnit } from '@/lib/derive/assign-units'
import { trimCase } from '@/lib/derive/trim-case'
import { linkRecords } from '../linked-fixture'

const { linked } = linkRecords()
/** The west is one part of a country, the east another; what lies at 0° is at sea. */
const source = {
  version: 'v1',
  codesAt: ([lng]: readonly [number, number]) => (lng === 0 ? [] : [lng < 11.5 ? 'AA-W' : 'AA-E', 'AA']),
  outlinesOf: () => [],
  nameOf: (code: string) => (code === 'AA-W' ? 'Westland' : undefined),
}

describe('assignUnits', () => {
  it('says of each place that is anywhere what it lies in, and names that once', () => {
    const { places, units } = assignUnits(linked, source)
    for (const [index, { units, anchor }] of places.entries()) {
      expect(anchor).toEqual(linked.places[index]?.anchor)
      expect(units).toEqual(anchor === null ? undefined : source.codesAt(anchor))
    }
    expect(units).toEqual({ version: 'v1', names: { 'AA-W': 'Westland', 'AA-E': 'AA-E', AA: 'AA' } })
  })

  it('leaves a place at sea as it is', () => {
    const [first] = linked.places
    if (first === undefined) throw new Error('no place')
    const { places, units } = assignUnits({ ...linked, places: [{ ...first, anchor: [0, 0] }] }, source)
    expect(places[0]).not.toHaveProperty('units')
    expect(units?.names).toEqual({})
  })

  it('reaches what a map alone has', () => {
    const assigned = assignUnits(linked, source)
    const trimmed = trimCase(assigned)
    expect(trimmed.places.map(({ units }) => units)).toEqual(assigned.places.map(({ units }) => units))
    expect(trimmed.units).toEqual(assigned.units)
  })
})

describe('placesInUnit', () => {
  const assigned = assignUnits(linked, source)
  const idsOf = (isMeant: (lng: number) => boolean) =>
    new Set(linked.places.flatMap(({ id, anchor }) => (anchor !== null && isMeant(anchor[0]) ? id : [])))

  it('are those of a part, of the country, and none of what none lies in', () => {
    expect(placesInUnit(assigned, 'AA-W')).toEqual(idsOf((lng) => lng < 11.5))
    expect(placesInUnit(assigned, 'AA')).toEqual(idsOf(() => true))
    expect(placesInUnit(assigned, 'BB')).toEqual(new Set())
  })

  it('are not known where nobody has looked', () => {
    expect(placesInUnit(linked, 'AA')).toBeNull()
  })
})
