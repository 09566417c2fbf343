'use client'
import { useTranslations } from 'next-intl'
import { memo, useId } from 'react'
import { useDateText } from '@/components/record-text/use-words'
import { CorrectedSign } from '@/components/records/corrected-line'
import { FeedAge } from '@/components/records/feed-age'
import { useFieldText } from '@/components/records/place-fields'
import styles from '@/components/ui/corrections.module.css'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import { shownFields } from '@/lib/derive/field-values'
import type { LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import { placesFollow } from '@/lib/derive/visible-records'
import { legendRow } from '@/lib/map/legend-marks'
import { TiledLists } from './tiled-rows'
import { useCountWithout, VisibleList } from './visible-list'

/** Every place that is shown, by layer in the case's order: what the map shows, for those who read rather than look. */
export function PlacesPage() {
  const { linked } = useCase()
  const { place: ids, query } = useVisible()
  const t = useTranslations('panel')
  const tFilter = useTranslations('filter')
  const items = linked.places.filter(({ id }) => ids.has(id))
  const total = linked.places.length
  const follow = placesFollow(query.filter)
  return (
    <>
      <VisibleList
        kind="place"
        items={items}
        total={total}
        intro={t('placesIntro', { count: total })}
        {...(follow ? { some: tFilter('placesFollow', { shown: items.length, count: total }) } : {})}
        count={useCountWithout('place')}
      >
        {(part) =>
          linked.layers.map((layer) => {
            const ofLayer = part.filter((place) => place.layer === layer.id)
            return ofLayer.length > 0 && <LayerPlaces key={layer.id} layer={layer} places={ofLayer} />
          })
        }
      </VisibleList>
      <TiledLists />
    </>
  )
}

function LayerPlaces({ layer, places }: { layer: LinkedLayer; places: readonly LinkedPlace[] }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 className={panel.sectionTitle}>
        <LayerMark {...legendRow(layer)} />
        <span id={id}>{layer.name}</span>
        <span className={panel.count}>{places.length}</span>
      </h2>
      {layer.feed !== undefined && <FeedAge layer={layer} feed={layer.feed} className={panel.small} />}
      <ul className={panel.list}>
        {places.map((place) => (
          <li key={place.id}>
            <PlaceRow place={place} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Of a place's fields the list shows the first, as the layer has them in order: more is for the panel. */
const LISTED_FIELDS = 2

/** What a place is, when its row was, and the first of the fields that its layer lists. */
function useRowText(): (place: LinkedPlace) => string {
  const { layer } = useCase()
  const dateText = useDateText()
  const fieldText = useFieldText()
  return (place) => {
    const { kind, date } = place
    const own = layer(place.layer)
    const fields = own?.fields === undefined ? [] : shownFields(place, own).slice(0, LISTED_FIELDS)
    return [kind, ...(date === undefined ? [] : [dateText(date)]), ...fields.map(fieldText)].join(' · ')
  }
}

export const PlaceRow = memo(function PlaceRow({ place }: { place: LinkedPlace }) {
  const rowText = useRowText()
  return (
    <RecordLink focus={{ kind: 'place', id: place.id }} look="row">
      <span>{place.name}</span>
      <span className={panel.small}>
        {rowText(place)}
        <CorrectedSign record={{ kind: 'place', id: place.id }} />
      </span>
    </RecordLink>
  )
})
