'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { useDaysText } from '@/components/record-text/use-filter-text'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import panel from '@/components/ui/panel.module.css'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { clearAllFacets, clearFacets, hasActiveFilters } from '@/lib/client/filter-actions'
import { useUnitName } from '@/lib/client/units'
import { useView } from '@/lib/client/view-context'
import { usePlacesInView, useVisible } from '@/lib/client/visible-context'
import { placesInUnit } from '@/lib/derive/assign-units'
import { countOptions, type OptionCounts, type PlacesByPart } from '@/lib/derive/count-options'
import { facetLists, type ListFacet } from '@/lib/derive/filter-records'
import { isolate } from '@/lib/derive/isolate'
import {
  corroborations,
  figureStatuses,
  noFilter,
  partOf,
  partsOfMap,
  recordKinds,
  unitCodeOf,
} from '@/lib/derive/record-filter'
import { countTiled, tileQueriesOf } from '@/lib/derive/time-bins'
import { countVisible } from '@/lib/derive/visible-records'
import { isClosed, placesDrawnAround } from '@/lib/geo/drawn-area'
import type { LayerId } from '@/lib/schema/layer'
import { filterLimits } from '@/lib/url/filter-codec'
import styles from './filter-tool.module.css'
import { OptionGroup, OptionRow } from './option-group'

const allOfIt = { filter: noFilter, time: null, hiddenLayers: [], placesWithin: null }

/** Everything that can be asked for, with how many records each would show before it is chosen. */
export function FilterTool() {
  const t = useTranslations('filter')
  const titleId = useId()
  const shown = useVisible()
  const { records, query } = shown
  const parts = usePartsOfMap()
  const counts = useMemo(() => countOptions(records, query, parts), [records, query, parts])
  const ofCase = useMemo(() => countOptions(records, allOfIt), [records])
  const sifted = hasActiveFilters(query)
  return (
    <section aria-labelledby={titleId} className={styles.tool}>
      <header className={styles.head}>
        <h2 id={titleId} className={panel.toolTitle}>
          {t('title')}
        </h2>
        <Button
          className={styles.clearAll}
          aria-disabled={!sifted}
          onClick={() => {
            if (sifted) clearAllFacets()
          }}
        >
          {t('clearAll')}
        </Button>
        <p className={styles.count}>
          {t('shown', { shown: countVisible(shown, query.filter), count: records.length })}
        </p>
      </header>
      <TimeLine />
      <ListGroups counts={counts} ofCase={ofCase} />
      <PartGroup counts={counts} parts={parts} />
      <LayerGroup counts={counts} />
    </section>
  )
}

/** The window of time, which the timeline sets; here it is only seen, and taken away. */
function TimeLine() {
  const t = useTranslations('filter')
  const { query } = useVisible()
  const daysText = useDaysText()
  if (query.time === null) return null
  const what = daysText(query.time)
  return (
    <p className={styles.time}>
      <span className={styles.legend}>{t('facets.time')}</span>
      <span>{what}</span>
      <Button
        className={styles.clear}
        aria-label={t('lift', { what })}
        onClick={() => clearFacets(query, ['time'], null)}
      >
        <Icon name="remove" size={10} />
      </Button>
    </p>
  )
}

interface GroupsProps {
  counts: OptionCounts
  ofCase: OptionCounts
}

function ListGroups({ counts, ofCase }: GroupsProps) {
  const { linked } = useCase()
  const options: [ListFacet, readonly string[]][] = [
    ['kind', recordKinds],
    ['wording', corroborations],
    ['status', figureStatuses],
    ['side', linked.sides.map(({ id }) => id)],
    ['speaker', linked.actors.map(({ id }) => id)],
    ['place', linked.places.map(({ id }) => id)],
  ]
  return options.map(([facet, ids]) => (
    <ListGroup key={facet} facet={facet} ids={ids} counts={counts} ofCase={ofCase} />
  ))
}

function ListGroup({ facet, ids, counts, ofCase }: GroupsProps & { facet: ListFacet; ids: readonly string[] }) {
  const { setFilter } = useActions()
  const chosen: readonly string[] = useView(({ filter }) => filter[facetLists[facet]])
  const known = ids.filter((id) => ofCase.of(facet, id) > 0 || chosen.includes(id))
  const toggle = (id: string) =>
    setFilter({ [facetLists[facet]]: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] })
  return (
    <OptionGroup
      facet={facet}
      options={[...known, ...chosen.filter((id) => !ids.includes(id))]}
      chosen={chosen}
      weigh={(id) => ofCase.of(facet, id)}
      count={(id) => counts.of(facet, id)}
      onToggle={toggle}
      most={filterLimits.ids}
    />
  )
}

/** The places in what is seen of the map, in what was drawn on it, and in the unit that is asked for. */
function usePartsOfMap(): PlacesByPart {
  const { linked } = useCase()
  const view = usePlacesInView()
  const measure = useView((each) => each.measure)
  const code = useView(({ filter }) => unitCodeOf(filter.within))
  const area = useMemo(() => placesDrawnAround(linked.places, measure), [linked, measure])
  const unit = useMemo(() => (code === null ? null : placesInUnit(linked, code)), [linked, code])
  return useMemo(() => ({ view, area, unit }), [view, area, unit])
}

function PartGroup({ counts, parts }: { counts: OptionCounts; parts: PlacesByPart }) {
  const t = useTranslations('filter')
  const { setFilter } = useActions()
  const within = useView(({ filter }) => filter.within)
  const chosen = within === null ? null : partOf(within)
  const name = isolate(useUnitName())
  const isDrawn = useView(({ measure }) => measure !== null && isClosed(measure))
  // Of an area nothing is said until there is one, and a measured distance is none; a unit is chosen in Search.
  const offered = partsOfMap.filter((part) => part === 'view' || part === chosen || (part === 'area' && isDrawn))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('facets.view')}</legend>
      {offered.map((part) => (
        <OptionRow
          key={part}
          name={t(`within.${part}.${parts[part] === null ? 'unknown' : 'known'}`, { name })}
          count={counts.within[part]}
          checked={part === chosen}
          disabled={parts[part] === null && part !== chosen}
          onToggle={() => setFilter({ within: part === chosen || part === 'unit' ? null : part })}
        />
      ))}
    </fieldset>
  )
}

function LayerGroup({ counts }: { counts: OptionCounts }) {
  const t = useTranslations('filter')
  const { linked } = useCase()
  const { toggleLayer } = useActions()
  const visibleLayers = useView((view) => view.visibleLayers)
  const { records, query } = useVisible()
  const off = useView((view) => view.off)
  const tiled = tileQueriesOf(linked.layers, query, off)
  const onTiles = (id: LayerId) => {
    const tiles = linked.layers.find((layer) => layer.id === id)?.tiles
    const asked = tiled.get(id)
    return tiles === undefined || asked === undefined ? 0 : countTiled(tiles, asked)
  }
  const onNoLayer = useMemo(() => records.filter(({ layers }) => layers.length === 0).length, [records])
  return (
    <OptionGroup
      facet="layer"
      options={linked.layers.map(({ id }) => id)}
      chosen={visibleLayers}
      weigh={() => 0}
      count={(id) => counts.of('layer', id) + onTiles(id)}
      onToggle={toggleLayer}
      note={onNoLayer > 0 ? t('onNoLayer', { count: onNoLayer }) : null}
    />
  )
}
