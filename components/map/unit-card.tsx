'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useRef } from 'react'
import { useRateUnit } from '@/components/record-text/use-names'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LayerMark } from '@/components/ui/layer-mark'
import panel from '@/components/ui/panel.module.css'
import { noActions, useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { useVisible } from '@/lib/client/visible-context'
import { withinUnit } from '@/lib/derive/record-filter'
import { formatRate, unitRate } from '@/lib/derive/unit-rate'
import { legendRow } from '@/lib/map/legend-marks'
import styles from './map-cards.module.css'
import type { PickedUnit } from './map-contract'
import { useStandBeside } from './use-stand-beside'

interface UnitCardProps {
  unit: PickedUnit
  /** Where the click was, px within the map. */
  point: { x: number; y: number }
  onClose(): void
}

/** How many of the places that are shown lie in a unit, and what they add up to where the layer’s steps say so. */
function useTally({ layer, code, number: drawn }: PickedUnit): { count: number; number: number | undefined } {
  const { linked, layer: layerOf } = useCase()
  const { place: shown } = useVisible()
  const property = layerOf(layer)?.ramp?.property
  return useMemo(() => {
    const there = linked.places.filter(
      (place) => place.layer === layer && shown.has(place.id) && place.units?.includes(code),
    )
    if (property === undefined) return { count: there.length, number: there.length }
    const numbers = there.map(({ fields }) => fields?.[property]).filter((value) => typeof value === 'number')
    const sum = numbers.reduce((total, value) => total + value, 0)
    // Where the page was sent no fields, as in a frame, the map knows.
    return { count: there.length, number: numbers.length === 0 ? drawn : sum }
  }, [linked, shown, layer, code, property, drawn])
}

/** What a click on a unit of a choropleth tells, beside the click: its name, how many lie there, at what rate. */
export function UnitCard({ unit, point, onClose }: UnitCardProps) {
  const t = useTranslations('map.unit')
  const titleId = useId()
  const card = useRef<HTMLElement>(null)
  const rateUnit = useRateUnit()
  const { setFilter, openPage } = useActions()
  const { layer: layerOf } = useCase()
  const layer = layerOf(unit.layer)
  const { count, number } = useTally(unit)
  useStandBeside(card, point, onClose, count)
  if (layer === undefined) return null
  const { ramp, units = {} } = layer
  const rate = number === undefined ? undefined : unitRate(number, units, unit)
  const isPlain = units.per === undefined && ramp?.property === undefined
  const list = () => {
    setFilter({ within: withinUnit(unit.code) })
    openPage('places')
    onClose()
  }
  return (
    <section ref={card} aria-labelledby={titleId} className={`${styles.card} grows`}>
      <header className={styles.head}>
        <h2 id={titleId}>
          <bdi>{unit.name}</bdi>
        </h2>
        <Button className={styles.close} aria-label={t('close')} onClick={onClose}>
          <Icon name="closeCard" size={16} />
        </Button>
      </header>
      <p className={panel.small}>
        <LayerMark {...legendRow(layer)} /> {layer.name}
      </p>
      <div aria-live="polite">
        <p>{t('count', { count })}</p>
        {!isPlain && (
          <p>
            {rate === undefined
              ? t(number === undefined ? 'noNumber' : 'noPopulation')
              : t('value', { value: formatRate(rate), unit: rateUnit(ramp?.unit, units.per) })}
          </p>
        )}
      </div>
      {openPage !== noActions.openPage && (
        <Button className={panel.link} onClick={list}>
          {t('list')}
        </Button>
      )}
    </section>
  )
}
