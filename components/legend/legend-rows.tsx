'use client'
import { useTranslations } from 'next-intl'
import { useKeyText } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import { FeedAge } from '@/components/records/feed-age'
import { PictureCredit } from '@/components/records/picture-credit'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LayerMark } from '@/components/ui/layer-mark'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { failedLayers } from '@/lib/client/failed-layers'
import { useTileQuery } from '@/lib/client/use-layer-rows'
import { useStore } from '@/lib/client/value-store'
import { useView } from '@/lib/client/view-context'
import { useOfPlacesInView, useOfVisible } from '@/lib/client/visible-context'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedLayer } from '@/lib/derive/linked-case'
import { binsExtent, countTiled } from '@/lib/derive/time-bins'
import { legendKeys, legendRow } from '@/lib/map/legend-marks'
import type { Thread } from '@/lib/schema/case'
import type { Tiles } from '@/lib/schema/tiles'
import { writeTimeWindow } from '@/lib/url/time-window'
import styles from './legend.module.css'
import rows from './legend-rows.module.css'
import { ThreadButton } from './thread-button'

interface ThreadHeadProps {
  /** Null over the layers that are in no thread; nothing is said of them where the case has no threads at all. */
  thread: Thread | null
  layers: readonly LinkedLayer[]
}

/** A thread's title, which leads to it on the map, and all of its layers at once. */
export function ThreadHead({ thread, layers }: ThreadHeadProps) {
  const t = useTranslations('threads')
  const { linked } = useCase()
  const { threads = [] } = linked
  if (thread === null) return threads.length > 0 && <h3 className={styles.others}>{t('others')}</h3>
  return (
    <div className={styles.head}>
      <h3>
        <ThreadButton thread={thread} className={styles.title} />
      </h3>
      {layers.length > 0 && <ThreadSwitch thread={thread} layers={layers} />}
    </div>
  )
}

/**
 * All layers of a thread at once. A checkbox beside the switches under it: of a switch ARIA knows no state between on
 * and off, and some of the layers may be on.
 */
function ThreadSwitch({ thread, layers }: { thread: Thread; layers: readonly LinkedLayer[] }) {
  const t = useTranslations('threads')
  const { switchLayers } = useActions()
  const ids = layers.map(({ id }) => id)
  const count = useView(({ visibleLayers }) => ids.filter((id) => visibleLayers.includes(id)).length)
  const state = count === ids.length ? 'true' : count === 0 ? 'false' : 'mixed'
  return (
    // No input, which would need a style of its own and a script for its third state.
    <Button
      role="checkbox"
      aria-checked={state}
      aria-label={t('all', { title: isolate(thread.title) })}
      title={t('all', { title: isolate(thread.title) })}
      className={styles.eye}
      data-state={state}
      onClick={() => switchLayers(ids, state !== 'true')}
    >
      <Icon name={state === 'false' ? 'hidden' : 'seen'} size={16} />
    </Button>
  )
}

/**
 * Whether a layer's row can do without a place in a short legend: the layer only names what the map names too, or has
 * nothing in the part of the map that is seen. One that is off stands, to be switched on, except in a scene of the story,
 * which has switched it off.
 */
function useIsRest({ id, context, tiles, feed }: LinkedLayer, isOn: boolean): boolean {
  const { linked } = useCase()
  const isInView = useOfPlacesInView(
    (ids) => ids === null || linked.places.some((place) => place.layer === id && ids.has(place.id)),
  )
  const isTold = useView(({ scene }) => scene !== null)
  // How old a feed is stands in its row, also while it has nothing.
  const isKept = isInView || tiles !== undefined || feed !== undefined
  return isOn ? context === true || !isKept : isTold
}

/** A layer's mark, name and how many places it has: the whole row is its switch. */
export function LayerRow({ layer }: { layer: LinkedLayer }) {
  const { toggleLayer } = useActions()
  const isOn = useView(({ visibleLayers }) => visibleLayers.includes(layer.id))
  return (
    <li data-rest={useIsRest(layer, isOn)}>
      <Button
        role="switch"
        aria-checked={isOn}
        aria-label={layer.name}
        className={rows.row}
        onClick={() => toggleLayer(layer.id)}
      >
        <LayerMark {...legendRow(layer)} />
        <span className={rows.name}>{layer.name}</span>
        <LayerCount layer={layer} />
        <Icon className={rows.state} name={isOn ? 'seen' : 'hidden'} size={14} />
      </Button>
      {layer.feed !== undefined && <FeedAge layer={layer} feed={layer.feed} className={rows.feed} />}
      <PictureCredit layer={layer} className={rows.feed} />
      {layer.tiles !== undefined && <TiledBins layer={layer} tiles={layer.tiles} />}
      {(layer.tiles !== undefined || layer.pictureFile !== undefined) && <LoadFailed layer={layer} />}
      {layer.tiles !== undefined && layer.categories !== undefined ? (
        <CategorySwitches layer={layer} tiles={layer.tiles} />
      ) : (
        <MarkKeys layer={layer} />
      )}
    </li>
  )
}

