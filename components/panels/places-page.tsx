'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedPlace } from '@/lib/derive/linked-case'
import { type LayerRow, layerTable } from '@/lib/map/layer-table'
import { ChooseButton } from './choose-button'
import { LayerMark } from './layer-mark'
import styles from './pages.module.css'
import panel from './panel.module.css'

type TableRow = (typeof layerTable)[number]

/** Every place, by layer in the table's order: what the map shows, for those who read rather than look. */
export function PlacesPage() {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  return (
    <>
      <p className={panel.quiet}>{t('placesIntro', { count: linked.places.length })}</p>
      {layerTable.map((row) => {
        const ofLayer = linked.places.filter((place) => place.layer === row.id)
        return ofLayer.length > 0 && <LayerPlaces key={row.id} row={row} places={ofLayer} />
      })}
    </>
  )
}

function LayerPlaces({ row, places }: { row: TableRow & LayerRow; places: readonly LinkedPlace[] }) {
  const layerWords = useTranslations('layers')
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 className={panel.sectionTitle}>
        <LayerMark mark={row.mark} colour={row.colour} />
        <span id={id}>{layerWords(`${row.id}.name`)}</span>
        <span className={panel.count}>{places.length}</span>
      </h2>
      <ul className={panel.list}>
        {places.map((place) => (
          <li key={place.id}>
            <ChooseButton focus={{ kind: 'place', id: place.id }} look="row">
              <span>{place.name}</span>
              <span className={panel.small}>{place.kind}</span>
            </ChooseButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
