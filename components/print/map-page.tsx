import { useTranslations } from 'next-intl'
import { focusPlaces } from '@/components/map/focus-places'
import { type NamedRow, useLaidOverNote, useLegend } from '@/components/map/use-legend'
import { useVisibleText } from '@/components/picture/use-visible-text'
import { recordsInFocus } from '@/components/record-text/record-refs'
import { useSinceText } from '@/components/record-text/use-time-text'
import { useDateText, useFigureText, useSaysText, useStatusText } from '@/components/record-text/use-words'
import { FeedAge } from '@/components/records/feed-age'
import colours from '@/components/ui/colour.module.css'
import { LayerMark, ThreadLabel } from '@/components/ui/layer-mark'
import { useCase } from '@/lib/client/case-context'
import { writeDay } from '@/lib/derive/calendar'
import type { RecordQuery } from '@/lib/derive/filter-records'
import { isolate } from '@/lib/derive/isolate'
import { attributionOf, type LinkedFigure } from '@/lib/derive/linked-case'
import type { VisibleRecords } from '@/lib/derive/visible-records'
import { cameraToBounds, kmPerPixel, scaleBar } from '@/lib/geo/camera-to-bounds'
import type { DrawnOverlays } from '@/lib/map/overlays'
import type { Thread } from '@/lib/schema/case'
import type { Hue } from '@/lib/schema/plain-values'
import { addressBelow } from '@/lib/url/base-path'
import { paperMap, stillCamera, stillMapAddress } from '@/lib/url/still-map-address'
import type { View } from '@/lib/url/view'
import { writeView } from '@/lib/url/view-codec'
import styles from './print-pages.module.css'

/** What the scale bar may take at most of the map's width, px of its drawing. */
const SCALE_BAR_PX = 200

interface MapPageProps {
  view: View
  shown: VisibleRecords
  query: RecordQuery
  overlays: DrawnOverlays
  drawnAt: number
  origin: string
}

/** The first page: title, what is shown, the map with its legend, and all that a map has to say of itself. */
export function MapPage({ view, shown, query, overlays, drawnAt, origin }: MapPageProps) {
  const t = useTranslations('print')
  const board = useCase()
  const { linked } = board
  const shownText = useVisibleText()
  const tPage = useTranslations('page')
  const dateText = useDateText()
  const selected = focusPlaces(board, view.focus).map(({ id }) => id)
  const counts = {
    quotations: shown.quotation.size,
    statements: shown.statement.size,
    figures: shown.figure.size,
    events: shown.event.size,
  }
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <div>
          <p className={styles.period}>{dateText(linked.period)}</p>
          <h1>{linked.title}</h1>
        </div>
        <p className={styles.summary}>{linked.summary}</p>
      </header>
      {/* biome-ignore lint/performance/noImgElement: a drawing of our own; there is nothing to optimise */}
      <img
        className={styles.map}
        width={paperMap.width}
        height={paperMap.height}
        src={stillMapAddress(linked, { ...view, theme: 'light' }, paperMap, selected, { insets: 'all' })}
        alt={t('mapAlt', { title: isolate(linked.title) })}
      />
      <div className={styles.foot}>
        <ScaleBar view={view} />
        <p>{tPage('boundary')}</p>
      </div>
      <Legend view={view} shown={shown} overlays={overlays} />
      <div className={styles.small}>
        <p className={styles.shown}>{[...shownText(query, view.focus), t('counts', counts)].join(' · ')}</p>
        <MapNotes view={view} overlays={overlays} drawnAt={drawnAt} origin={origin} />
      </div>
    </section>
  )
}

/** A length on the map, as wide as it is there: the map takes the page's width, and the bar its share of it. */
function ScaleBar({ view }: { view: View }) {
  const t = useTranslations('picture')
  const { linked } = useCase()
  const { center, zoom } = stillCamera(linked.bounds, view, paperMap)
  const { km, px } = scaleBar(kmPerPixel(zoom, center[1]), SCALE_BAR_PX)
  return (
    <p className={styles.scale}>
      <svg viewBox={`0 0 ${paperMap.width} 7`} aria-hidden="true">
        <path d={`M.75 0v6.25h${px - 1.5}V0`} />
      </svg>
      {t('scale', { km, latitude: Math.round(center[1]) })}
    </p>
  )
}

