import { describe, expect, it } from 'vitest'
import { readGazetteer } from '@/lib/server/gazetteer'
import { nearestCoast } from '@/lib/server/nearest-coast'

describe('nearestCoast', () => {
  it('of the southern leak is Bornholm’s, as near as the page’s own rectangle is never', async () => {
    const { point, distanceKm, country } = await nearestCoast([15.41, 54.8767])
    expect(country).toBe('Denmark')
    expect(distanceKm).toBeCloseTo(24.6, 1)
    expect(point[1]).toBeGreaterThan(54.95)
  })

  it('takes no edge of the detailed region for a coast', async () => {
    const { distanceKm } = await nearestCoast([-25, 45])
    expect(distanceKm).toBeGreaterThan(500)
  })

  it('of Simferopol is Ukraine’s', async () => {
    expect((await nearestCoast([34.1, 44.95])).country).toBe('Ukraine')
  })
})

describe('readGazetteer', () => {
  it('has countries with their areas where these are known whole, and every name once for its kind', async () => {
    const names = await readGazetteer()
    const portugal = names.find(({ name }) => name === 'Portugal')
    expect(portugal?.areaKm2).toBeGreaterThan(87_000)
    expect(portugal?.areaKm2).toBeLessThan(93_000)
    expect(names.find(({ name }) => name === 'Ukraine')?.areaKm2).toBeGreaterThan(595_000)
    expect(names.find(({ name }) => name === 'Russia')).not.toHaveProperty('areaKm2')
    expect(names.filter(({ name }) => name === 'Russia')).toHaveLength(1)
    expect(names.some(({ name, kind }) => name === 'Berlin' && kind === 'city')).toBe(true)
  })
})
