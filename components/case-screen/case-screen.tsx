'use client'
import { type ComponentProps, type ReactNode, use, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { preload } from 'react-dom'
import { latePart } from '@/components/ui/late-part'
import './sheets'
import { useTranslations } from 'next-intl'
import { useKeyboardPlace } from '@/components/detail-panel/use-keyboard-place'
import { MapView } from '@/components/map/map-view'
import { ToolBar } from '@/components/tools/tool-bar'
import { deferPart } from '@/components/ui/deferred-part'
import { RenderAhead } from '@/components/ui/render-ahead'
import { Sheet } from '@/components/ui/sheet'
import { whenMapIsDrawn, whenSettled } from '@/lib/client/after-paint'
import { BoardProvider, useActions } from '@/lib/client/board-actions'
import { BasemapContext, FreshnessContext, freshAt, useCase } from '@/lib/client/case-context'
import { fetchRenderedCase } from '@/lib/client/fetch-case'
import { keepFocusNear } from '@/lib/client/keep-focus'
import { isTaken, isTyping, keyOf } from '@/lib/client/keyboard'
import { LinkVersionContext, useLinkVersionState } from '@/lib/client/link-version'
import { useReaderBoard } from '@/lib/client/reader-board'
import { isInDialog, OpenToolContext, type ToolId } from '@/lib/client/tool-store'
import { createValueStore } from '@/lib/client/value-store'
import { DeferredView, useFocus, useView } from '@/lib/client/view-context'
import { VisibleRecordsProvider } from '@/lib/client/visible-context'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { handedOverCase } from '@/lib/derive/rendered-case'
import styles from './case-screen.module.css'
import { MapFoot } from './map-foot'
import { FocusStatus, PageStatus, PrintHint } from './page-status'
import { CASE_ID, SkipMap } from './skip-map'

export const casePanel = latePart('case-panel', () =>
  import('@/components/case-panel/case-panel').then((module) => module.CasePanel),
)

export const mapLegend = latePart('legend', () =>
  import('@/components/legend/map-legend').then((module) => module.MapLegend),
)

export const timeline = latePart('timeline', () =>
  import('@/components/timeline/timeline').then((module) => module.Timeline),
)

/**
 * Ctrl K, or ⌘ K, opens the palette wherever the keyboard is; outside of a field a slash does too, and a digit leads to that
 * thread of the story.
 */
function usePageKeys(find: () => void): void {
  const { linked } = useCase()
  const { showThread } = useActions()
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const key = keyOf(event)
    const isChord = key === 'k' && !event.altKey && !event.shiftKey && (event.ctrlKey || event.metaKey)
    const isFree = !isTaken(event) && !isTyping(event.target) && !isInDialog(event.target)
    if (isChord || (isFree && key === '/')) {
      event.preventDefault()
      find()
    } else if (isFree && /^[1-9]$/.test(key)) {
      const thread = linked.threads?.[Number(key) - 1]
      if (thread !== undefined) showThread(thread.id)
    }
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('click', keepFocusNear, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('click', keepFocusNear, { capture: true })
    }
  }, [])
}

const detailPanel = deferPart(() =>
  import('@/components/detail-panel/detail-panel').then((module) => module.DetailPanel),
)
const followCase = deferPart(() => import('./follow-case').then((module) => module.FollowCase))
const dropFile = deferPart(() => import('@/components/bring/drop-file').then((module) => module.DropFile))
const palette = deferPart(() => import('@/components/find/palette').then((module) => module.Palette))

/** Whether what may come after the map is due. */
function useIsSettled(): boolean {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => whenSettled(() => setSettled(true)), [])
  return isSettled
}

interface CaseScreenProps {
  rendered: LinkedCase
  /** Milliseconds since 1970. */
  renderedAt: number
  initialSearch: string
  basemapVersion: string
}

/** The page of a case: one column, one map, one strip of time; what is in focus lies over the column. On a phone, a sheet. */
export function CaseScreen({ rendered, renderedAt, initialSearch, basemapVersion }: CaseScreenProps) {
  const [linked, setLinked] = useState(rendered)
  const [freshness] = useState(() => createValueStore(freshAt(renderedAt)))
  // The page is as fresh as can be: what keeps it so may come after the map.
  const isSettled = useIsSettled()
  const board = useReaderBoard(linked, initialSearch)
  const linkVersion = useLinkVersionState(initialSearch)
  const screen = useMemo(() => <Screen basemapVersion={basemapVersion} />, [basemapVersion])
  return (
    <FreshnessContext value={freshness}>
      <BoardProvider board={board}>
        <VisibleRecordsProvider initialSearch={initialSearch}>
          <LinkVersionContext value={linkVersion}>{screen}</LinkVersionContext>
        </VisibleRecordsProvider>
      </BoardProvider>
      {isSettled && (
        <followCase.Part rendered={rendered} renderedAt={renderedAt} onCase={setLinked} onFreshness={freshness.set} />
      )}
    </FreshnessContext>
  )
}

