import { pointExtent } from '@/lib/schema/plain-dates'
import { toId } from '@/lib/schema/plain-values'
import type { Scene } from '@/lib/schema/scene'

/** A year, month or day; the format knows no month of a year of five digits. */
const PLAIN = /^(Y-?\d{5,6}|-?[\dX]{4}(-[\dX]{2}){0,2})[?~%]?$/

function plainExtent(text: string): { start: number; end: number } | null {
  return PLAIN.test(text) ? pointExtent(text) : null
}

/**
 * Whether a text is a date that a person would type: a year, month or day, perhaps uncertain (`?`), approximate (`~`) or
 * both (`%`), or two of them with a slash between, the first beginning earlier. The part of EDTF that a form needs; its
 * library stays on the server.
 */
export function isPlainDate(text: string): boolean {
  const ends = text.split('/')
  const [start, end] = ends.map(plainExtent)
  if (ends.length > 2 || start === undefined || start === null) return false
  return end === undefined || (end !== null && start.start < end.start)
}

/** What of a scene a person words and times. */
export type SceneWords = Pick<Scene, 'title' | 'words' | 'when' | 'where' | 'notes' | 'dwellSeconds'>

/** A scene as it comes from the map: what is seen, and what is in focus. */
export type SeenScene = Pick<Scene, 'camera' | 'layers' | 'time' | 'focus' | 'quotation' | 'figure' | 'when'> & {
  /** What to call it until somebody words it; may be empty. */
  title: string
}

/** Long enough for a picture to be looked at; reading time comes on top where there is more to read. */
const NEW_DWELL_SECONDS = 15
/** What a scene may stay, seconds, and how long its words may be, as in its schema. */
const dwellLimits = { min: 3, max: 600 } as const
const LONGEST_WORDS = 4000

/** An id for a new scene from its title, in letters, digits and hyphens, that no scene of the tour has. */
export function newSceneId(title: string, tour: readonly Scene[]): string {
  // Shorter than an id may be: a number may follow.
  const slug = toId(title).slice(0, 56).replace(/-$/, '')
  const stem = slug === '' ? 'scene' : slug
  const taken = new Set(tour.map(({ id }) => id))
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (!taken.has(id)) return id
  }
}

/** The tour with what is seen as its new last scene, without words yet. */
export function addScene(tour: readonly Scene[], seen: SeenScene): Scene[] {
  const { title, ...view } = seen
  return [...tour, { id: newSceneId(title, tour), title, words: '', ...view, dwellSeconds: NEW_DWELL_SECONDS }]
}

/** The tour with a scene one place earlier or later; at its end it stays. */
export function moveScene(tour: readonly Scene[], id: string, by: 1 | -1): Scene[] {
  const from = tour.findIndex((scene) => scene.id === id)
  const to = from + by
  const scene = tour[from]
  if (scene === undefined || to < 0) return [...tour]
  return tour.toSpliced(from, 1).toSpliced(to, 0, scene)
}

/** The tour with a scene worded, timed or seen otherwise. */
export function changeScene(tour: readonly Scene[], id: string, change: Partial<Omit<Scene, 'id'>>): Scene[] {
  return tour.map((scene) => (scene.id === id ? { ...scene, ...change } : scene))
}

/** The tour without a scene. */
export function removeScene(tour: readonly Scene[], id: string): Scene[] {
  return tour.filter((scene) => scene.id !== id)
}

/**
 * What keeps a scene out of a case: its words and numbers as a person has left them. `ownDates` are the dates that the
 * case's own scenes have, which may be written in ways that are not looked into here.
 */
export function sceneFaults(scene: SceneWords, ownDates: ReadonlySet<string>): (keyof SceneWords)[] {
  const { title, words, when = '', where = '', notes = '', dwellSeconds } = scene
  const fits = (text: string, least: number) => text.trim().length >= least && text.trim().length <= LONGEST_WORDS
  const sound: Record<keyof SceneWords, boolean> = {
    title: fits(title, 1),
    words: fits(words, 1),
    when: when.trim() === '' || ownDates.has(when.trim()) || isPlainDate(when.trim()),
    where: fits(where, 0),
    notes: fits(notes, 0),
    dwellSeconds: dwellSeconds >= dwellLimits.min && dwellSeconds <= dwellLimits.max,
  }
  return sceneWordKeys.filter((key) => !sound[key])
}

/** The parts that a person words and times, in the order of the form. */
const sceneWordKeys = ['title', 'words', 'when', 'where', 'notes', 'dwellSeconds'] as const

function written(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}

/** A tour as the text of a case's `scenes.json`. It is valid where no scene has a fault and all it names is there. */
export function writeScenes(tour: readonly Scene[]): string {
  const scenes = tour.map((scene) => ({
    id: scene.id,
    title: scene.title.trim(),
    words: scene.words.trim(),
    when: written(scene.when),
    where: written(scene.where),
    camera: scene.camera,
    layers: scene.layers,
    time: scene.time,
    focus: scene.focus,
    quotation: scene.quotation,
    figure: scene.figure,
    chart: scene.chart,
    sources: scene.sources,
    notes: written(scene.notes),
    dwellSeconds: scene.dwellSeconds,
  }))
  return `${JSON.stringify(scenes, null, 2)}\n`
}
