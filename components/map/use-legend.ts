import { useTranslations } from 'next-intl'
import { useKeyText } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import { useCase } from '@/lib/client/case-context'
import { useUnitName } from '@/lib/client/units'
import { useView } from '@/lib/client/view-context'
import { groupByThread } from '@/lib/derive/find-thread'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { placesWithin } from '@/lib/geo/places-within'
import {
  type LegendRow,
  legendKeys,
  legendLayers,
  legendMarks,
  legendRow,
  overlayColours,
} from '@/lib/map/legend-marks'
import type { DrawnOverlays } from '@/lib/map/overlays'
import type { Thread } from '@/lib/schema/case'

export interface NamedRow extends LegendRow {
  id: string
  name: string
  /** The same where its layer stands above it. */
  underLayer: string
  /** The thread of the story that its layer is in. */
  thread: Thread | null
}

/** A layer's name; of a picture with when it was taken and whose it is, for maps that are taken away. */
function usePictureName(): (layer: LinkedLayer) => string {
  const t = useTranslations('pictureLayer')
  const dateText = useDateText()
  const { source } = useCase()
  return ({ name, picture, all }) => {
    if (picture === undefined) return name
    const date = picture.date === undefined ? [] : [dateText(picture.date)]
    const publishers = (all?.sources ?? []).map((id) => isolate(source(id)?.publisher ?? id))
    return t('named', { name: isolate(name), facts: [...date, ...publishers].join(', ') })
  }
}

/**
 * Lists the legend of a map of these bounds that is taken away: the layers with a place that is shown there, thread by
 * thread, each with its categories or steps; what is drawn over them, and the dashes of the ground.
 */
export function useLegend({
  ids,
  laidOver,
}: DrawnOverlays): (shown: ReadonlySet<string>, bounds: Bounds) => NamedRow[] {
  const t = useTranslations('overlays')
  const tBorders = useTranslations('borders')
  const tMarkKey = useTranslations('panel.markKey')
  const keyText = useKeyText()
  const pictureName = usePictureName()
  const unit = isolate(useUnitName())
  const { linked } = useCase()
  const visibleLayers = useView((view) => view.visibleLayers)
  const layersOf = (there: ReadonlySet<string>) => legendLayers(linked.layers, linked.places, visibleLayers, there)
  return (shown, bounds) => [
    ...groupByThread(
      linked.threads,
      layersOf(
        placesWithin(
          linked.places.filter(({ id }) => shown.has(id)),
          bounds,
        ),
      ),
    ).flatMap(({ thread, layers }) =>
      layers.flatMap((layer) => [
        { id: layer.id, ...legendRow(layer), name: pictureName(layer), underLayer: pictureName(layer), thread },
        ...legendKeys(layer).map(({ id, says, ...row }) => {
          const key = keyText(says)
          const name = tMarkKey('ofLayer', { layer: isolate(layer.name), key })
          return { id: `${layer.id}/${id}`, ...row, name, underLayer: key, thread }
        }),
      ]),
    ),
    ...ids.map((id) => {
      const name = id === 'laid-over' ? t(id, { name: laidOver ?? '' }) : t(id, { name: unit })
      return { id, strokes: legendMarks[id], colour: overlayColours[id], name, underLayer: name, thread: null }
    }),
    {
      id: 'disputed-border',
      strokes: legendMarks['disputed-border'],
      colour: 'border',
      name: tBorders('legend'),
      underLayer: tBorders('legend'),
      thread: null,
    },
  ]
}

/** What has to be said wherever a shape lies over another place; null where none does. */
export function useLaidOverNote({ laidOver }: Pick<DrawnOverlays, 'laidOver'>): string | null {
  const t = useTranslations('layOver')
  return laidOver === null ? null : t('note', { name: isolate(laidOver) })
}