/** A link that has a measured line or a laid-over shape opens the tool that made it. */
function useFirstTool(): ToolId | null {
  const measures = useView(({ measure }) => measure !== null)
  const laysOver = useView(({ laidOver }) => laidOver !== null)
  if (measures) return 'measure'
  return laysOver ? 'lay-over' : null
}

/** Everything on the page. What stands in it renders by itself when what it shows has changed, and only then. */
function Screen({ basemapVersion }: { basemapVersion: string }) {
  const theme = useView((view) => view.theme)
  const [tool, openTool] = useState(useFirstTool())
  const [finding, setFinding] = useState(false)
  const openToolValue = useMemo(() => ({ tool, openTool, find: () => setFinding(true) }), [tool])
  usePageKeys(openToolValue.find)
  const isSettled = useIsSettled()
  useEffect(() => whenMapIsDrawn(() => void detailPanel.fetch()), [])
  useEffect(() => whenSettled(() => void palette.fetch()), [])
  const parts = useMemo(
    () => (
      <>
        <div className={styles.map}>
          <MapView basemapVersion={basemapVersion} />
          <BasemapContext value={basemapVersion}>
            <ToolBar />
          </BasemapContext>
          <mapLegend.Part className={styles.part} />
          <div className={`${styles.status} grows`}>
            <PageStatus />
          </div>
          <MapFoot />
        </div>
        <Panels>
          <CaseAside />
        </Panels>
      </>
    ),
    [basemapVersion],
  )
  const notes = useMemo(
    () => (
      <>
        <FocusStatus />
        <PrintHint />
      </>
    ),
    [],
  )
  return (
    <OpenToolContext value={openToolValue}>
      <main className={styles.screen} data-theme={theme ?? undefined}>
        <SkipMap />
        {parts}
        {isSettled && <dropFile.Part />}
        {isSettled && <FirstPanel />}
        {finding && <palette.Part onClose={() => setFinding(false)} />}
        {notes}
      </main>
    </OpenToolContext>
  )
}

/** The panel that a visit is likely to open first: of a place that something was said about. */
function FirstPanel() {
  const { linked } = useCase()
  const place = linked.places.find(({ quotations }) => quotations.length > 0)
  if (place === undefined) return null
  return (
    <RenderAhead>
      <detailPanel.Part focus={{ kind: 'place', id: place.id }} titleRef={null} />
    </RenderAhead>
  )
}

const timeStrip = <timeline.Part className={styles.strip} />

/** The sheet of the panels: time, the column of the case, and over that what is in focus. */
function Panels({ children }: { children: ReactNode }) {
  const t = useTranslations('page')
  const focus = useFocus()
  const titleRef = useKeyboardPlace(focus)
  return (
    <Sheet open={focus !== null} head={timeStrip}>
      {children}
      {focus !== null && (
        <aside aria-label={t('detailPanel')} className={`${styles.detailPanel} grows`} data-map-panel="">
          <detailPanel.Part focus={focus} titleRef={titleRef} />
        </aside>
      )}
    </Sheet>
  )
}

/** A choice is shown in the detail panel at once; the lists of the case follow in a frame of their own. */
function CaseAside() {
  const t = useTranslations('page')
  return (
    <aside
      id={CASE_ID}
      tabIndex={-1}
      aria-label={t('casePanel')}
      className={`${styles.casePanel} grows`}
      data-map-panel=""
    >
      <DeferredView>
        <casePanel.Part className={styles.part} />
      </DeferredView>
    </aside>
  )
}

interface CasePageProps extends Omit<ComponentProps<typeof CaseScreen>, 'rendered'> {
  caseId: string
  /** Where the case that was rendered is to be had, as it was then. */
  address: string
  /** The script that has the map's code, if that is known, and the nonce without which the page may run none. */
  mapScript: { address: string; nonce: string } | null
}

/**
 * The page of a case that is not in the page itself: it stands as the server rendered it until the case has come. Within
 * no Suspense, or the server would write all of it behind the page, where nobody sees it without a script.
 */
export function CasePage({ caseId, address, mapScript, ...rest }: CasePageProps) {
  // Here, where the page's HTML is written: what server components ask for ahead, the browser learns once it runs them.
  preload(address, { as: 'fetch', crossOrigin: 'anonymous' })
  if (mapScript !== null) preload(mapScript.address, { as: 'script', nonce: mapScript.nonce })
  const rendered = handedOverCase(caseId) ?? use(fetchRenderedCase(address))
  return <CaseScreen rendered={rendered} {...rest} />
}
