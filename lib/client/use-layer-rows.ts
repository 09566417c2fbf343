import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { everyTile, type TileQuery, tileQueryOf } from '@/lib/derive/time-bins'
import { useCase } from './case-context'
import { fetchRows, type RowPage, type RowsAsked } from './layer-rows'
import { useView } from './view-context'
import { useOfVisible } from './visible-context'

/** What the view asks of a layer of tiles; the same object while it is the same. */
export function useTileQuery(layer: Pick<LinkedLayer, 'id' | 'tiles'> | undefined): TileQuery {
  const { id, tiles } = layer ?? {}
  const off = useView((view) => view.off)
  const asked = useOfVisible(({ query }) =>
    JSON.stringify(id === undefined || tiles === undefined ? everyTile : tileQueryOf(id, tiles, query, off)),
  )
  return useMemo(() => JSON.parse(asked), [asked])
}

export type ToldRows = RowPage | 'loading' | 'failed'

/**
 * Rows of a layer of tiles, from the server, a page at a time; `null` asks for none yet. A page that comes after something
 * else was asked for is let go.
 */
export function useLayerRows(
  layer: LinkedLayer | undefined,
  query: TileQuery,
  asked: RowsAsked | null,
): { told: ToldRows; goOn(): void } {
  const { linked } = useCase()
  const key = JSON.stringify([layer?.id, layer?.version, query, asked])
  const [known, setKnown] = useState<{ of: string; told: ToldRows } | null>(null)
  const load = useEffectEvent((after: number) => {
    const { id, tiles } = layer ?? {}
    if (id === undefined || tiles === undefined || asked === null) return
    const of = key
    fetchRows({ ...asked, caseId: linked.id, layer: { id, tiles }, query }, after).then(
      (page) =>
        setKnown((before) => {
          const earlier = after > 0 && before?.of === of && typeof before.told !== 'string' ? before.told.rows : []
          return { of, told: { ...page, rows: [...earlier, ...page.rows] } }
        }),
      () => setKnown({ of, told: 'failed' }),
    )
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks anew when something else is asked of the layer
  useEffect(() => load(0), [key])
  const told = known?.of === key ? known.told : 'loading'
  return { told, goOn: () => typeof told !== 'string' && told.next !== null && load(told.next) }
}
