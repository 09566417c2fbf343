import { describe, expect, it } from 'vitest'
import { marks } from '@/lib/map/marks'
import type { Mark } from '@/lib/schema/plain-marks'
import {
  drawnBy,
  expectNoHarm,
  expectValidStyle,
  feature,
  highlightOf,
  layerOf,
  legendOf,
  point,
  svgOf,
} from './mark-kit'

const layer = layerOf('name')

describe('the mark of names', () => {
  it('has a valid style and takes any properties', () => {
    expectValidStyle(layer)
    expectNoHarm(layer)
  })

  it('draws no mark: its name is written as the ground’s own are', () => {
    expect(svgOf(layer, [feature(point(50, 50), { part: 'name' })])).toBe('')
  })

  it('stands in a legend for what was said there, or for names alone where it only locates', () => {
    const strokesOf = (more: object) => JSON.stringify(marks.name.legend(layerOf('name', more)))
    expect(strokesOf({})).not.toBe(strokesOf({ context: true }))
    // Two filled marks, as the map writes them beside a name.
    expect(marks.name.legend(layer)[0]?.path.match(/M/g)).toHaveLength(2)
    expect(marks.name.legend(layer)[0]).not.toHaveProperty('width')
  })

  it('leaves to the basemap the names that it has itself', () => {
    const filters = drawnBy(layer).map((each) => ('filter' in each ? JSON.stringify(each.filter) : ''))
    // Land is all that is not something else; what is water or a town says so.
    expect(filters.filter((filter) => filter.includes('"basemap"'))).toHaveLength(1)
    expect(filters.filter((filter) => !filter.includes('"basemap"') && !/"(water|town)"/.test(filter))).toEqual([])
  })

  it('is highlighted by a rule under the name where it is written, as large as it is, and by a ring around a town', () => {
    const lit = (properties: object) =>
      highlightOf(layer, [feature(point(50, 50), { part: 'name', ...properties })]).marks
    const rule = lit({ basemap: true, writtenBy: 'basemap-spoken-country' })
    expect(rule).toMatch(/<path d="M[\d.]+ [\d.]+h[\d.]+"/)
    expect(rule).not.toContain('<circle')
    for (const town of [{ town: true }, { basemap: true }, { basemap: true, writtenBy: 'basemap-spoken-city' }])
      expect(lit(town)).toContain('<circle cx="50" cy="50" r="7"')
    const [near, far] = [7, 3].map((zoom) =>
      Number(
        highlightOf(layer, [feature(point(50, 50), { part: 'name', basemap: true, writtenBy: 'basemap-spoken-sea' })], {
          zoom,
        }).marks?.match(/h([\d.]+)"/)?.[1],
      ),
    )
    expect(near).toBeGreaterThan(far ?? 0)
  })

  it('has a legend that no other mark has', () => {
    const rows = (Object.keys(marks) as Mark[]).map((mark) => JSON.stringify(legendOf(layerOf(mark)).row.strokes))
    expect(new Set(rows).size).toBe(rows.length)
  })
})
