import type { LinkedCase } from './linked-case'
import type { ShownRecords } from './shown-records'

/** Ids of the documents that anything shown comes from, or is compared with. */
export function findSources(linked: LinkedCase, shown: ShownRecords): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { id, sources } of linked.places) if (shown.place.has(id)) for (const source of sources) found.add(source)
  for (const { id, passage, records = [] } of linked.figures) {
    if (!shown.figure.has(id)) continue
    if (passage !== undefined) found.add(passage.source)
    for (const { source } of records) found.add(source)
  }
  for (const { passage, records } of [
    ...linked.statements.filter((statement) => shown.statement.has(statement.id)),
    ...linked.quotations.filter((quotation) => shown.quotation.has(quotation.id)),
    ...linked.events.filter((event) => shown.event.has(event.id)),
  ]) {
    found.add(passage.source)
    for (const { source } of records) found.add(source)
  }
  return found
}
