import type { LngLat } from './geometry'
import type { LayerTime } from './layer'

/** The id of a case, and of a record or a layer of one. */
export const recordIdPattern = /^[a-z0-9][a-z0-9-]{0,63}$/

/** The id of a place: like a record's, but capitals are allowed so that a region keeps its ISO 3166-2 code. */
export const placeIdPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/

/** A name as an id: "My Case" as "my-case", "Café" as "cafe"; empty where nothing of it can stand in one. */
export function toId(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
}

/** The name of a symbol, which is also that of its file. */
export const symbolNamePattern = /^[a-z0-9][a-z0-9-_]{0,63}$/

/** Adds to the end of a list all that others hold, however much: spread into `push`, 120,000 items overflow the stack. */
export function append<T>(list: T[], ...others: readonly (readonly T[])[]): void {
  for (const items of others) for (const item of items) list.push(item)
}

/** What a table has under a key that somebody else has written: “constructor” is in none of them, though all objects have it. */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** Adds an item to one of several lists, which is begun where there is none yet. */
export function addTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** The first index below `length` that does not come before what is looked for, else `length`: those that do come first. */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** How many characters a text has as schemas count them: an emoji is one, and two of `length`. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Whether a value from JSON is an object, with members yet to be looked at; null and lists are none. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value from JSON text; undefined for what is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The words alone: lower case, one kind of apostrophe, no other punctuation, single spaces. Two wordings that agree
 * after this have the same words.
 */
export function normaliseWording(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Where no property is named for it, a row's date. */
export const DATE = 'date'

/** The properties that say when a layer's rows are. */
export function timeProperties(time: LayerTime | undefined): string[] {
  if (time === undefined) return [DATE]
  return 'property' in time ? [time.property] : [time.start, time.end]
}

export const KM_PER_NAUTICAL_MILE = 1.852
export const KM_PER_MILE = 1.609344

/** Kilometres in one of each unit that a length can be given in. */
export const kmPerUnit: ReadonlyMap<string, number> = new Map([
  ['km', 1],
  ['m', 0.001],
  ['nautical miles', KM_PER_NAUTICAL_MILE],
  ['nmi', KM_PER_NAUTICAL_MILE],
  ['miles', KM_PER_MILE],
  ['feet', 0.0003048],
])

/** Colours by name: a case names one, and each theme has its own value for it that colour-blind readers can tell from the others. */
export const hues = ['vermilion', 'ochre', 'azure', 'plum', 'pine', 'indigo', 'moss', 'rose', 'umber', 'slate'] as const
export type Hue = (typeof hues)[number]

/** The hue of what has none of its own. */
export const neutralHue: Hue = 'slate'

/** A symbol's outline as SVG path data, on a square field. */
export interface Glyph {
  name: string
  path: string
  /** Side of the field, px. */
  field: number
  /** How far right on the field the path begins, of one that is narrower than high. */
  indent?: number
  /** Drawn as a line of this width rather than filled. */
  line?: number
}

const own = (name: string, path: string, line?: number): Glyph => ({
  name,
  path,
  field: 22,
  ...(line === undefined ? {} : { line }),
})

const rounded = (y: number) => `M5 ${y - 1.5}h12a1.5 1.5 0 0 1 0 3H5a1.5 1.5 0 0 1 0-3Z`

/** The symbol of a point that no other is named for. */
export const dotGlyph = own('dot', 'M5.5 11a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z')

/** Symbols that the icon sets do not have, or not so plain. */
export const ownGlyphs: readonly Glyph[] = [
  dotGlyph,
  own('bar', 'M9 4a2 2 0 0 1 4 0v14a2 2 0 0 1-4 0Z'),
  own('bars', [5, 11, 17].map(rounded).join('')),
  own('drop', 'M11 2.5C15 8 17 11 17 14a6 6 0 0 1-12 0C5 11 7 8 11 2.5Z'),
  own('speech-bubble', 'M4 5h14v9h-7l-4 4v-4H4Z', 2),
]

/** On which side of its point a note stands, if there is room. */
export const noteSides = ['right', 'left', 'top', 'bottom'] as const
export type NoteSide = (typeof noteSides)[number]

/** Of a picture that lies on the map. */
export type Corners = readonly [upperLeft: LngLat, upperRight: LngLat, lowerRight: LngLat, lowerLeft: LngLat]

type Edges = [west: number, south: number, east: number, north: number]

/** What a picture says of where it lies. */
interface Placed {
  bounds?: Edges | undefined
  corners?: Corners | undefined
}

/** Where a picture lies: its corners as the case says, or those of the bounds of its tiles. */
export function pictureCorners(
  { bounds, corners }: Placed,
  { tiles }: { tiles?: { bounds: Edges } | undefined },
): Corners {
  return cornersOf({ bounds: bounds ?? tiles?.bounds, corners })
}

/** What a picture is served under, whole or by tiles: another name where its file is another, or where its tiles are cut elsewhere. */
export function pictureVersion({ bounds }: Placed, file: { version: string; tiles?: object | undefined }): string {
  return file.tiles === undefined || bounds === undefined ? file.version : [file.version, ...bounds].join('_')
}

/** A picture’s corners, clockwise from the upper left one, `[lng, lat]` in degrees. */
export function cornersOf({ bounds, corners }: Placed): Corners {
  if (corners !== undefined) return corners
  const [west, south, east, north] = bounds ?? [0, 0, 0, 0]
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ]
}
