'use client'
import { useTranslations } from 'next-intl'
import { useContext, useMemo } from 'react'
import { embeddedOptions } from '@/components/map/map-contract'
import { MapView } from '@/components/map/map-view'
import { StreetCredit } from '@/components/map/street-credit'
import { useLaidOverNote } from '@/components/map/use-legend'
import { useOverlays } from '@/components/map/use-overlays'
import { recordsInFocus } from '@/components/record-text/record-refs'
import { useAgeText, useSinceText } from '@/components/record-text/use-time-text'
import { useDateText } from '@/components/record-text/use-words'
import { type Board, type BoardActions, BoardProvider, noActions } from '@/lib/client/board-actions'
import { FreshnessContext, useCase } from '@/lib/client/case-context'
import { LinkVersionContext, useLinkVersionState } from '@/lib/client/link-version'
import { addressedView, indexCase } from '@/lib/client/reader-board'
import { OpenToolContext } from '@/lib/client/tool-store'
import { useLinkedCase } from '@/lib/client/use-linked-case'
import { useFocus, useView } from '@/lib/client/view-context'
import { replaceView } from '@/lib/client/view-store'
import { VisibleRecordsProvider } from '@/lib/client/visible-context'
import { attributionOf, type LinkedCase } from '@/lib/derive/linked-case'
import { describeOverlays } from '@/lib/map/overlays'
import { addressBelow } from '@/lib/url/base-path'
import { readView, writeView } from '@/lib/url/view-codec'
import { EmbedCard, FullCaseLink } from './embed-card'
import styles from './embed-screen.module.css'

/**
 * The case and the view of an embedded map. Its history is that of the page around it, where Back must lead out: so
 * choices leave no entry. It listens to no key, and nothing in it switches layers, leafs or filters; the address does.
 */
function useEmbedBoard(linked: LinkedCase, initialSearch: string): Board {
  return useMemo(() => {
    const index = indexCase(linked)
    return { index, view: addressedView(index, initialSearch), actions: embedActions }
  }, [linked, initialSearch])
}

const embedActions: BoardActions = {
  ...noActions,
  choose: (focus) => replaceView({ focus }),
  setTheme: (theme) => replaceView({ theme }),
}

interface EmbedScreenProps {
  /** What of the case a map alone shows. */
  rendered: LinkedCase
  /** ms since 1970. */
  renderedAt: number
  initialSearch: string
  basemapVersion: string
}

/** No tools here, but what is drawn over the map asks which one is open. */
const noTool = { tool: null, openTool: () => undefined, find: () => undefined }

/** A case's map within another's page: title, map, what is in focus, and what a map has to say of itself. */
export function EmbedScreen({ rendered, renderedAt, initialSearch, basemapVersion }: EmbedScreenProps) {
  const { linked, freshness } = useLinkedCase(rendered, renderedAt, 'map')
  const board = useEmbedBoard(linked, initialSearch)
  const linkVersion = useLinkVersionState(initialSearch)
  return (
    <FreshnessContext value={freshness}>
      <BoardProvider board={board}>
        <VisibleRecordsProvider initialSearch={initialSearch}>
          <OpenToolContext value={noTool}>
            <LinkVersionContext value={linkVersion}>
              <EmbeddedMap initialSearch={initialSearch} basemapVersion={basemapVersion} />
            </LinkVersionContext>
          </OpenToolContext>
        </VisibleRecordsProvider>
      </BoardProvider>
    </FreshnessContext>
  )
}

function EmbeddedMap({ initialSearch, basemapVersion }: Pick<EmbedScreenProps, 'initialSearch' | 'basemapVersion'>) {
  const t = useTranslations('embed')
  const { linked } = useCase()
  const focus = useFocus()
  const theme = useView((view) => view.theme)
  const map = useMemo(
    () => <MapView basemapVersion={basemapVersion} options={embeddedOptions} search={initialSearch} />,
    [basemapVersion, initialSearch],
  )
  return (
    <main className={styles.screen} data-theme={theme ?? undefined}>
      <header className={styles.head}>
        <h1>{linked.title}</h1>
        <FullCaseLink initialSearch={initialSearch}>{t('open')}</FullCaseLink>
      </header>
      <div className={styles.map}>
        {map}
        {focus !== null && <EmbedCard focus={focus} initialSearch={initialSearch} />}
      </div>
      <EmbedNotes />
    </main>
  )
}

function EmbedNotes() {
  const t = useTranslations('page')
  const tPanel = useTranslations('panel')
  const { linked } = useCase()
  const date = useDateText()(linked.updated)
  const age = useAgeText()
  const laidOverNote = useLaidOverNote(describeOverlays(useOverlays()))
  return (
    <footer className={styles.notes}>
      {laidOverNote !== null && <p>{laidOverNote}</p>}
      <p>
        {t('boundary')} {age === null ? tPanel('dataOf', { date }) : tPanel('dataOfChecked', { date, age })}
      </p>
      <p>
        {attributionOf(linked, t('attribution'))}
        <StreetCredit />
      </p>
      <CorrectedSince />
    </footer>
  )
}

/** Quietly, under an embedded map that was linked from an earlier version: how much was corrected since, and where to read it. */
function CorrectedSince() {
  const t = useTranslations('corrections')
  const tEmbed = useTranslations('embed')
  const index = useCase()
  const focus = useFocus()
  const { version } = useContext(LinkVersionContext)
  const since = useSinceText(recordsInFocus(index, focus), 'record')
  if (since === null) return null
  const query = writeView({ ...readView(''), focus, page: 'corrections', version })
  return (
    <p>
      {since.line}{' '}
      <a
        href={addressBelow(`/cases/${index.linked.id}${query}`)}
        target="_blank"
        rel="noopener"
        className={styles.since}
      >
        {t('read', { count: since.corrections.length })}
        <span className="visually-hidden"> ({tEmbed('opens')})</span>
      </a>
    </p>
  )
}
