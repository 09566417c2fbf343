import { describe, expect, it } from 'vitest'
import { type Theme, themes } from '@/lib/map/theme'

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner).map((name) => `${key}.${name}`)])
}

describe('themes', () => {
  it('have the same tokens', () => {
    expect(keysOf(themes.dark).sort()).toEqual(keysOf(themes.light).sort())
  })

  it('start the sea at the surface and go down', () => {
    for (const { sea } of Object.values<Theme>(themes)) {
      const depths = sea.map(([depth]) => depth)
      expect(depths[0]).toBe(0)
      expect(depths).toEqual([...depths].sort((a, b) => a - b))
    }
  })
})

describe.each(Object.values<Theme>(themes))('the $name theme', (theme) => {
  const shelf = theme.sea.filter(([depth]) => depth <= 200).map(([, colour]) => colour)
  const grounds = [theme.panel, theme.land, theme.subjectLand, ...shelf]

  it.each(Object.entries(theme.hues))('writes %s readably on panels, land and the shelf', (_, { text }) => {
    for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(Object.entries(theme.hues))('draws %s visibly on panels, land and the shelf', (_, { mark }) => {
    for (const ground of grounds) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3)
  })

  it('writes ink and quiet ink readably on panels', () => {
    expect(contrast(theme.ink, theme.panel)).toBeGreaterThanOrEqual(7)
    expect(contrast(theme.quietInk, theme.panel)).toBeGreaterThanOrEqual(4.5)
  })

  it('writes the basemap’s names readably on their halos', () => {
    const { country, city, admin1, sea, seaHalo } = theme.label
    expect(contrast(country, theme.halo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(city, theme.halo)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(admin1, theme.subjectLand)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(sea, seaHalo)).toBeGreaterThanOrEqual(4.5)
  })
})
