import type { LayerDesign } from '@/lib/schema/layer'
import type { Hue } from '@/lib/schema/plain-values'
import { hues } from '@/lib/schema/plain-values'
import type { Mapping } from '../columns/mapping'
import type { Collected, Part, PropertySummary, ShapeKind } from '../convert/collect-rows'
import { propertyName } from '../convert/property-names'

/** What a layer of imported rows is called, and where it stands among others. */
export interface LayerNames {
  id: string
  name: string
  /** The hue that it gets; those of the others follow from it. */
  hue: Hue
  sourceId: string
  /** The file, as it is told of. */
  file: string
}

/** A layer with its places, as the files of a case have them. */
export interface WrittenLayer {
  design: LayerDesign
  part: Part
}

const MOST_FIELDS = 30
const MOST_CATEGORIES = 6
/** Beyond so many points, those that are near each other are one with their number. */
const MOST_SINGLE = 1500

const endings: Readonly<Record<ShapeKind, { suffix: string; word: string }>> = {
  points: { suffix: '', word: '' },
  lines: { suffix: '-lines', word: ' (lines)' },
  areas: { suffix: '-areas', word: ' (areas)' },
}

const symbols = ['square', 'triangle', 'star', 'diamond', 'cross', 'drop'] as const
const patterns = ['hatch-45', 'hatch-135', 'outline', 'fill', 'hatch-45', 'hatch-135'] as const

function fieldOf([property, { count, numbers, links }]: readonly [string, PropertySummary]) {
  const format: 'number' | 'link' | undefined = numbers === count ? 'number' : links > count * 0.9 ? 'link' : undefined
  const label =
    property
      .replace(/^file\./, '')
      .replaceAll('_', ' ')
      .trim() || property
  return { property, label, ...(format === undefined ? {} : { format }) }
}

/** Which properties are shown, in the order of the file: but for what a row's date and kind say already. */
function listFields({ properties }: Collected, { start, end, category }: Mapping) {
  const said = [start, end, category].flatMap((column) => (column === null ? [] : propertyName(column)))
  const own = ['name', 'kind', 'note', 'accuracyKm', ...said]
  return [...properties]
    .filter(([name]) => !own.includes(name))
    .slice(0, MOST_FIELDS)
    .map(fieldOf)
}

type Categories = NonNullable<LayerDesign['categories']>

/** The most frequent values of the category, each with a look of its own that grey tells apart too. */
function findCategories(kind: ShapeKind, hue: Hue, collected: Collected, mapping: Mapping): Categories | undefined {
  const property = mapping.category === null ? undefined : propertyName(mapping.category)
  const values = property === undefined ? null : collected.properties.get(property)?.values
  if (property === undefined || !values || kind === 'lines' || values.size < 2 || values.size > 30) return undefined
  const first = hues.indexOf(hue)
  const entries = [...values].toSorted((one, other) => other[1] - one[1]).slice(0, MOST_CATEGORIES)
  const usable = entries.filter(([value]) => String(value).trim() !== '' && String(value).length <= 1000)
  if (usable.length < 2) return undefined
  return {
    property,
    values: usable.map(([value], index) => ({
      value,
      name: String(value).slice(0, 200),
      hue: hues[(first + 1 + index) % (hues.length - 1)] ?? 'slate',
      ...(kind === 'points' ? { symbol: symbols[index] ?? 'square' } : { pattern: patterns[index] ?? 'outline' }),
    })),
  }
}

/** Circles only where every row has a number above zero: of none, the area would be nothing, and nobody would see it. */
function isSized(collected: Collected, mapping: Mapping): boolean {
  if (mapping.count === null || mapping.position?.kind === 'name') return false
  const summary = collected.properties.get(propertyName(mapping.count))
  const rows = collected.parts.find(({ kind }) => kind === 'points')?.features.length ?? 0
  return summary !== undefined && summary.numbers === summary.count && summary.count === rows && summary.lowest > 0
}

function lookOf(
  part: Part,
  hue: Hue,
  collected: Collected,
  mapping: Mapping,
): Pick<LayerDesign, 'mark'> & Partial<LayerDesign> {
  const categories = findCategories(part.kind, hue, collected, mapping)
  const sorted = categories === undefined ? {} : { categories }
  if (part.kind === 'areas') return { mark: 'area', pattern: 'fill', ...sorted }
  if (part.kind === 'lines') return { mark: 'line' }
  if (part.features.length > MOST_SINGLE) return { mark: 'cluster', symbol: 'dot' }
  if (isSized(collected, mapping) && mapping.count !== null) {
    // Of circles only the hue can differ, which grey does not show: the categories stay among the fields.
    return { mark: 'circle', size: { by: 'property', property: propertyName(mapping.count) } }
  }
  return { mark: 'symbol', symbol: 'dot', ...sorted }
}

const basisOf = (mapping: Mapping, file: string) =>
  mapping.position?.kind === 'name'
    ? `The middle of the place that ${file} names, from the map’s gazetteer`
    : `As ${file} gives it`

function timeOf({ start, end }: Mapping): LayerDesign['time'] {
  if (start === null) return undefined
  const property = propertyName(start)
  return end === null ? { property } : { start: property, end: propertyName(end) }
}

/** How the rows of a table are drawn: a layer for each kind of shape that it has. */
export function designLayers(collected: Collected, mapping: Mapping, names: LayerNames): WrittenLayer[] {
  const fields = listFields(collected, mapping)
  const time = timeOf(mapping)
  const first = hues.indexOf(names.hue)
  const isOne = collected.parts.length === 1
  return collected.parts.map((part, index) => {
    const { suffix, word } = isOne ? { suffix: '', word: '' } : endings[part.kind]
    const hue = hues[(first + index * 3) % (hues.length - 1)] ?? names.hue
    const design: LayerDesign = {
      id: `${names.id.slice(0, 58)}${suffix}`,
      name: `${names.name}${word}`,
      key: `From ${names.file}.`,
      hue,
      ...lookOf(part, hue, collected, mapping),
      all: { kind: names.name, basis: basisOf(mapping, names.file), accuracyKm: null, sources: [names.sourceId] },
      ...(fields.length === 0 ? {} : { fields }),
      ...(time === undefined ? {} : { time }),
    }
    return { design, part }
  })
}

/** The file of a layer. */
export function layerText({ part }: WrittenLayer, schema: string): string {
  return `{\n  "$schema": ${JSON.stringify(schema)},\n  "type": "FeatureCollection",\n  "features": [\n${part.features.join(',\n')}\n  ]\n}\n`
}
