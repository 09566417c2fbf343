'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useMemo, useState } from 'react'
import { afterPaint } from '@/lib/client/after-paint'
import { CaseboardContext, FreshnessContext } from '@/lib/client/caseboard-context'
import { useCaseboardState } from '@/lib/client/use-caseboard-state'
import { useLinkedCase } from '@/lib/client/use-linked-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import styles from './case-screen.module.css'
import { MapView } from './map/map-view'
import { PageNotes } from './page-notes'
import { CasePanel } from './panels/case-panel'
import { DetailPanel } from './panels/detail-panel'
import { FocusStatus } from './panels/focus-status'
import { PageStatus } from './panels/page-status'
import { useKeyboardPlace } from './panels/use-keyboard-place'
import { Sheet } from './sheet'

interface CaseScreenProps {
  rendered: LinkedCase
  /** Milliseconds since 1970. */
  renderedAt: number
  initialSearch: string
  basemapVersion: string
}

/** The page of a case: the map to all four edges, the case left of it, what is in focus right; on a phone, a sheet. */
export function CaseScreen({ rendered, renderedAt, initialSearch, basemapVersion }: CaseScreenProps) {
  const { linked, freshness } = useLinkedCase(rendered, renderedAt)
  const board = useCaseboardState(linked, initialSearch)
  const { theme, focus } = board.view
  const words = useTranslations('page')
  const titleRef = useKeyboardPlace(focus)
  // A choice is shown in its panel at once; the lists beside it follow in a frame of their own.
  const [calmBoard, setCalmBoard] = useState(board)
  useEffect(() => afterPaint(() => startTransition(() => setCalmBoard(board))), [board])
  const casePanel = useMemo(() => <CasePanel />, [])
  const map = useMemo(() => <MapView basemapVersion={basemapVersion} />, [basemapVersion])
  return (
    <FreshnessContext value={freshness}>
      <CaseboardContext value={board}>
        <main className={styles.screen} data-theme={theme ?? undefined}>
          {map}
          <Sheet open={focus !== null}>
            <aside aria-label={words('casePanel')} className={`${styles.casePanel} grows`} data-map-panel="">
              <CaseboardContext value={calmBoard}>{casePanel}</CaseboardContext>
            </aside>
            {focus !== null && (
              <aside aria-label={words('detailPanel')} className={`${styles.detailPanel} grows`} data-map-panel="">
                <DetailPanel focus={focus} titleRef={titleRef} />
              </aside>
            )}
          </Sheet>
          <div className={`${styles.status} grows`}>
            <PageStatus />
          </div>
          <FocusStatus />
          <PageNotes />
        </main>
      </CaseboardContext>
    </FreshnessContext>
  )
}
