import { writeDay } from '@/lib/derive/calendar'
import type { Collected } from '../convert/collect-rows'
import { layerText, type WrittenLayer } from './design-layers'

const SCHEMAS = '../../../public/schema'

/** What a small case of one file is told of. */
export interface NewCase {
  id: string
  title: string
  /** The file that it is made from. */
  file: string
  /** Today, as `2030-03-05`. */
  date: string
  sourceId: string
  publisher: string
}

/** The source that imported rows name. */
export function fileSource({
  sourceId,
  file,
  publisher,
  date,
}: Pick<NewCase, 'sourceId' | 'file' | 'publisher' | 'date'>) {
  return {
    id: sourceId,
    // A file may have no name at all.
    title: file.trim() || sourceId,
    publisher,
    retrieved: date,
    missing: { address: `Brought in as a file: ${file}`, sha256: 'A table, of which no passages are quoted' },
  }
}

/** From the first day to the last, as EDTF. */
function periodOf({ span }: Collected, date: string): string {
  if (span === null) return date
  const [first, last] = [writeDay(span.start), writeDay(span.end - 1)]
  return first === last ? first : `${first}/${last}`
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** What a first view shows: all that there is and some room around; the world where nothing has a position. */
function boundsOf({ bounds }: Collected): [number, number, number, number] {
  if (bounds === null) return [-160, -55, 160, 75]
  const [west, south, east, north] = bounds
  const [x, y] = [Math.max(0.5, (east - west) * 0.15), Math.max(0.4, (north - south) * 0.15)]
  const round = (value: number) => Math.round(value * 1000) / 1000
  return [
    round(clamp(west - x, -180, 179)),
    round(clamp(south - y, -85, 84)),
    round(clamp(east + x, -179, 180)),
    round(clamp(north + y, -84, 85)),
  ]
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const recordFiles = ['actors', 'quotations', 'figures', 'events', 'scenes'] as const

/** The files of a small case that holds nothing but the layers: path within its folder, and text. */
export function newCaseFiles(
  about: NewCase,
  layers: readonly WrittenLayer[],
  collected: Collected,
): Map<string, string> {
  const { id, title, file, date, sourceId } = about
  const count = layers.reduce((sum, { part }) => sum + part.features.length, 0)
  const head = {
    $schema: `${SCHEMAS}/case.schema.json`,
    id,
    title,
    summary: `${count} ${count === 1 ? 'row' : 'rows'} of ${file}.`,
    period: periodOf(collected, date),
    reported: date,
    updated: date,
    source: sourceId,
    bounds: boundsOf(collected),
    sides: [],
    questions: [],
    claims: [],
    charts: [],
  }
  const list = (name: string, records: readonly unknown[]) =>
    json({ $schema: `${SCHEMAS}/${name}.schema.json`, records })
  return new Map([
    ['case.json', json(head)],
    [
      'layers.json',
      list(
        'layers',
        layers.map(({ design }) => design),
      ),
    ],
    ['sources.json', list('sources', [fileSource(about)])],
    ...recordFiles.map((name): [string, string] => [`${name}.json`, list(name, [])]),
    ...layers.map((layer): [string, string] => [
      `layers/${layer.design.id}.geojson`,
      layerText(layer, `../${SCHEMAS}/places.schema.json`),
    ]),
  ])
}
