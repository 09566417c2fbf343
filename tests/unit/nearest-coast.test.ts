import { describe, expect, it } from 'vitest'
import { nearestCoast } from '@/lib/server/nearest-coast'

describe('nearestCoast', () => {
  it('of the southern leak is Bornholm’s, as near as the page’s own rectangle is never', async () => {
    const { point, distanceKm, country } = await nearestCoast([15.41, 54.8767])
    expect(country).toBe('Denmark')
    expect(distanceKm).toBeCloseTo(24.6, 1)
    expect(point[1]).toBeGreaterThan(54.95)
  })

  it('takes no edge of the data for a coast', async () => {
    const { distanceKm } = await nearestCoast([-25, 45])
    expect(distanceKm).toBeGreaterThan(500)
  })

  it.each<[string, [number, number], string]>([
    ['Houston', [-95.4, 29.8], 'United States'],
    ['Beirut', [35.52, 33.88], 'Lebanon'],
    ['Taichung', [120.7, 24.1], 'Taiwan'],
    ['Labasa, Fiji', [179.4, -16.5], 'Fiji'],
    ['the middle of Chukotka', [-178, 67], 'Russia'],
    ['the South Pole', [0, -90], 'Antarctica'],
  ])('of %s is %s’s', async (_, at, country) => {
    const { country: found, distanceKm } = await nearestCoast(at)
    expect(found).toBe(country)
    expect(distanceKm).toBeLessThan(1400)
  })

  it('of a place by the antimeridian may lie beyond it', async () => {
    const { point, distanceKm } = await nearestCoast([-179.95, -16.6])
    expect(distanceKm).toBeLessThan(30)
    expect(Math.abs(point[0])).toBeGreaterThan(179)
  })

  it('answers within 20 ms once the coast is read', async () => {
    await nearestCoast([0, 0])
    const started = performance.now()
    const places: [number, number][] = [
      [-40, 30],
      [60, 50],
      [178, -20],
      [-120, -40],
      [10, 89],
    ]
    for (const at of places) await nearestCoast(at)
    expect((performance.now() - started) / 5).toBeLessThan(20)
  })

  it('of Simferopol is Ukraine’s', async () => {
    expect((await nearestCoast([34.1, 44.95])).country).toBe('Ukraine')
  })
})
