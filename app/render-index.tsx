import { CaseIndex, type IndexedCase } from '@/components/case-index/case-index'
import { limits } from '@/lib/limits'
import type { CaseSummary } from '@/lib/server/case-store'
import { loadCase } from '@/lib/server/case-store'
import { searchCase } from '@/lib/server/search-cases'
import { ViewWords } from './view-words'

/** Cases that a page lists; of more the first. */
const MOST_LISTED = limits.find.cases

async function readIndexed({ id }: CaseSummary, typed: string): Promise<IndexedCase[]> {
  const loaded = await loadCase(id)
  if (loaded === null) return []
  const { title, summary, period, updated, bounds, version, places, quotations, figures, events, sources } =
    loaded.linked
  const finds = typed === '' ? null : await searchCase(loaded, typed)
  const counts = {
    places: places.length,
    quotations: quotations.length,
    figures: figures.length,
    events: events.length,
    sources: sources.length,
  }
  return [{ id, title, summary, period, updated, bounds, version, counts, finds }]
}

/** The page of several cases: each with its map, and what of them all has the words that were typed. */
export async function renderIndex(cases: readonly CaseSummary[], typed: string) {
  const listed: IndexedCase[] = []
  for (const summary of cases.slice(0, MOST_LISTED))
    for (const each of await readIndexed(summary, typed)) listed.push(each)
  return (
    <ViewWords view="index">
      <CaseIndex cases={listed} typed={typed} more={Math.max(0, cases.length - MOST_LISTED)} />
    </ViewWords>
  )
}
