import { worldPx } from '@/lib/geo/camera-to-bounds'
import type { Figure } from '@/lib/schema/figure'
import type { Note } from '@/lib/schema/note'
import type { CaseRecords } from '@/lib/schema/records'
import { yearAt } from './calendar'
import { figureNumber, figurePeriod, hedgeOf, shortName } from './figure-words'
import type { LinkedPlace, WrittenNote } from './linked-case'
import { yearName } from './local-time'
import { timeExtent } from './time-extent'

type Records = Pick<CaseRecords, 'head' | 'figures' | 'actors' | 'layers'>

/** Of the letters of a name on the map, and what is kept free on both sides of it together, px. */
const LETTER_PX = 7.4
const AROUND_PX = 8

/** An area fills about half of its bounds: a name must not be wider than that to lie within it. */
const FILLED = 0.5

/** The zoom from which on a name lies within the bounds of an area, which has some width. */
function roomFromZoom(name: string, [west, , east]: NonNullable<LinkedPlace['bounds']>): number {
  const needed = Array.from(name).length * LETTER_PX + AROUND_PX
  const there = FILLED * worldPx * ((east - west) / 360)
  return Math.log2(needed / there)
}

/** The days of a figure without the year that the whole case is told in. */
function daysOf(figure: Figure, reported: string): string {
  const period = figurePeriod(figure)
  const year = ` ${yearName(yearAt(timeExtent(reported).start))}`
  return period.endsWith(year) ? period.slice(0, -year.length) : period
}

/** What a figure counts, over which days and who says so, and another that belongs to it. */
function linesOf({ also }: Note, figure: Figure | undefined, { head, actors, figures }: Records): string[] {
  const maker = actors.find(({ id }) => id === figure?.by)?.name
  const other = figures.find(({ id }) => id === also?.figure)
  const counted =
    figure === undefined ? [] : [[daysOf(figure, head.reported), ...(maker === undefined ? [] : [shortName(maker)])]]
  const last = also === undefined ? [] : [other && hedgeOf(other), other && figureNumber(other), also.words]
  return [...counted.map((parts) => parts.join(', ')), last.filter((part) => part).join(' ')].filter(
    (line) => line !== '',
  )
}

/**
 * Writes a case's notes: a figure's hedge and number as its maker gave them, its days, who says so and what belongs to
 * it; else the name of a place, which from near stands within its area. A note whose mark is nowhere on the map is left
 * out. Sorted by rank, those of one rank as the case has them.
 */
export function writeNotes(records: Records, places: readonly LinkedPlace[]): WrittenNote[] {
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const layerOf = new Map(records.layers.map((layer) => [layer.id, layer]))
  const figureOf = new Map(records.figures.map((figure) => [figure.id, figure]))
  const written = (records.head.notes ?? []).flatMap((note): WrittenNote[] => {
    const [place, mark] = [placeOf.get(note.place), placeOf.get(note.mark ?? note.place)]
    const layer = mark && layerOf.get(mark.layer)
    if (place === undefined || mark === undefined || layer === undefined) return []
    const figure = note.figure === undefined ? undefined : figureOf.get(note.figure)
    const { id, at, side, rank, words = '', strong = place.name } = note
    const { bounds, anchor } = mark
    const hasRoom = figure === undefined && bounds !== null && anchor !== null && bounds[2] > bounds[0]
    return [
      {
        ...{ id, at, side, rank, words, strong },
        place: place.id,
        mark: mark.id,
        layer: layer.id,
        hue: layer.hue,
        hedge: figure === undefined ? '' : hedgeOf(figure),
        number: figure === undefined ? '' : figureNumber(figure),
        lines: linesOf(note, figure, records),
        ...(hasRoom ? { inside: { at: anchor, fromZoom: roomFromZoom(strong, bounds) } } : {}),
      },
    ]
  })
  return written.toSorted((a, b) => a.rank - b.rank)
}