/**
 * The threads of the story, each with the figure that stands for it, what it is and what its marks on the map mean; under
 * them those of layers that are in none, and of what is drawn over the map.
 */
function Legend({ view, shown, overlays }: Pick<MapPageProps, 'view' | 'shown' | 'overlays'>) {
  const t = useTranslations('print')
  const { linked } = useCase()
  const { threads = [] } = linked
  const bounds = cameraToBounds(stillCamera(linked.bounds, view, paperMap), paperMap)
  const rows = useLegend(overlays)(shown.place, bounds)
  return (
    <section className={styles.legends} aria-label={t('legend')}>
      {threads.map((thread) => (
        <ThreadLegend key={thread.id} thread={thread} rows={rows.filter((row) => row.thread?.id === thread.id)} />
      ))}
      <LegendRows rows={rows.filter(({ thread }) => thread === null)} />
    </section>
  )
}

function ThreadLegend({ thread, rows }: { thread: Thread; rows: readonly NamedRow[] }) {
  const { linked, figure } = useCase()
  const counted = thread.figure === undefined ? undefined : figure(thread.figure)
  return (
    <article className={styles.thread}>
      <h2>
        <ThreadLabel threads={linked.threads} id={thread.id} />
      </h2>
      {counted === undefined ? <p>{thread.sentence}</p> : <ThreadFigure figure={counted} hue={thread.hue} />}
      <LegendRows rows={rows} />
    </article>
  )
}

function ThreadFigure({ figure, hue }: { figure: LinkedFigure; hue: Hue }) {
  const figureText = useFigureText()
  const saysText = useSaysText()
  const statusText = useStatusText()
  const { qualifier, lead, numeral, unit } = figureText(figure)
  return (
    <>
      <p className={colours[hue]}>
        {qualifier} {lead}
        <span className={styles.threadNumeral}>{numeral}</span> {unit}
      </p>
      <p>
        {figure.counts}
        <span className={styles.quiet}>{` · ${saysText(figure)} · ${statusText(figure)}`}</span>
      </p>
    </>
  )
}

function LegendRows({ rows }: { rows: readonly NamedRow[] }) {
  if (rows.length === 0) return null
  return (
    <ul className={styles.legend}>
      {rows.map(({ id, underLayer, strokes, colour }) => (
        <li key={id}>
          <LayerMark strokes={strokes} colour={colour} />
          {underLayer}
        </li>
      ))}
    </ul>
  )
}

function MapNotes({ view, overlays, drawnAt, origin }: Pick<MapPageProps, 'view' | 'overlays' | 'drawnAt' | 'origin'>) {
  const t = useTranslations('print')
  const tPage = useTranslations('page')
  const dateText = useDateText()
  const board = useCase()
  const { linked } = board
  const since = useSinceText(recordsInFocus(board, view.focus), 'record')
  const laidOverNote = useLaidOverNote(overlays)
  const drawn = dateText(writeDay(drawnAt))
  return (
    <footer className={styles.notes}>
      {laidOverNote !== null && <p>{laidOverNote}</p>}
      <p className={styles.credit}>{attributionOf(board.linked, tPage('attribution'))}</p>
      <p>{t('drawn', { date: dateText(linked.updated), version: linked.caseVersion, drawn })}</p>
      <p>
        {t('printed', {
          address: origin + addressBelow(`/cases/${linked.id}${writeView({ ...view, version: linked.caseVersion })}`),
        })}
      </p>
      {since !== null && <p>{since.line}</p>}
      {linked.layers.map(
        (layer) => layer.feed !== undefined && <FeedAge key={layer.id} layer={layer} feed={layer.feed} isNamed />,
      )}
    </footer>
  )
}
