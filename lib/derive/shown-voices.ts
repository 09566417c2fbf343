import type { CaseRecord } from './case-records'
import type { RecordFilter } from './record-filter'
import type { ShownRecords } from './shown-records'

/** How much of what is shown is one actor's. */
export interface VoiceShare {
  quotations: number
  statements: number
  figures: number
  events: number
}

/**
 * Who says, counts or takes part in what is shown, by id. While speakers or sides are asked for, others that happen to
 * take part in the same events are left out.
 */
export function findVoices(
  records: readonly CaseRecord[],
  shown: ShownRecords,
  { speakers, sides }: Pick<RecordFilter, 'speakers' | 'sides'>,
  sideOf: (actor: string) => string | undefined,
): ReadonlyMap<string, VoiceShare> {
  const isAsked = (actor: string) =>
    (speakers.length === 0 || speakers.includes(actor)) && (sides.length === 0 || sides.includes(sideOf(actor) ?? ''))
  const shares = new Map<string, VoiceShare>()
  for (const { kind, id, speakers: actors } of records) {
    if (kind === 'place' || !shown[kind].has(id)) continue
    for (const actor of actors) {
      if (!isAsked(actor)) continue
      const share = shares.get(actor) ?? { quotations: 0, statements: 0, figures: 0, events: 0 }
      share[`${kind}s`]++
      shares.set(actor, share)
    }
  }
  return shares
}
