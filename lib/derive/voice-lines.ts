import type { FeatureCollection, LineString } from 'geojson'
import { densifyLine } from '@/lib/geo/great-circle'
import type { LinkedActor, LinkedPlace, LinkedQuotation } from './linked-case'

/** One position for about this many kilometres: on any zoom it looks like a curve. */
const STEP_KM = 220

/** From where something was said to what it is about; all that goes the same way, as surely, shares one line. */
export interface VoiceLine {
  /** Ids of places. */
  from: string
  to: string
  /** No record says where these were said: the line begins at the seat of who spoke. */
  fromSeat: boolean
  /** Ids, in the case's order. */
  quotations: string[]
}

/** Properties of a drawn line; a map hands lists back as text, so the ids are written as one, with blanks between. */
export interface VoiceLineProperties {
  from: string
  to: string
  fromSeat: boolean
  quotations: string
  /** Whether the record in focus is among its quotations. */
  focused: boolean
}

/**
 * The lines of these quotations, in the order in which they first appear. A quotation of which nobody says where it was
 * said has none, and nothing goes from a place to itself.
 */
export function listVoiceLines(
  quotations: readonly Pick<LinkedQuotation, 'id' | 'where' | 'whereBasis' | 'about'>[],
): VoiceLine[] {
  const lines = new Map<string, VoiceLine>()
  for (const { id, where, whereBasis, about } of quotations) {
    if (where === undefined) continue
    const fromSeat = whereBasis === 'seat'
    for (const to of new Set(about)) {
      if (to === where) continue
      const key = `${where} ${to} ${fromSeat}`
      const line = lines.get(key) ?? { from: where, to, fromSeat, quotations: [] }
      line.quotations.push(id)
      lines.set(key, line)
    }
  }
  return [...lines.values()]
}

/** Ids of the quotations that a view has in focus: one, or all of a speaker's. */
export function quotationsInFocus(
  focus: { kind: string; id: string } | null,
  actor: (id: string) => Pick<LinkedActor, 'quotations'> | undefined,
): readonly string[] {
  if (focus?.kind === 'quotation') return [focus.id]
  return focus?.kind === 'speaker' ? (actor(focus.id)?.quotations ?? []) : []
}

type Spoken = Pick<LinkedQuotation, 'id' | 'speaker' | 'where' | 'about'>

/** A quotation that has a line: somebody said where, of somewhere else. */
function hasLine({ where, about }: Spoken): boolean {
  return where !== undefined && about.some((place) => place !== where)
}

/** Who has lines among the quotations shown, and how many quotations of theirs lead to them: who said most first. */
export function listVoices(
  quotations: readonly Spoken[],
  shown: ReadonlySet<string>,
): { speaker: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const quotation of quotations) {
    const { id, speaker } = quotation
    if (speaker !== undefined && shown.has(id) && hasLine(quotation))
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  return [...counts].map(([speaker, count]) => ({ speaker, count })).toSorted((a, b) => b.count - a.count)
}

/**
 * The quotations whose lines are drawn, of those shown: the ones in focus; without them those of the speaker whose lines
 * are asked for ('' is who said most, null nobody). All of them at once would only cross each other.
 */
export function pickVoices<T extends Spoken>(
  quotations: readonly T[],
  shown: ReadonlySet<string>,
  asked: string | null,
  inFocus: readonly string[],
): T[] {
  if (inFocus.length > 0) return quotations.filter(({ id }) => shown.has(id) && inFocus.includes(id))
  if (asked === null) return []
  const speaker = asked === '' ? listVoices(quotations, shown)[0]?.speaker : asked
  return speaker === undefined ? [] : quotations.filter((each) => shown.has(each.id) && each.speaker === speaker)
}

/** The lines as great circles between the places' anchors; those in focus last, so that they are drawn on top. */
export function drawVoiceLines(
  lines: readonly VoiceLine[],
  place: (id: string) => Pick<LinkedPlace, 'anchor' | 'drawn'> | undefined,
  focused: ReadonlySet<string>,
): FeatureCollection<LineString, VoiceLineProperties> {
  const features = lines.flatMap(({ from, to, fromSeat, quotations }) => {
    // What is not drawn has no one place for a line to end at.
    const [start, end] = [from, to].map((id) => (place(id)?.drawn === 'nothing' ? undefined : place(id)?.anchor))
    if (start === undefined || start === null || end === undefined || end === null) return []
    const properties = {
      from,
      to,
      fromSeat,
      quotations: quotations.join(' '),
      focused: quotations.some((id) => focused.has(id)),
    }
    const geometry = { type: 'LineString' as const, coordinates: densifyLine([start, end], STEP_KM) }
    return [{ type: 'Feature' as const, properties, geometry }]
  })
  features.sort((a, b) => Number(a.properties.focused) - Number(b.properties.focused))
  return { type: 'FeatureCollection', features }
}
