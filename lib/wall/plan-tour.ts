import { figureCaption } from '@/lib/derive/figure-words'
import type { LinkedCase, LinkedQuotation } from '@/lib/derive/linked-case'
import type { Figure } from '@/lib/schema/figure'
import type { Scene } from '@/lib/schema/scene'
import { type TourHead, type TourPart, tourScenes } from './tour-scenes'
import type { TourStop } from './wall-state'

/**
 * Words that a public reads in a minute: the slow end of the 160 to 180 that broadcasters ask of subtitles (BBC Subtitle
 * Guidelines, "Target minimum timing"; Ofcom), which are read as a wall is: standing words beside a moving picture, at a
 * pace that the reader did not choose.
 */
const WORDS_PER_MINUTE = 160

/** A number takes as long as two words: it is read digit by digit (the same guidelines, "Long figures"). */
const WORDS_PER_NUMBER = 2

/** How many words a reader has before them. A sign that stands alone is none. */
function countWords(text: string): number {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.reduce((sum, word) => sum + (/\p{N}/u.test(word) ? WORDS_PER_NUMBER : 1), 0)
}

/** How long texts take to be read one after the other, ms. More words never take less time. */
export function readingMs(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + countWords(text), 0)
  return Math.round((words / WORDS_PER_MINUTE) * 60_000)
}

/** The records that a scene's texts are taken from. */
export type SceneRecords = Pick<
  LinkedCase,
  'actors' | 'charts' | 'figures' | 'places' | 'quotations' | 'sources' | 'threads'
>

/** The same by id: a tour has as many scenes as figures, and each looks for its own. */
type SceneIndex = { [Kind in keyof SceneRecords]-?: ReadonlyMap<string, NonNullable<SceneRecords[Kind]>[number]> }

function indexRecords({
  actors,
  charts,
  figures,
  places,
  quotations,
  sources,
  threads = [],
}: SceneRecords): SceneIndex {
  const byId = <T extends { id: string }>(records: readonly T[]) =>
    new Map(records.map((record) => [record.id, record]))
  return {
    actors: byId(actors),
    charts: byId(charts),
    figures: byId(figures),
    places: byId(places),
    quotations: byId(quotations),
    sources: byId(sources),
    threads: byId(threads),
  }
}

function byId<T>(records: ReadonlyMap<string, T>, id: string | undefined): T | undefined {
  return id === undefined ? undefined : records.get(id)
}

function given(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined)
}

function figureTexts(figure: Figure, { actors }: SceneIndex): string[] {
  const reporters = [figure.by, ...(figure.via ?? [])].map((id) => byId(actors, id)?.name)
  return given([figure.qualifier, figureCaption(figure), figure.counts, ...reporters, figure.status, figure.asOf])
}

/** A row of a chart says less than a figure that stands alone. */
function rowTexts(figure: Figure, { actors }: SceneIndex): string[] {
  return given([figureCaption(figure), byId(actors, figure.by)?.name, figure.status])
}

/** The words, who said them, when and where, and the record beside them that says otherwise, or else the first. */
function quotationTexts(quotation: LinkedQuotation, { actors, places, sources }: SceneIndex): string[] {
  const speaker = byId(actors, quotation.speaker)
  const record = quotation.records.find(({ status }) => status === 'differs') ?? quotation.records[0]
  return given([
    quotation.passage.exact,
    speaker?.name,
    speaker?.role,
    byId(places, quotation.where)?.name,
    quotation.said,
    record?.status === 'differs' ? record.words : undefined,
    byId(sources, record?.source)?.publisher,
  ])
}

/** A scene as far as its reading goes: one without `part` is the case's own. */
type ReadScene = Scene & { part?: TourPart }

/** What the title scene says of the threads: each by its name, with the number that stands for it. */
function threadTexts(records: SceneIndex): string[] {
  return [...records.threads.values()].flatMap(({ title, figure: id }) => {
    const figure = byId(records.figures, id)
    return [title, ...(figure === undefined ? [] : figureTexts(figure, records))]
  })
}

/** Everything that a scene gives the audience to read. A record that it names and the case lacks gives nothing. */
function sceneTexts(scene: ReadScene, records: SceneIndex): string[] {
  const figure = byId(records.figures, scene.figure)
  const chart = byId(records.charts, scene.chart)
  const quotation = byId(records.quotations, scene.quotation)
  const rows = chart?.figures.map((id) => byId(records.figures, id)).filter((row) => row !== undefined) ?? []
  return [
    ...given([
      byId(records.threads, scene.thread)?.title,
      scene.when,
      scene.where,
      scene.title,
      scene.words,
      scene.time?.window,
    ]),
    ...(figure === undefined ? [] : figureTexts(figure, records)),
    ...given([chart?.title, chart?.note]),
    ...rows.flatMap((row) => rowTexts(row, records)),
    ...(quotation === undefined ? [] : quotationTexts(quotation, records)),
    ...(scene.part === 'title' ? threadTexts(records) : []),
  ]
}

/** What of a case is needed to plan its tour: everywhere the same, or displays and server would not be in step. */
type TourCase = TourHead & SceneRecords

/** The picture moves for a second, and a reader has to find the way into it before reading. */
const SETTLING_MS = 4000
/** A wall that stands still for longer looks broken, however much stands on it. */
const LONGEST_READING_MS = 120_000

/** How long all that a scene shows takes to read, with the time to settle; at most two minutes. Ms. */
export function sceneReadingMs(scene: ReadScene, records: SceneRecords): number {
  return readingOf(scene, indexRecords(records))
}

function readingOf(scene: ReadScene, records: SceneIndex): number {
  return Math.min(LONGEST_READING_MS, SETTLING_MS + readingMs(sceneTexts(scene, records)))
}

/**
 * The scenes of a case's tour as its stops, each for as long as it takes to read, at most two minutes, and never shorter than
 * it asks.
 */
export function planTour(linked: TourCase): TourStop[] {
  const records = indexRecords(linked)
  return tourScenes(linked).map((scene) => ({
    id: scene.id,
    durationMs: Math.max(scene.dwellSeconds * 1000, readingOf(scene, records)),
  }))
}
