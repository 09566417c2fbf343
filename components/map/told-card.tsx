import { deferPart } from '@/components/ui/deferred-part'
import type { PickedRows, PickedUnit } from './map-contract'

const rowsCard = deferPart(() => import('./rows-card').then((module) => module.RowsCard))
const unitCard = deferPart(() => import('./unit-card').then((module) => module.UnitCard))

/** What a click on a layer of tiles or on a choropleth was on, and where, px within the map. */
export type Told = { point: { x: number; y: number } } & ({ rows: PickedRows } | { unit: PickedUnit })

/** What such a click tells, beside it. */
export function ToldCard({ told, onClose }: { told: Told; onClose(): void }) {
  if ('unit' in told) return <unitCard.Part key={told.unit.code} {...told} onClose={onClose} />
  const { layer, first, count } = told.rows
  return <rowsCard.Part key={`${layer} ${first} ${count}`} {...told} onClose={onClose} />
}
