import type { LinkedCase } from '@/lib/derive/linked-case'
import { isObject, placeIdPattern, recordIdPattern } from '@/lib/schema/plain-values'
import type { Scene } from '@/lib/schema/scene'

/** A tour of more would take hours, and a text of more was not written here. */
const MOST_SCENES = 200
const LONGEST_DRAFT = 1_000_000

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 10_000
const isRecordId = (value: unknown): value is string => typeof value === 'string' && recordIdPattern.test(value)
const isPlaceId = (value: unknown): value is string => typeof value === 'string' && placeIdPattern.test(value)

function isNumber(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max
}

function readCamera(value: unknown): Scene['camera'] | null {
  if (!isObject(value) || !Array.isArray(value.center)) return null
  const [lng, lat]: unknown[] = value.center
  if (!isNumber(lng, -180, 180) || !isNumber(lat, -85, 85) || !isNumber(value.zoom, 0, 12)) return null
  return { center: [lng, lat], zoom: value.zoom }
}

/** The part of that name where it is what it should be; nothing where it is not there or is anything else. */
function part<K extends string, T>(
  from: Record<string, unknown>,
  key: K,
  is: (value: unknown) => value is T,
): { [key in K]?: T } {
  const value = from[key]
  const found: { [key in K]?: T } = {}
  if (is(value)) found[key] = value
  return found
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isRecordId)
}

function readTime(value: unknown): Pick<Scene, 'time'> {
  if (!isObject(value) || !isText(value.window)) return {}
  return { time: { window: value.window, ...(value.play === true && { play: true }) } }
}

function readScene(value: unknown): Scene | null {
  if (!isObject(value)) return null
  const { id, title, words, dwellSeconds } = value
  const camera = readCamera(value.camera)
  const layers = value.layers
  if (!isRecordId(id) || !isText(title) || !isText(words) || camera === null || !isIds(layers)) return null
  if (!isNumber(dwellSeconds, 0, 100_000)) return null
  return {
    id,
    title,
    words,
    ...part(value, 'when', isText),
    ...part(value, 'where', isText),
    camera,
    layers,
    ...readTime(value.time),
    ...part(value, 'focus', isPlaceId),
    ...part(value, 'quotation', isRecordId),
    ...part(value, 'figure', isRecordId),
    ...part(value, 'chart', isRecordId),
    ...part(value, 'sources', isIds),
    ...part(value, 'notes', isText),
    dwellSeconds,
  }
}

/**
 * Reads a tour that this browser has kept; null where the text is anything else, down to a single scene. It may be of an
 * older release, of another tab or edited by hand, so nothing of it is taken on trust. Never throws.
 */
export function readDraft(text: string | null): Scene[] | null {
  if (text === null || text.length > LONGEST_DRAFT) return null
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value) || value.length > MOST_SCENES) return null
    const scenes = value.map(readScene).filter((scene) => scene !== null)
    const unique = new Set(scenes.map(({ id }) => id)).size === value.length
    return unique ? scenes : null
  } catch {
    return null
  }
}

/** The records that a scene can name. */
type NamedRecords = Pick<LinkedCase, 'charts' | 'figures' | 'layers' | 'places' | 'quotations' | 'sources'>

/** A kept tour with what the case no longer has left out of it: the rest can be shown and written. */
export function settleDraft(tour: readonly Scene[], linked: NamedRecords): Scene[] {
  const idsOf = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id))
  const layers = idsOf(linked.layers)
  const sources = idsOf(linked.sources)
  const known = {
    focus: idsOf(linked.places),
    quotation: idsOf(linked.quotations),
    figure: idsOf(linked.figures),
    chart: idsOf(linked.charts),
  }
  const held = (kind: keyof typeof known, id = '') => (known[kind].has(id) ? id : undefined)
  return tour.map((scene) => {
    const figure = held('figure', scene.figure)
    return {
      ...scene,
      layers: scene.layers.filter((id) => layers.has(id)),
      focus: held('focus', scene.focus),
      quotation: held('quotation', scene.quotation),
      figure,
      chart: figure === undefined ? held('chart', scene.chart) : undefined,
      sources: scene.sources?.filter((id) => sources.has(id)),
    }
  })
}
