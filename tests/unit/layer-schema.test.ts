import { describe, expect, it } from 'vitest'
import { layerSchema } from '@/lib/schema/layer'

/** What is wrong with a layer, each with where it stands. */
function faults(layer: Record<string, unknown>): string[] {
  const { error } = layerSchema.safeParse({ id: 'things', name: 'Things', hue: 'azure', ...layer })
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('/')}: ${message}`)
}

const open = { value: 'open', name: 'Open', hue: 'pine' }
const categories = { property: 'kind', values: [open] }

describe('a layer of layers.json', () => {
  it.each<[string, Record<string, unknown>]>([
    ['an area of categories', { mark: 'area', categories }],
    [
      'a circle of categories, sized by a property',
      { mark: 'circle', categories, size: { by: 'property', property: 'n' } },
    ],
    ['a ramp by a property', { mark: 'area', ramp: { property: 'rate', steps: [10, 20, 50], unit: '%' } }],
    ['a ramp by the figure', { mark: 'area', pattern: 'fill', ramp: { steps: [1] } }],
    ['a flow with ends', { mark: 'flow', ends: { from: 'not recorded', to: 'the border' } }],
    ['a density', { mark: 'density', size: { by: 'property', property: 'dead', unit: 'people' } }],
    ['hexagons that count places', { mark: 'hexagon', cellKm: 50, ramp: { steps: [2, 5], unit: 'attacks' } }],
    [
      'hexagons that add up a field',
      { mark: 'hexagon', cellKm: 50, symbol: 'dot', ramp: { property: 'dead', steps: [5] } },
    ],
    ['units that count places', { mark: 'choropleth', ramp: { steps: [2, 5] } }],
    [
      'units per head of population',
      {
        mark: 'choropleth',
        ramp: { steps: [2] },
        units: { by: 'country', per: 'population', population: { values: { DE: 83_000_000 }, source: 'A census' } },
      },
    ],
    ['a cluster', { mark: 'cluster', symbol: 'fire-station' }],
    [
      'an area of categories with patterns',
      { mark: 'area', categories: { property: 'k', values: [{ ...open, pattern: 'outline' }] } },
    ],
    [
      'symbols by category',
      {
        mark: 'symbol',
        symbol: 'bar',
        categories: { property: 'k', values: [{ value: 1, name: 'One', symbol: 'dot' }] },
      },
    ],
    [
      'an area whose category keeps the layer’s pattern',
      {
        mark: 'area',
        pattern: 'outline',
        categories: { property: 'k', values: [{ ...open, hue: 'azure', pattern: 'fill' }] },
      },
    ],
    [
      'fields by several names',
      {
        mark: 'area',
        fields: [
          { property: 'a', label: 'A' },
          { property: 'b', label: 'B' },
        ],
      },
    ],
    ['lines by categories', { mark: 'line', categories }],
    ['lines on tiles', { mark: 'line', categories, source: 'tiles/a.pmtiles' }],
    ['lines in the database', { mark: 'line', source: 'database' }],
    ['areas on tiles', { mark: 'area', pattern: 'hatch-45', source: 'https://tiles.example/a.pmtiles' }],
    ['a line of a reported length', { mark: 'line', size: 'length', symbol: 'bars' }],
  ])('can be %s', (_, layer) => {
    expect(faults(layer)).toEqual([])
  })

  it.each<[string, Record<string, unknown>, string]>([
    [
      'categories of a flow',
      { mark: 'flow', categories },
      'categories: the mark “flow” has none: it goes with “area”, “line”, “circle”, “symbol”',
    ],
    [
      'a ramp of a circle',
      { mark: 'circle', ramp: { steps: [1] } },
      'ramp: the mark “circle” has none: it goes with “area”',
    ],
    ['a symbol of an area', { mark: 'area', symbol: 'bar' }, 'symbol: the mark “area” has none'],
    [
      'a pattern of a cluster',
      { mark: 'cluster', pattern: 'fill' },
      'pattern: the mark “cluster” has no pattern: “area” and “line” have',
    ],
    ['a line’s pattern of an area', { mark: 'area', pattern: 'double' }, 'pattern: must be one of fill, hatch-45'],
    ['symbols without one', { mark: 'symbol' }, 'symbol: is missing: the mark “symbol” needs one by name'],
    [
      'a field listed twice',
      {
        mark: 'area',
        fields: [
          { property: 'a', label: 'A' },
          { property: 'b', label: 'B' },
          { property: 'a', label: 'C' },
        ],
      },
      'fields: lists “a” twice',
    ],
    [
      'ends of a line',
      { mark: 'line', ends: { from: 'a', to: 'b' } },
      'ends: the mark “line” has none: it goes with “flow”',
    ],
    ['a length of a flow', { mark: 'flow', size: 'length' }, 'size: only a line'],
    [
      'a symbol sized by a property',
      { mark: 'symbol', symbol: 'bar', size: { by: 'property', property: 'n' } },
      'size: the mark “symbol” is not sized by a property: “circle”',
    ],
    ['a ramp of hatching', { mark: 'area', pattern: 'hatch-45', ramp: { steps: [1] } }, 'pattern: must be “fill”'],
    ['a ramp beside categories', { mark: 'area', categories, ramp: { steps: [1] } }, 'ramp: goes without categories'],
    ['steps that fall', { mark: 'area', ramp: { steps: [2, 1] } }, 'ramp/steps: the numbers must rise'],
    ['hexagons of no size', { mark: 'hexagon', ramp: { steps: [1] } }, 'cellKm: is missing: the mark “hexagon”'],
    ['hexagons without steps', { mark: 'hexagon', cellKm: 50 }, 'ramp: is missing: the mark “hexagon”'],
    [
      'a width of circles',
      { mark: 'circle', cellKm: 50 },
      'cellKm: the mark “circle” has none: it goes with “hexagon”',
    ],
    ['units without steps', { mark: 'choropleth' }, 'ramp: is missing: the mark “choropleth”'],
    [
      'a population that is not there',
      { mark: 'choropleth', ramp: { steps: [1] }, units: { per: 'population' } },
      'units/population: is missing: “per” asks for it',
    ],
    [
      'a population that nobody asks for',
      {
        mark: 'choropleth',
        ramp: { steps: [1] },
        units: { population: { values: { DE: 1 }, source: 'A census' } },
      },
      'units/population: goes with “per”',
    ],
    [
      'a choropleth of tiles',
      { mark: 'choropleth', ramp: { steps: [1] }, source: 'database' },
      'source: the mark “choropleth” counts places of the case itself, and these are on tiles: use “cluster” or “density”, or bring up to 200,000 of them with “import”',
    ],
    [
      'hexagons of tiles',
      { mark: 'hexagon', cellKm: 50, ramp: { steps: [1] }, source: 'tiles/a.pmtiles' },
      'source: the mark “hexagon” counts places of the case itself',
    ],
    ['symbols on tiles', { mark: 'symbol', symbol: 'dot', source: 'database' }, 'source: the mark “symbol” has none'],
    [
      'a ramp of areas on tiles',
      { mark: 'area', ramp: { steps: [1] }, source: 'tiles/a.pmtiles' },
      'ramp: goes without “source”',
    ],
    ['six steps', { mark: 'area', ramp: { steps: [1, 2, 3, 4, 5] } }, 'ramp/steps: more than 4 numbers'],
    [
      'a category like all others',
      { mark: 'area', categories: { property: 'k', values: [{ value: 1, name: 'One' }] } },
      'categories/values/0: “One” looks like all others',
    ],
    [
      'two categories that look alike',
      { mark: 'area', categories: { property: 'k', values: [open, { ...open, value: 'o', name: 'O' }] } },
      'categories/values/1: “O” looks like “Open”',
    ],
    [
      'two categories of one value',
      {
        mark: 'area',
        categories: {
          property: 'k',
          values: [
            { ...open, value: 1 },
            { ...open, value: '1', hue: 'rose' },
          ],
        },
      },
      'categories/values: two categories have the same value',
    ],
    [
      'a pattern in a symbol’s category',
      { mark: 'symbol', symbol: 'bar', categories: { property: 'k', values: [{ ...open, pattern: 'outline' }] } },
      'categories/values/0/pattern: only an area',
    ],
    [
      'a symbol in an area’s category',
      { mark: 'area', categories: { property: 'k', values: [{ ...open, symbol: 'bar' }] } },
      'categories/values/0/symbol: only the mark “symbol”',
    ],
  ])('cannot have %s, and says what can', (_, layer, fault) => {
    expect(faults(layer).join('\n')).toContain(fault)
  })

  it('has six categories at most', () => {
    const hues = ['vermilion', 'ochre', 'plum', 'pine', 'indigo', 'moss', 'rose']
    const of = (count: number) => ({
      property: 'kind',
      values: hues.slice(0, count).map((hue, index) => ({ value: index, name: hue, hue })),
    })
    expect(faults({ mark: 'area', categories: of(6) })).toEqual([])
    expect(faults({ mark: 'area', categories: of(7) }).join()).toContain('more than 6 cannot be told apart')
  })

  it.each(['https://example.org/quakes.geojson?days=7', 'http://10.0.0.1:8080/'])(
    'may be fetched from %s',
    (address) => {
      expect(faults({ mark: 'symbol', symbol: 'dot', feed: { address, minutes: 5 } })).toEqual([])
    },
  )

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/quakes',
    'example.org/quakes',
    'https://me:secret@example.org/',
    'https://me@example.org/',
    'https://example.org/a b',
    'https://',
    'javascript:alert(1)',
  ])('may not be fetched from %s', (address) => {
    expect(faults({ mark: 'symbol', symbol: 'dot', feed: { address, minutes: 5 } })).toEqual([
      expect.stringContaining('feed/address: must be an http(s) address'),
    ])
  })

  it('is fetched every minute at most and every day at least, and is not on tiles too', () => {
    const address = 'https://example.org/quakes'
    const of = (minutes: number, more = {}) =>
      faults({ mark: 'cluster', symbol: 'dot', feed: { address, minutes }, ...more }).length
    expect([0, 1, 1.5, 1440, 1441].map((minutes) => of(minutes))).toEqual([1, 0, 1, 0, 1])
    expect(of(5, { source: 'tiles/quakes.pmtiles' })).toBe(1)
  })
})
