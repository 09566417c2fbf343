'use client'
import { useTranslations } from 'next-intl'
import { memo, useId } from 'react'
import { CorrectedSign } from '@/components/corrections/corrected-line'
import { ShownList } from '@/components/filter/shown-list'
import { useCountWithout } from '@/components/filter/use-count-without'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import type { LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import { placesFollow } from '@/lib/derive/shown-records'
import { legendRow } from '@/lib/map/legend-marks'
import { ChooseButton } from './choose-button'
import { LayerMark } from './layer-mark'
import styles from './pages.module.css'
import panel from './panel.module.css'

/** Every place that is shown, by layer in the case's order: what the map shows, for those who read rather than look. */
export function PlacesPage() {
  const { linked } = useCaseboard()
  const { place: ids, sieve } = useShown()
  const t = useTranslations('panel')
  const filterWords = useTranslations('filter')
  const items = linked.places.filter(({ id }) => ids.has(id))
  const total = linked.places.length
  const follow = placesFollow(sieve.filter)
  return (
    <ShownList
      kind="place"
      items={items}
      total={total}
      intro={t('placesIntro', { count: total })}
      {...(follow ? { some: filterWords('placesFollow', { shown: items.length, count: total }) } : {})}
      count={useCountWithout('place')}
    >
      {(part) =>
        linked.layers.map((layer) => {
          const ofLayer = part.filter((place) => place.layer === layer.id)
          return ofLayer.length > 0 && <LayerPlaces key={layer.id} layer={layer} places={ofLayer} />
        })
      }
    </ShownList>
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

const PlaceRow = memo(function PlaceRow({ place }: { place: LinkedPlace }) {
  return (
    <ChooseButton focus={{ kind: 'place', id: place.id }} look="row">
      <span>{place.name}</span>
      <span className={panel.small}>
        {place.kind}
        <CorrectedSign record={{ kind: 'place', id: place.id }} />
      </span>
    </ChooseButton>
  )
})
