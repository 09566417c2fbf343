import { expect, it } from 'vitest'
import { parseShape } from '@/lib/import/columns/parse-shape'
import { bringText } from '../import-kit'

const heldIn = (text: string) => {
  const outcome = parseShape(text)
  return 'value' in outcome ? outcome.value : outcome.reason
}

it.each([
  ['POINT (35 47)', { type: 'Point', coordinates: [35, 47] }],
  ['SRID=4326;POINT Z(35 47 12)', { type: 'Point', coordinates: [35, 47] }],
  [
    'LINESTRING(35 47, 36 48)',
    {
      type: 'LineString',
      coordinates: [
        [35, 47],
        [36, 48],
      ],
    },
  ],
  [
    'POLYGON((0 0,1 0,1 1,0 0))',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
  ],
  [
    'multipoint((1 2),(3 4))',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MULTIPOINT(1 2, 3 4)',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((2 2,3 2,3 3,2 2)))',
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
        [
          [
            [2, 2],
            [3, 2],
            [3, 3],
            [2, 2],
          ],
        ],
      ],
    },
  ],
  ['{"type":"Point","coordinates":[35,47]}', { type: 'Point', coordinates: [35, 47] }],
])('%s is a shape', (text, shape) => expect(heldIn(text)).toEqual(shape))

it.each([
  ['SRID=3857;POINT(3900000 5900000)', 'is in the system EPSG:3857'],
  ['POINT(3900000 5900000)', 'lies off the globe'],
  ['POLYGON((0 0,1 0', 'is no geometry'],
  ['POINT EMPTY', 'is no geometry'],
  ['LINESTRING(35 47)', 'the line has fewer than 2 positions'],
  ['{"type":"Point"', 'is no geometry'],
])('%s is told what is right', (text, reason) => expect(heldIn(text)).toContain(reason))

it('a column of them is where the rows are', async () => {
  const table = 'name,geom\nA,"POLYGON((35 47,36 47,36 48,35 47))"\nB,POINT(35 47)\nC,"LINESTRING(35 47,36 48)"\n'
  const { prepared, features, faults } = await bringText('a.csv', table)
  expect(faults).toEqual([])
  expect(prepared.mapping.position).toEqual({ kind: 'column', column: 'geom' })
  expect(features.map(({ geometry }) => geometry?.type).toSorted()).toEqual(['LineString', 'Point', 'Polygon'])
})
