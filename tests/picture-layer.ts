import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

/** A layer that is a picture, over the fixture's sea. */
export const flood = {
  id: 'flood',
  name: 'Flood from space',
  key: 'What the water covered, as a satellite saw it.',
  mark: 'picture',
  hue: 'azure',
  all: { kind: 'satellite picture', basis: 'Placed by the harbour office', accuracyKm: 0.1, sources: ['bulletin'] },
  picture: { file: 'layers/flood.png', bounds: [10, 55, 12, 57], date: '2030-03-05' },
} as const

/** Of one colour, as a program would save it. */
export function plainPicture(
  type: 'png' | 'jpeg' | 'webp' = 'png',
  { width = 8, height = 8, background = '#ff00ff' } = {},
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(type)
    .toBuffer()
}

/** A data folder whose case `valid` has this layer, and these bytes as its picture where there are any. */
export function withPicture(
  layer: { picture: { file: string } },
  bytes: Buffer | string | null,
  basemap = 'tests/fixtures/basemap',
): string {
  const data = mkdtempSync(path.join(tmpdir(), 'caseboard-pictures-'))
  cpSync('tests/fixtures/cases', path.join(data, 'cases'), { recursive: true })
  cpSync(basemap, path.join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const folder = path.join(data, 'cases/valid')
  const table = path.join(folder, 'layers.json')
  writeFileSync(table, JSON.stringify([...JSON.parse(readFileSync(table, 'utf8')), layer]))
  if (bytes !== null) writeFileSync(path.join(folder, layer.picture.file), bytes)
  return data
}