/** The categories of a layer on tiles, each with its number and its switch. */
function CategorySwitches({ layer, tiles }: TiledProps) {
  const keyText = useKeyText()
  const { toggleCategory } = useActions()
  const off = useView((view) => view.off)
  const query = useTileQuery(layer)
  const t = useTranslations('rows')
  return (
    <ul className={rows.markKeys}>
      {legendKeys(layer).map(({ id, says, ...row }) => {
        const category = id === 'other' ? tiles.counts.length - 1 : Number(id)
        const isOn = !off.includes(`${layer.id}.${category}`)
        const count = countTiled(tiles, { ...query, categories: isOn ? [category] : [] })
        return (
          <li key={id}>
            <Button
              role="switch"
              aria-checked={isOn}
              className={rows.category}
              onClick={() => toggleCategory(layer.id, category)}
            >
              <LayerMark {...row} />
              <span className={rows.name}>{keyText(says)}</span>
              <span className={rows.count}>{t('count', { count })}</span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

/** A layer's categories, steps or ends, each with its mark. */
function MarkKeys({ layer }: { layer: LinkedLayer }) {
  const keyText = useKeyText()
  const keys = legendKeys(layer)
  if (keys.length === 0) return null
  return (
    <ul className={rows.markKeys}>
      {keys.map(({ id, says, ...row }) => (
        <li key={id}>
          <LayerMark {...row} />
          {keyText(says)}
        </li>
      ))}
    </ul>
  )
}

/** How many places a layer has; while fewer are shown, how many of them. One that is off shows none, and says what it has. */
function LayerCount({ layer }: { layer: LinkedLayer }) {
  return layer.tiles === undefined ? <PlaceCount layer={layer} /> : <TiledCount layer={layer} tiles={layer.tiles} />
}

type TiledProps = { layer: LinkedLayer; tiles: Tiles }

/** The same of a layer on tiles, whose points are counted without being there. */
function TiledCount({ layer, tiles }: TiledProps) {
  const { id, count } = layer
  const isVisible = useView(({ visibleLayers }) => visibleLayers.includes(id))
  return <CountText shown={countTiled(tiles, useTileQuery(layer))} count={count} isVisible={isVisible} />
}

/** By which bins of time a layer of tiles is counted, where a window of time is: they may reach beyond it. */
function TiledBins({ layer, tiles }: TiledProps) {
  const t = useTranslations('rows')
  const dateText = useDateText()
  const isVisible = useView(({ visibleLayers }) => visibleLayers.includes(layer.id))
  const { bins } = useTileQuery(layer)
  const { time } = tiles
  if (bins === null || time === undefined || !isVisible) return null
  const range = dateText(writeTimeWindow(binsExtent(time, bins)))
  return <p className={styles.bins}>{t('countedBy', { unit: time.unit, range })}</p>
}

/** That a layer's tiles or its picture cannot be had now, in words beside its name. */
function LoadFailed({ layer: { id } }: { layer: LinkedLayer }) {
  const t = useTranslations('rows')
  const hasFailed = useStore(failedLayers, (layers) => layers.includes(id))
  return (
    <p role="status" className={styles.bins} hidden={!hasFailed} data-tiles-failed="">
      {hasFailed && t('tilesFailed')}
    </p>
  )
}

function PlaceCount({ layer: { id, count } }: { layer: LinkedLayer }) {
  const { linked } = useCase()
  const isVisible = useView(({ visibleLayers }) => visibleLayers.includes(id))
  const shown = useOfVisible(({ place: ids }) =>
    linked.places.reduce((sum, place) => sum + (place.layer === id && ids.has(place.id) ? 1 : 0), 0),
  )
  return <CountText shown={shown} count={count} isVisible={isVisible} />
}

function CountText({ shown, count, isVisible }: { shown: number; count: number; isVisible: boolean }) {
  const t = useTranslations('panel')
  const tFilter = useTranslations('filter')
  const isPart = shown < count && isVisible
  return (
    <span className={rows.count}>
      <span aria-hidden="true">{tFilter(isPart ? 'legendCount' : 'legendAll', { shown, count })}</span>
      <span className="visually-hidden">
        {isPart ? tFilter('some.place', { shown, count }) : t('layerCount', { count })}
      </span>
    </span>
  )
}
