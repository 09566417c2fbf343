'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useMemo, useState } from 'react'
import { afterPaint } from '@/lib/client/after-paint'
import { BasemapContext } from '@/lib/client/basemap-context'
import { CaseboardContext, FreshnessContext } from '@/lib/client/caseboard-context'
import { LinkVersionContext, useLinkVersionState } from '@/lib/client/link-version'
import { OpenToolContext, type ToolId } from '@/lib/client/open-tool'
import { ShownProvider } from '@/lib/client/shown-context'
import { useCaseboardState } from '@/lib/client/use-caseboard-state'
import { useLinkedCase } from '@/lib/client/use-linked-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Choices } from '@/lib/url/view'
import styles from './case-screen.module.css'
import { Palette } from './find/palette'
import { useFindKey } from './find/use-find-key'
import { MapView } from './map/map-view'
import { PageNotes } from './page-notes'
import { CasePanel } from './panels/case-panel'
import { DetailPanel } from './panels/detail-panel'
import { FocusStatus } from './panels/focus-status'
import { PageStatus } from './panels/page-status'
import { useKeyboardPlace } from './panels/use-keyboard-place'
import { PrintHint } from './print/print-hint'
import { Sheet } from './sheet'
import { Timeline } from './timeline/timeline'
import { ToolBar } from './tools/tool-bar'

interface CaseScreenProps {
  rendered: LinkedCase
  /** Milliseconds since 1970. */
  renderedAt: number
  initialSearch: string
  basemapVersion: string
}

/** A link that has a measured line or a laid-over shape opens the tool that made it. */
function firstTool({ measure, laidOver }: Choices): ToolId | null {
  if (measure !== null) return 'measure'
  return laidOver === null ? null : 'lay-over'
}

/** The page of a case: the map to all four edges, the case left of it, what is in focus right; on a phone, a sheet. */
export function CaseScreen({ rendered, renderedAt, initialSearch, basemapVersion }: CaseScreenProps) {
  const { linked, freshness } = useLinkedCase(rendered, renderedAt)
  const board = useCaseboardState(linked, initialSearch)
  const { theme, focus } = board.view
  const words = useTranslations('page')
  const linkVersion = useLinkVersionState(initialSearch)
  const titleRef = useKeyboardPlace(focus)
  const [tool, openTool] = useState<ToolId | null>(() => firstTool(board.view))
  const [finding, setFinding] = useState(false)
  const openToolValue = useMemo(() => ({ tool, openTool, find: () => setFinding(true) }), [tool])
  useFindKey(openToolValue.find)
  // A choice is shown in its panel at once; the lists beside it follow in a frame of their own.
  const [calmBoard, setCalmBoard] = useState(board)
  useEffect(() => afterPaint(() => startTransition(() => setCalmBoard(board))), [board])
  const casePanel = useMemo(() => <CasePanel />, [])
  const toolBar = useMemo(() => <ToolBar />, [])
  const timeline = useMemo(() => <Timeline />, [])
  const map = useMemo(() => <MapView basemapVersion={basemapVersion} />, [basemapVersion])
  return (
    <FreshnessContext value={freshness}>
      <CaseboardContext value={board}>
        <ShownProvider board={board} initialSearch={initialSearch}>
          <OpenToolContext value={openToolValue}>
            <LinkVersionContext value={linkVersion}>
              <main className={styles.screen} data-theme={theme ?? undefined}>
                {map}
                <BasemapContext value={basemapVersion}>{toolBar}</BasemapContext>
                <Sheet open={focus !== null}>
                  {timeline}
                  <aside aria-label={words('casePanel')} className={`${styles.casePanel} grows`} data-map-panel="">
                    <CaseboardContext value={calmBoard}>{casePanel}</CaseboardContext>
                  </aside>
                  {focus !== null && (
                    <aside
                      aria-label={words('detailPanel')}
                      className={`${styles.detailPanel} grows`}
                      data-map-panel=""
                    >
                      <DetailPanel focus={focus} titleRef={titleRef} />
                    </aside>
                  )}
                </Sheet>
                <div className={`${styles.status} grows`}>
                  <PageStatus />
                </div>
                {finding && <Palette onClose={() => setFinding(false)} />}
                <FocusStatus />
                <PageNotes />
                <PrintHint />
              </main>
            </LinkVersionContext>
          </OpenToolContext>
        </ShownProvider>
      </CaseboardContext>
    </FreshnessContext>
  )
}
