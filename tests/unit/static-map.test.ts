import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { themes } from '@/lib/map/theme'
import { staticMapSvg } from '@/lib/server/static-map'

const bounds = [22, 44, 41, 53] as const
const size = { width: 800, height: 500 }

function point(name: string): Feature {
  const properties = { place: 'kyiv', part: 'point', name, layer: 'named-places' }
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [30.5, 50.45] } }
}

const area: Feature = {
  type: 'Feature',
  properties: { place: 'UA-65', part: 'area', name: 'Kherson', layer: 'annexed-oblasts' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [32, 46],
        [35, 46],
        [35, 47.5],
        [32, 47.5],
        [32, 46],
      ],
    ],
  },
}

function draw(id: string, feature: Feature, ...selected: string[]): Promise<string> {
  const layers = [{ id, features: [feature] }]
  return staticMapSvg({ bounds, ...size, theme: 'light', layers, selected })
}

describe('staticMapSvg', () => {
  it('escapes names', async () => {
    const svg = await draw('named-places', point('<script>"&\u0007'))
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&lt;script&gt;&quot;&amp; <')
  })

  it('hatches claimed areas in their layer’s colour', async () => {
    const svg = await draw('annexed-oblasts', area)
    expect(svg).toContain(`fill="url(#hatch)" stroke="${themes.light.layers.claimed}"`)
  })

  it('outlines the selected place', async () => {
    expect(await draw('annexed-oblasts', area, 'UA-65')).toContain(`stroke="${themes.light.focus}"`)
    expect(await draw('annexed-oblasts', area, 'UA-14')).not.toContain(`stroke="${themes.light.focus}"`)
  })

  it('draws a layer it does not know as places', async () => {
    expect(await draw('something-else', point('Kyiv'))).toContain(`fill="${themes.light.layers.places}"`)
  })

  it('stays small and refers to nothing outside itself', async () => {
    const svg = await staticMapSvg({ bounds: [8, 38, 62, 66], width: 1440, height: 900, theme: 'dark', layers: [] })
    expect(svg.length).toBeLessThan(250_000)
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href/)
  })
})
