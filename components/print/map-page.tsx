import { useTranslations } from 'next-intl'
import { focusPlaces } from '@/components/map/focus-places'
import { LayerMark } from '@/components/panels/layer-mark'
import { useDateText } from '@/components/panels/use-words'
import { useShownText } from '@/components/picture/use-shown-text'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { Sieve } from '@/lib/derive/filter-records'
import type { ShownRecords } from '@/lib/derive/shown-records'
import { legendLayers } from '@/lib/map/legend-layers'
import { stillMapAddress } from '@/lib/url/still-map-address'
import type { View } from '@/lib/url/view'
import { writeView } from '@/lib/url/view-codec'
import styles from './map-page.module.css'
import { paperMap } from './paper'

interface MapPageProps {
  view: View
  shown: ShownRecords
  sieve: Sieve
  drawnAt: number
  origin: string
}

/** The first page: title, what is shown, the map with its legend, and all that a map has to say of itself. */
export function MapPage({ view, shown, sieve, drawnAt, origin }: MapPageProps) {
  const words = useTranslations('print')
  const board = useCaseboard()
  const { linked } = board
  const shownText = useShownText()
  const selected = focusPlaces(board, view.focus).map(({ id }) => id)
  const counts = { quotations: shown.quotation.size, figures: shown.figure.size, events: shown.event.size }
  return (
    <section className={styles.page}>
      <h1>{linked.title}</h1>
      <p className={styles.summary}>{linked.summary}</p>
      <p className={styles.shown}>{[...shownText(sieve, view.focus), words('counts', counts)].join(' · ')}</p>
      {/* biome-ignore lint/performance/noImgElement: a drawing of our own; there is nothing to optimise */}
      <img
        className={styles.map}
        width={paperMap.width}
        height={paperMap.height}
        src={stillMapAddress(linked, { ...view, theme: 'light' }, paperMap, selected)}
        alt={words('mapAlt', { title: linked.title })}
      />
      <Legend shown={shown} />
      <MapNotes view={view} drawnAt={drawnAt} origin={origin} />
    </section>
  )
}

/** The layers that are on the map, with what their marks mean. */
function Legend({ shown }: { shown: ShownRecords }) {
  const words = useTranslations('print')
  const layerWords = useTranslations('layers')
  const { linked, visibleLayers } = useCaseboard()
  const rows = legendLayers(linked.places, visibleLayers, shown.place)
  return (
    <ul className={styles.legend} aria-label={words('legend')}>
      {rows.map(({ id, mark, colour }) => (
        <li key={id}>
          <LayerMark mark={mark} colour={colour} />
          {layerWords(`${id}.name`)}
        </li>
      ))}
    </ul>
  )
}

function MapNotes({ view, drawnAt, origin }: Pick<MapPageProps, 'view' | 'drawnAt' | 'origin'>) {
  const words = useTranslations('print')
  const page = useTranslations('page')
  const dateText = useDateText()
  const { linked } = useCaseboard()
  const drawn = dateText(new Date(drawnAt).toISOString().slice(0, 10))
  return (
    <footer className={styles.notes}>
      <p>
        {page('boundary')} {page('attribution')}
      </p>
      <p>{words('drawn', { date: dateText(linked.asOf), drawn })}</p>
      <p>{words('printed', { address: `${origin}/cases/${linked.id}${writeView({ ...view, map: null })}` })}</p>
    </footer>
  )
}
