import type MiniSearch from 'minisearch'
import type { LngLat } from '@/lib/schema/geometry'

/** A place that a shape can be laid over or a line led to: of the case, or a name of the basemap. */
export interface Spot {
  name: string
  localName?: string
  kind: 'case' | 'country' | 'city' | 'sea' | 'island'
  at: LngLat
  areaKm2?: number
}

export type FindSpots = (typed: string) => Spot[]

const MOST = 8
/** A country before a town of its name; what the case is about before both. */
const boost: Record<Spot['kind'], number> = { case: 1.4, country: 1.3, city: 1, sea: 1.1, island: 1.1 }

/** Without case and accents, and without the preposition that a person may type with a name: "over Portugal". */
function fold(term: string): string {
  return term
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** A search over `spots` that forgives typing errors, best first, at most eight. The library is fetched when it is asked for. */
export async function indexSpots(spots: readonly Spot[]): Promise<FindSpots> {
  const { default: Search } = await import('minisearch')
  const index: MiniSearch = new Search({
    fields: ['name', 'localName'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
      boostDocument: (id) => boost[spots[Number(id)]?.kind ?? 'city'],
    },
  })
  index.addAll(spots.map(({ name, localName = '' }, id) => ({ id, name, localName })))
  return (typed) =>
    index
      .search(typed.replace(/^\s*over\s+/i, ''))
      .slice(0, MOST)
      .flatMap(({ id }) => spots[Number(id)] ?? [])
}
