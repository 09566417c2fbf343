import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useView } from '@/lib/client/view-context'
import { legendLayers } from '@/lib/map/legend-layers'
import { type LegendRow, overlayColours } from '@/lib/map/legend-marks'
import type { DrawnOverlays } from '@/lib/map/overlays'

interface NamedRow extends LegendRow {
  id: string
  name: string
}

/** The legend of a map that is taken away: the layers with a place that is shown, what is drawn over them, and the
 * dashes of the ground. */
export function useLegend(shownPlaces: ReadonlySet<string>, { ids, laidOver }: DrawnOverlays): NamedRow[] {
  const layers = useTranslations('layers')
  const overlays = useTranslations('overlays')
  const borders = useTranslations('borders')
  const { linked } = useCaseboard()
  const visibleLayers = useView((view) => view.visibleLayers)
  const rows = legendLayers(linked.places, visibleLayers, shownPlaces)
  return [
    ...rows.map(({ id, mark, colour }) => ({ id, mark, colour, name: layers(`${id}.name`) })),
    ...ids.map((id) => {
      const name = id === 'laid-over' ? overlays(id, { name: laidOver ?? '' }) : overlays(id)
      return { id, mark: id, colour: overlayColours[id], name }
    }),
    { id: 'disputed-border', mark: 'disputed-border', colour: 'border', name: borders('legend') },
  ]
}

/** What has to be said wherever a shape lies over another place; null where none does. */
export function useLaidOverNote({ laidOver }: Pick<DrawnOverlays, 'laidOver'>): string | null {
  const words = useTranslations('layOver')
  return laidOver === null ? null : words('note', { name: laidOver })
}
